"""Annotations of GitHub Actions: workflow commands, one a line.

Source of the format: docs.github.com, "Workflow commands for GitHub Actions"; the escapes are those of actions/toolkit.
"""

from __future__ import annotations

from collections.abc import Sequence

from workbench.checks.finding import Finding, Severity
from workbench.checks.runner import Report
from workbench.model.terminal import plain

NAME = "github"

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def write(reports: Sequence[Report]) -> str:
    """Return `::error file=…,line=…,col=…,endColumn=…,title=…::message` for each finding; empty where there is none."""
    return "".join(_command(finding) + "\n" for report in reports for finding in report.findings)


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
    message = finding.message
    if finding.suggestion is not None:
        message += f"\nsuggestion: {finding.suggestion}"
    return f"::{_COMMANDS[finding.severity]} {written}::{_data(message)}"


def _data(text: str) -> str:
    shown = "\n".join(plain(line) for line in text.split("\n"))
    return shown.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
