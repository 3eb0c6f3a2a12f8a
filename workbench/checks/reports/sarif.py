"""SARIF 2.1.0, the report that code scanning services and editors read.

Source of the format: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any
from urllib.parse import quote

import workbench
from workbench.checks.check import Check
from workbench.checks.finding import Finding, Location, Severity
from workbench.checks.registry import checks
from workbench.checks.runner import Report, whole_reports
from workbench.checks.safe_json import dumps
from workbench.checks.waiver import Waiver

NAME = "sarif"

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_ROOT = "WORKSPACE"  # what paths are relative to
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_LONGEST = 1000  # code points of words that are quoted: the whole stands at their place


def pieces(reports: Iterable[Report]) -> Iterator[str]:
    """Yield one log with one run as one piece: all checks as rules, all findings as results, waived ones suppressed."""
    rules = {check.name: position for position, check in enumerate(checks())}
    results: list[dict[str, Any]] = []
    for report in whole_reports(reports):
        results += [_result(finding, rules) for finding in report.findings]
        results += [_result(finding, rules) | _suppressed(waiver) for finding, waiver in report.waived]
    driver = {"name": "Workbench", "version": workbench.__version__, "rules": [_rule(check) for check in checks()]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder that holds texts/ and glossary/."}}},
        "results": results,
    }
    yield dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(check: Check) -> dict[str, Any]:
    command = f"workbench check --explain {check.name}"
    wrong, right = check.example
    plain = [check.help, f"Wrong: {wrong}\nRight: {right}", f"How to set and to waive it: {command}"]
    marked = [check.help, f"- Wrong: {wrong}\n- Right: {right}", f"How to set and to waive it: `{command}`"]
    return {
        "id": check.name,
        "name": "".join(part.capitalize() for part in check.name.split("-")),
        "shortDescription": {"text": check.summary()},
        "fullDescription": {"text": check.help},
        "help": {"text": "\n\n".join(plain), "markdown": "\n\n".join(marked)},
        "defaultConfiguration": {"level": _LEVELS[check.severity]},
        "properties": {"tags": [check.family]},
    }


def _result(finding: Finding, rules: Mapping[str, int]) -> dict[str, Any]:
    at = finding.location
    result: dict[str, Any] = {
        "ruleId": finding.check,
        "ruleIndex": rules[finding.check],
        "level": _LEVELS[finding.severity],
        "message": {"text": finding.message},
        "locations": [_location(at) | _logical(finding.document, at)],
        "partialFingerprints": {"workbench/v1": finding.fingerprint},
        "properties": {
            "document": finding.document,
            "version": at.version,
            "clause": at.clause,
            "words": at.words[:_LONGEST],
            "suggestion": finding.suggestion,
        },
    }
    if finding.related:
        result["relatedLocations"] = [
            {"id": number, "message": {"text": _said(place)}, **_location(place)}
            for number, place in enumerate(finding.related)
        ]
    if finding.safe and finding.suggestion is not None:
        result["fixes"] = [_fix(finding, finding.suggestion)]
    return result


def _artifact(at: Location) -> dict[str, str]:
    return {"uri": quote(at.path), "uriBaseId": _ROOT}


def _region(at: Location) -> dict[str, int]:
    return {"startLine": at.line, "startColumn": at.column, "endColumn": at.end_column}


def _location(at: Location) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": _artifact(at), "region": _region(at)}}


def _logical(document: str, at: Location) -> dict[str, Any]:
    names = [document, *filter(None, (at.version, at.clause))]
    return {"logicalLocations": [{"name": names[-1], "fullyQualifiedName": "/".join(names)}]}


def _said(at: Location) -> str:
    words = at.words[:_LONGEST] or "here"
    return " ".join(filter(None, (at.version, at.clause and f"{at.clause}:", words)))


def _fix(finding: Finding, suggestion: str) -> dict[str, Any]:
    at = finding.location
    said = f"write “{suggestion}”" if suggestion.strip() else finding.advice
    replacement = {"deletedRegion": _region(at), "insertedContent": {"text": suggestion}}
    return {
        "description": {"text": said},
        "artifactChanges": [{"artifactLocation": _artifact(at), "replacements": [replacement]}],
    }


def _suppressed(waiver: Waiver) -> dict[str, Any]:
    return {"suppressions": [{"kind": "external", "status": "accepted", "justification": waiver.reason}]}
