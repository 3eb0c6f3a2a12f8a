"""The report that people read in a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from workbench.checks.excerpt import excerpt, shortened
from workbench.checks.finding import Finding, Severity
from workbench.checks.runner import Report
from workbench.model.terminal import plain, width

NAME = "text"

Paint = Callable[[str, str], str]

_LONGEST = 2000  # cells of a message
_PLURALS = {Severity.ERROR: "errors", Severity.WARNING: "warnings", Severity.INFO: "infos"}
_COLOURS = {Severity.ERROR: "31", Severity.WARNING: "33", Severity.INFO: "36"}  # red, yellow, cyan
_BOLD = "1"


def pieces(reports: Iterable[Report]) -> Iterator[str]:
    """Yield a few lines for each finding, the line of text that it stands in among them, and last a summary."""
    return _pieces(reports, lambda text, _: text)


def coloured(reports: Iterable[Report]) -> Iterator[str]:
    """Yield what `pieces` does, severities and words in colour."""
    return _pieces(reports, lambda text, colour: f"\x1b[{colour}m{text}\x1b[0m" if text else "")


def _pieces(reports: Iterable[Report], paint: Paint) -> Iterator[str]:
    found: Counter[Severity] = Counter()
    waived = 0
    for report in reports:
        for finding in report.findings:
            found[finding.severity] += 1
            yield "".join(f"{line}\n" for line in _lines(finding, paint))
        waived += len(report.waived)
    yield _summary(found, waived) + "\n"


def _lines(finding: Finding, paint: Paint) -> Iterator[str]:
    at = finding.location
    colour = _COLOURS[finding.severity]
    place = plain(f"{at.path}:{at.line}:{at.column}")
    severity, message = paint(finding.severity.value, colour), shortened(finding.message, _LONGEST)
    yield f"{place} {severity} {paint(finding.check, _BOLD)} {message}"
    if finding.excerpt:
        shown = excerpt(finding)
        yield f"    {shown.before}{paint(shown.words, colour)}{shown.after}"
        yield f"    {' ' * width(shown.before)}{paint('^' * max(width(shown.words), 1), colour)}"
    if finding.advice:
        yield f"    suggestion: {shortened(finding.advice, _LONGEST)}"
    yield ""


def _summary(found: Counter[Severity], waived: int) -> str:
    parts = [f"{found[one]} {one.value if found[one] == 1 else _PLURALS[one]}" for one in Severity if found[one]]
    return ", ".join([*(parts or ["no findings"]), *([f"{waived} waived"] if waived else [])])
