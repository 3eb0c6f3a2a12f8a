"""`workbench check --fix`: mends what needs no look, shows it first, and takes it back."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Sequence
from contextlib import ExitStack
from typing import TYPE_CHECKING

from workbench.cli.changing import do, held, show_difference, take_back
from workbench.model.errors import UsageError

if TYPE_CHECKING:
    from workbench.checks.finding import Finding
    from workbench.editing.finder import Find
    from workbench.editing.fix_record import FixRecord
    from workbench.editing.fixing import Fixed
    from workbench.workspace.folder import Workspace


def add_fix_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "--fix",
        action="store_true",
        help="mend what is safe and mechanical, then report what remains (never in a locked version)",
    )
    parser.add_argument("--diff", action="store_true", help="with --fix: print what would change, and change nothing")
    parser.add_argument("--undo-fix", action="store_true", help="take the last --fix of the documents back")


def run_fixes(arguments: argparse.Namespace, workspace: Workspace, names: Sequence[str]) -> bool:
    """Do what the arguments ask for; return whether that is all, and no report is wanted.

    Raises UsageError for arguments that do not go together, ConflictError where an editor has a document open or edits of one
    that was cut off are waiting, and what loading and saving raise.
    """
    if arguments.diff and not arguments.fix:
        raise UsageError("--diff shows what --fix would do — write: --fix --diff")
    if arguments.undo_fix and arguments.fix:
        raise UsageError("--fix and --undo-fix at once undo each other — write one of them")
    if arguments.fix and arguments.diff:
        for name in names:
            show_difference(workspace, name, _fixed(workspace, name, arguments.only).document)
        return True
    if arguments.fix or arguments.undo_fix:
        with ExitStack() as stack:
            for name in names:
                stack.enter_context(held(workspace, name))
            for name in names:
                if arguments.undo_fix:
                    _undo(workspace, name)
                else:
                    _fix(workspace, name, arguments.only)
    return bool(arguments.undo_fix)


def _fixed(workspace: Workspace, name: str, only: Sequence[str]) -> Fixed:
    from workbench.editing.fixing import fixed

    return fixed(workspace.load(name).document, _finder(workspace, name, only))


def _finder(workspace: Workspace, name: str, only: Sequence[str]) -> Find:
    from workbench.checks.reading import Reading
    from workbench.checks.runner import run_checks
    from workbench.cli.reporting import settings_of

    settings = settings_of(workspace, only)
    termbase = workspace.termbase()
    waivers, baseline = workspace.waivers(name), workspace.baseline(name)
    return lambda document: run_checks(Reading(document, termbase), settings, waivers, baseline).findings


def _record(workspace: Workspace, name: str) -> FixRecord:
    from workbench.editing.fix_record import FixRecord
    from workbench.workspace.state import state_folder

    return FixRecord(state_folder(workspace.root) / "fixed" / f"{name}.jsonl")


def _fix(workspace: Workspace, name: str, only: Sequence[str]) -> None:
    from workbench.editing.fixing import fixed

    loaded = workspace.load(name)
    result = fixed(loaded.document, _finder(workspace, name, only))
    if result.operation is not None:
        do(workspace, loaded, result.operation, _record(workspace, name))
    _say(name, result)


def _undo(workspace: Workspace, name: str) -> None:
    take_back(workspace, name, _record(workspace, name))
    print(f"{name}: the last fix is taken back", file=sys.stderr)


def _say(name: str, result: Fixed) -> None:
    from workbench.model.terminal import plain

    lines = [
        f"{finding.location.path}:{finding.location.line}: fixed {finding.check}: {_change(finding)}"
        for finding in result.mended
    ]
    undo = f" — take it back with: workbench check {name} --undo-fix" if result.mended else ""
    lines.append(f"{name}: {len(result.mended)} fixed{undo}")
    for tag, count in Counter(finding.version for finding in result.locked).items():
        lines.append(f"{name}: {tag} is locked, so {count} that could be fixed are left")
    for line in lines:
        print(plain(line), file=sys.stderr)


def _change(finding: Finding) -> str:
    if finding.fix is not None:
        return finding.message
    if finding.suggestion == finding.location.words:  # letters put together of several characters look alike
        return finding.message
    if not finding.suggestion:
        return f"{finding.message}: taken out"
    return f"“{finding.location.words}” → “{finding.suggestion}”"
