"""How many of the faults that are put into the statement, one by one, are found: by the right check, at the right place."""

from __future__ import annotations

from collections import Counter
from itertools import groupby

from tests.checks.conftest import Run
from tests.checks.faults import all_faults
from tests.checks.faults.fault import Fault
from workbench.checks.finding import Finding
from workbench.model.document import Document

LEAST = 0.98


def _key(finding: Finding) -> tuple[str | None, int | None, str]:
    return finding.version, finding.segment, finding.message


def _is_found(fault: Fault, before: Counter[tuple[str | None, int | None, str]], after: list[Finding]) -> bool:
    new = Counter(map(_key, after)) - before
    return any((version, segment) == (fault.version, fault.segment) for version, segment, _ in new)


def test_98_of_100_faults_are_found(statement: Document, run: Run) -> None:
    """Each is the statement with one thing wrong; its own check names the version and the segment."""
    faults = sorted(all_faults(statement), key=lambda fault: fault.check)
    missed = []
    for check, group in groupby(faults, key=lambda fault: fault.check):
        before = Counter(map(_key, run(statement, check)))
        missed += [
            f"{fault.check}: {fault.what}"
            for fault in group
            if not _is_found(fault, before, list(run(fault.document, check)))
        ]
    assert len(missed) <= (1 - LEAST) * len(faults), "\n".join(missed)
