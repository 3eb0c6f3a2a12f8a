"""The report that other programs read."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from workbench.checks.finding import Finding, Severity
from workbench.checks.runner import Report

NAME = "json"


def write(reports: Sequence[Report]) -> str:
    """Return `{"findings": […], "summary": {"errors": …, "warnings": …, "infos": …, "waived": …}}`."""
    findings = [finding for report in reports for finding in report.findings]
    found = [finding.severity for finding in findings]
    summary = {
        "errors": found.count(Severity.ERROR),
        "warnings": found.count(Severity.WARNING),
        "infos": found.count(Severity.INFO),
        "waived": sum(len(report.waived) for report in reports),
    }
    data = {"findings": [_finding(finding) for finding in findings], "summary": summary}
    # A lone surrogate cannot be encoded: it goes out as an escape, like everything that is not printable ASCII there.
    content = json.dumps(data, ensure_ascii=False, indent=2)
    if not content.isprintable() and any(
        0xD800 <= ord(character) <= 0xDFFF or 0x7F <= ord(character) <= 0x9F for character in content
    ):
        content = json.dumps(data, ensure_ascii=True, indent=2)
    return content + "\n"


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
