"""Annotations of GitHub Actions: workflow commands, one a line.

Source of the format: docs.github.com, "Workflow commands for GitHub Actions"; the escapes are those of actions/toolkit.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.checks.excerpt import shortened
from workbench.checks.finding import Finding, Severity
from workbench.checks.runner import Report
from workbench.model.terminal import plain

NAME = "github"

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_LONGEST = 2000  # cells of a line of a message, and code points of the whole: an annotation holds 64 KB


def pieces(reports: Iterable[Report]) -> Iterator[str]:
    """Yield `::error file=…,line=…,col=…,endColumn=…,title=…::message` for each finding; nothing where there is none."""
    for report in reports:
        for finding in report.findings:
            yield _command(finding) + "\n"


def _command(finding: Finding) -> str:
    at = finding.location
    properties = {
        "file": at.path,
        "line": at.line,
        "col": at.column,
        "endColumn": at.end_column,
        "title": finding.check,
    }
    written = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    lines = finding.message[:_LONGEST].split("\n")
    if finding.advice:
        lines.append(f"suggestion: {finding.advice}")
    message = "%0A".join(_escaped(shortened(line, _LONGEST)) for line in lines)
    return f"::{_COMMANDS[finding.severity]} {written}::{message}"


def _escaped(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _escaped(plain(text)).replace(":", "%3A").replace(",", "%2C")
