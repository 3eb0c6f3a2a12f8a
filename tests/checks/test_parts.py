"""Long documents part by part."""

from __future__ import annotations

import pytest

from tests.checks.faults import all_faults
from workbench.checks import parts
from workbench.checks.reading import Reading
from workbench.checks.runner import reports, run_checks
from workbench.checks.settings import Settings
from workbench.glossary.termbase import TermBase
from workbench.model.document import Document


@pytest.mark.parametrize("rows", [1, 7, 40])
def test_parts_find_what_the_whole_finds(
    rows: int, statement: Document, termbase: TermBase, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The findings of faulty statements are the same, in the same order, with the same fingerprints."""
    faulty = [fault.document for fault in all_faults(statement)][::40]
    as_a_whole = [run_checks(Reading(document, termbase), Settings()) for document in faulty]
    monkeypatch.setattr(parts, "ROWS", rows)
    assert [run_checks(Reading(document, termbase), Settings()) for document in faulty] == as_a_whole


def test_reports_come_part_by_part(statement: Document, termbase: TermBase, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is made before the next part is looked at, and holds the findings of its rows; what concerns files is last."""
    monkeypatch.setattr(parts, "ROWS", 10)
    done: list[int] = []
    reading = Reading(statement, termbase)
    found = []
    for report in reports(reading, Settings(), step=lambda _, rows, __: done.append(rows)):
        assert len(done) == len(found)
        assert all(finding.row >= 10 * len(found) for finding in report.findings)
        found.append(report)
    assert len(found) > 3
    assert not found[-1].more
    assert not found[-1].findings


def test_every_segment_is_looked_at_in_one_part(statement: Document, termbase: TermBase) -> None:
    """The segments of all parts are those of the version."""
    reading = Reading(statement, termbase)
    for tag in reading.tags:
        looked_at = [one for rows in parts.parts_of(reading) for one in reading.part(rows).looked_at(tag)]
        assert sorted(looked_at) == [*range(len(reading.texts(tag)))]
