"""`workbench check`: runs the checks and reports what they find."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.command import Command
from workbench.cli.files import write_whole
from workbench.cli.fixing import add_fix_arguments, run_fixes
from workbench.cli.workspace import open_workspace, warn_of_strays
from workbench.model.errors import UsageError

if TYPE_CHECKING:
    from workbench.checks.runner import Report
    from workbench.checks.settings import Settings
    from workbench.workspace.folder import Workspace

NEVER = "never"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("documents", nargs="*", metavar="DOCUMENT", help="the documents (default: all)")
    parser.add_argument("--format", default="text", help="what goes to standard output: text, json, github")
    parser.add_argument(
        "--output",
        action="append",
        default=[],
        metavar="FORMAT=FILE",
        help="write a report to a file too (again for more)",
    )
    parser.add_argument(
        "--fail-on",
        choices=("error", "warning", "info", NEVER),
        default="error",
        help="the least severity that makes the exit code 1 (default: error)",
    )
    parser.add_argument(
        "--only", action="append", default=[], metavar="CHECK", help="run this check alone (again for more)"
    )
    add_fix_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the report; return 1 where a finding reaches `--fail-on`."""
    from workbench.checks.finding import Severity
    from workbench.checks.registry import report_formats

    formats = report_formats()
    outputs = []
    for argument in arguments.output:
        name, sign, path = argument.partition("=")
        if not sign or not path:
            raise UsageError(f"--output {argument!r} is no FORMAT=FILE — write it like json=report.json")
        outputs.append((name, Path(path)))
    for name in (arguments.format, *(name for name, _ in outputs)):
        if name not in formats:
            raise UsageError(f"no report format is called {name!r} — there are: {', '.join(sorted(formats))}")
    workspace = open_workspace(arguments)
    names = tuple(arguments.documents) or workspace.documents()
    if run_fixes(arguments, workspace, names):
        return 0
    reports = reports_of(workspace, names, tuple(arguments.only))
    warn_of_strays(workspace, settings_of(workspace).languages)
    for name, path in outputs:
        write_whole(path, formats[name].write(reports).encode("utf-8"))
    print(formats[arguments.format].write(reports), end="")
    if arguments.fail_on == NEVER:
        return 0
    order = list(Severity)
    least = order.index(Severity(arguments.fail_on))
    return int(any(order.index(finding.severity) <= least for report in reports for finding in report.findings))


def settings_of(workspace: Workspace) -> Settings:
    """Return the settings of the workspace; raise InputError for those that cannot be read."""
    from workbench.checks.registry import checks
    from workbench.workspace.configuration import read_settings

    return read_settings(workspace.root, {check.name for check in checks()})


def reports_of(workspace: Workspace, names: Sequence[str], only: Sequence[str]) -> list[Report]:
    """Return a report for each document, by all checks or by those named; raise UsageError for an unknown one."""
    from workbench.checks.reading import Reading
    from workbench.checks.registry import checks
    from workbench.checks.runner import run_checks

    known = {check.name for check in checks()}
    for name in only:
        if name not in known:
            raise UsageError(f"no check is called {name!r} — there are: {', '.join(sorted(known))}")
    settings = settings_of(workspace)
    if only:
        settings = settings.only(only, known)
    termbase = workspace.termbase()
    return [
        run_checks(
            Reading(workspace.load(name).document, termbase),
            settings,
            workspace.waivers(name),
            workspace.baseline(name),
        )
        for name in names
    ]


COMMAND = Command("check", "run the checks: numbering, names, terms, counts, missing text", configure, run, order=40)
