"""The report that people read in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.checks.finding import Finding, Severity
from workbench.checks.runner import Report
from workbench.model.terminal import plain, width

NAME = "text"

_CONTEXT = 36  # cells of the line that are shown on either side of the words
_WIDEST = 72  # cells of the words themselves
_CUT = "…"


def write(reports: Sequence[Report]) -> str:
    """Return a line for each finding, with the line of text that it stands in below it, and a summary."""
    lines = [line for report in reports for finding in report.findings for line in _lines(finding)]
    return "\n".join([*lines, _summary(reports)]) + "\n"


def _lines(finding: Finding) -> Iterator[str]:
    at = finding.location
    place = f"{at.path}:{at.line}:{at.column}"
    yield plain(f"{place} {finding.severity} {finding.check} {finding.message}")
    if finding.excerpt:
        before, words, after = _parts(finding)
        yield f"    {before}{words}{after}"
        yield f"    {' ' * width(before)}{'^' * max(width(words), 1)}"
    if finding.suggestion is not None:
        yield plain(f"    suggestion: {finding.suggestion}")
    yield ""


def _parts(finding: Finding) -> tuple[str, str, str]:
    """Return what is shown of the line: before the words, the words, behind them."""
    at, line = finding.location, finding.excerpt
    start, end = at.column - 1, at.end_column - 1
    words = _head(plain(line[start:end]), _WIDEST)
    before = _head(plain(line[:start])[::-1], _CONTEXT)[::-1]
    # Where words are cut, what follows them would seem to follow the cut.
    after = "" if words.endswith(_CUT) else _head(plain(line[end:]), _CONTEXT if start else 2 * _CONTEXT)
    return before, words, after


def _head(text: str, cells: int) -> str:
    """Return as much of the beginning of a text as `cells` hold, with an ellipsis where it is cut."""
    if width(text) <= cells:
        return text
    kept = ""
    for character in text:
        if width(kept + character) > cells - 1:
            break
        kept += character
    return kept + _CUT


def _summary(reports: Sequence[Report]) -> str:
    found = [finding.severity for report in reports for finding in report.findings]
    counted = [(found.count(severity), severity.value) for severity in Severity]
    waived = sum(len(report.waived) for report in reports)
    if not found:
        parts = ["no findings"]
    else:
        plural = {"error": "errors", "warning": "warnings", "info": "infos"}
        parts = [f"{count} {name if count == 1 else plural[name]}" for count, name in counted if count]
    return ", ".join([*parts, *([f"{waived} waived"] if waived else [])])
