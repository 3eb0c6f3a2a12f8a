"""The report that other programs read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from workbench.checks.finding import Finding, Location, Severity
from workbench.checks.runner import Report, whole_reports
from workbench.checks.safe_json import quoted

NAME = "json"


def pieces(reports: Iterable[Report]) -> Iterator[str]:
    """Yield `{"findings": […], "summary": {"errors": …, "warnings": …, "infos": …, "waived": …}}` finding by finding.

    It is laid out as `json.dumps` does with an indent of two, and written several times as fast.
    """
    taken = list(whole_reports(reports))  # nothing is written where a document cannot be checked
    severities: Counter[Severity] = Counter()
    waived = 0
    yield '{\n  "findings": ['
    before = "\n"
    for report in taken:
        waived += len(report.waived)
        for finding in report.findings:
            severities[finding.severity] += 1
            yield before + _finding(finding)
            before = ",\n"
    yield "],\n" if before == "\n" else "\n  ],\n"
    yield (
        f'  "summary": {{\n    "errors": {severities[Severity.ERROR]},\n    "warnings": {severities[Severity.WARNING]},\n'
        f'    "infos": {severities[Severity.INFO]},\n    "waived": {waived}\n  }}\n}}\n'
    )


def _finding(finding: Finding) -> str:
    related = ",\n".join(f"        {{\n{_place(place, ' ' * 10)}\n        }}" for place in finding.related)
    return (
        f'    {{\n      "check": {quoted(finding.check)},\n      "severity": {quoted(finding.severity.value)},\n'
        f'      "document": {quoted(finding.document)},\n{_place(finding.location, " " * 6)},\n'
        f'      "message": {quoted(finding.message)},\n      "suggestion": {quoted(finding.suggestion)},\n'
        f'      "related": [{f"{chr(10)}{related}{chr(10)}      " if related else ""}],\n'
        f'      "fingerprint": {quoted(finding.fingerprint)}\n    }}'
    )


def _place(at: Location, indent: str) -> str:
    return (
        f'{indent}"version": {quoted(at.version)},\n{indent}"clause": {quoted(at.clause)},\n'
        f'{indent}"path": {quoted(at.path)},\n{indent}"line": {at.line},\n{indent}"column": {at.column},\n'
        f'{indent}"end_column": {at.end_column},\n{indent}"words": {quoted(at.words)}'
    )
