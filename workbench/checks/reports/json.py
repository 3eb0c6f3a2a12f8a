"""The report that other programs read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import asdict
from typing import Any

from workbench.checks.finding import Finding, Severity
from workbench.checks.runner import Report, whole_reports
from workbench.checks.safe_json import dumps

NAME = "json"


def pieces(reports: Iterable[Report]) -> Iterator[str]:
    """Yield `{"findings": […], "summary": {"errors": …, "warnings": …, "infos": …, "waived": …}}` as one piece."""
    taken = list(whole_reports(reports))
    findings = [finding for report in taken for finding in report.findings]
    found = [finding.severity for finding in findings]
    summary = {
        "errors": found.count(Severity.ERROR),
        "warnings": found.count(Severity.WARNING),
        "infos": found.count(Severity.INFO),
        "waived": sum(len(report.waived) for report in taken),
    }
    yield dumps({"findings": [_finding(finding) for finding in findings], "summary": summary})


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "check": finding.check,
        "severity": finding.severity.value,
        "document": finding.document,
        **asdict(finding.location),
        "message": finding.message,
        "suggestion": finding.suggestion,
        "related": [asdict(place) for place in finding.related],
        "fingerprint": finding.fingerprint,
    }
