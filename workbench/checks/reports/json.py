"""The report that other programs read."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from workbench.checks.finding import Finding, Severity
from workbench.checks.runner import Report

NAME = "json"

# What a terminal would act on, and what UTF-8 cannot say: C1 controls, separators, bidirectional overrides, surrogates.
_UNSAFE = re.compile(r"[\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")


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
    content = json.dumps(data, ensure_ascii=False, indent=2)
    return _UNSAFE.sub(lambda match: f"\\u{ord(match.group()):04x}", content) + "\n"


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
