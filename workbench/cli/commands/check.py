"""`workbench check`: runs the checks and reports what they find."""

from __future__ import annotations

import argparse

from workbench.cli.baseline import write_baselines
from workbench.cli.collecting import without_collecting
from workbench.cli.command import Command
from workbench.cli.explaining import explain
from workbench.cli.fixing import add_fix_arguments, run_fixes
from workbench.cli.reporting import format_named, hand_out, outputs_of, reports_in_parts, settings_of
from workbench.cli.workspace import open_workspace, warn_of_strays
from workbench.model.errors import UsageError

NEVER = "never"


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("documents", nargs="*", metavar="DOCUMENT", help="the documents (default: all)")
    parser.add_argument(
        "--format", default="text", help="what goes to standard output: text, json, sarif, junit, github"
    )
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
        "--only",
        action="append",
        default=[],
        metavar="CHECK",
        help="run this check or family of checks alone (again for more)",
    )
    parser.add_argument(
        "--explain",
        nargs="?",
        const="",
        metavar="CHECK",
        help="say what a check does, how to set and how to waive it; without a name, list all checks",
    )
    parser.add_argument(
        "--write-baseline",
        action="store_true",
        help="leave out from now on what is found now: texts/DOCUMENT/baseline.txt holds it",
    )
    parser.add_argument(
        "--jobs", type=int, metavar="N", help="local processes for long documents (default: one for each core)"
    )
    add_fix_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Print the report; return 1 where a finding reaches `--fail-on`."""
    if arguments.explain is not None:
        print(explain(arguments.explain), end="")
        return 0
    if arguments.write_baseline and arguments.only:
        raise UsageError("--only beside --write-baseline — a baseline holds what all checks find: take --only out")
    if arguments.jobs is not None and arguments.jobs < 1:
        raise UsageError(f"--jobs {arguments.jobs} — one at least")
    shown, outputs = format_named(arguments.format), outputs_of(arguments.output)
    workspace = open_workspace(arguments)
    names = tuple(arguments.documents) or workspace.documents()
    if run_fixes(arguments, workspace, names):
        return 0
    if arguments.write_baseline:
        write_baselines(workspace, names)
    with without_collecting():
        reports = reports_in_parts(workspace, names, arguments.only, arguments.jobs)
        warn_of_strays(workspace, settings_of(workspace).languages)
        taken = hand_out(reports, shown, outputs)
    if arguments.fail_on == NEVER:
        return 0
    from workbench.checks.finding import Severity

    least = Severity(arguments.fail_on).rank
    return int(any(finding.severity.rank <= least for report in taken for finding in report.findings))


COMMAND = Command(
    "check", "run the checks: numbering, numbers, names, terms, structure, text", configure, run, order=40
)
