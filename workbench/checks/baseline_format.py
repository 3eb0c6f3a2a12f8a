"""The baseline on disk: fingerprints of findings that an old project starts with, one a line, in baseline.txt."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from workbench.checks.finding import Finding
from workbench.model.errors import InputError
from workbench.model.terminal import plain

_HEAD = "# What was found when this document began to be checked, and is left out of reports.\n"
_ENTRY = re.compile(r"[0-9a-f]{16}")
_LONGEST = 40  # code points of the words that a comment quotes


def parse_baseline(content: str, path: str) -> Mapping[str, int]:
    """Return the fingerprints of a file's content with their lines (1-based).

    What follows a `#` is a comment. A fingerprint that is there twice, as after a merge, counts once. Raises InputError
    for a line that is none.
    """
    found: dict[str, int] = {}
    for number, line in enumerate(content.removeprefix("\ufeff").split("\n"), start=1):
        entry = line.partition("#")[0].strip()
        if not entry:
            continue
        if not _ENTRY.fullmatch(entry):
            raise InputError(
                f"{plain(entry[:_LONGEST])!r} is no fingerprint",
                path=path,
                line=number,
                advice="take the line out, or write the file anew: workbench check --write-baseline",
            )
        found.setdefault(entry, number)
    return found


def format_baseline(findings: Iterable[Finding]) -> str:
    """Return the content of a baseline with the given findings, sorted by fingerprint; a comment says what each is."""
    lines = {finding.fingerprint: _line(finding) for finding in findings}
    return _HEAD + "".join(lines[fingerprint] for fingerprint in sorted(lines))


def _line(finding: Finding) -> str:
    at = finding.location
    words = at.words if len(at.words) <= _LONGEST else at.words[: _LONGEST - 1] + "…"
    parts = (finding.check, at.version or "", at.clause, words)
    return plain(f"{finding.fingerprint}  # {' '.join(filter(None, parts))}") + "\n"
