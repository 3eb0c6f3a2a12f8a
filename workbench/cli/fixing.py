"""`workbench check --fix`: mends what needs no look, shows it first, and takes it back."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from workbench.model.errors import ConflictError, UsageError, WorkbenchError

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
            _show(workspace, name, _fixed(workspace, name, arguments.only))
        return True
    if arguments.fix or arguments.undo_fix:
        with ExitStack() as stack:
            for name in names:
                stack.enter_context(_held(workspace, name))
            for name in names:
                if arguments.undo_fix:
                    _undo(workspace, name)
                else:
                    _fix(workspace, name, arguments.only)
    return bool(arguments.undo_fix)


@contextmanager
def _held(workspace: Workspace, name: str) -> Iterator[None]:
    """Hold a document as an editor does; raise ConflictError where one has it, or left edits behind."""
    from workbench.editing.journal import Journal
    from workbench.editing.recovery import examine
    from workbench.workspace.lock import locked
    from workbench.workspace.state import state_folder

    document = workspace.load(name).document
    folder = state_folder(workspace.root) / "journal"
    with locked(folder / f"{name}.lock"):
        read = Journal(folder / f"{name}.jsonl").read()
        if (read.entries or read.problems) and not examine(document, read).saved:
            raise ConflictError(
                f"{name} has edits that were never saved — open it, and save or discard them, with: workbench edit {name}"
            )
        yield


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
    from workbench.editing.session import Session
    from workbench.editing.store import WorkspaceStore

    loaded = workspace.load(name)
    result = fixed(loaded.document, _finder(workspace, name, only))
    if result.operation is not None:
        record = _record(workspace, name)
        session = Session(loaded.document, WorkspaceStore(workspace, loaded), record)
        session.apply(result.operation)
        try:
            session.save()
        except WorkbenchError:
            record.drop_last()
            raise
    _say(name, result)


def _undo(workspace: Workspace, name: str) -> None:
    from workbench.editing.apply import revert

    loaded = workspace.load(name)
    record = _record(workspace, name)
    document, _ = revert(loaded.document, record.last(loaded.document))
    for tag, version in loaded.document.versions.items():
        if version.locked and version.text != document.versions[tag].text:
            raise ConflictError(f"{name}: {tag} was locked since it was fixed — unlock it in document.toml first")
    workspace.save(document, loaded)
    record.drop_last()
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


def _show(workspace: Workspace, name: str, result: Fixed) -> None:
    """Print the unified diff of the files that a fix would change."""
    from difflib import unified_diff

    from workbench.model.terminal import plain

    before = _contents(workspace, name)
    for path, new in _contents_after(workspace, name, result).items():
        old = before.get(path, "")
        if old == new:
            continue
        for line in unified_diff(_lines(old), _lines(new), f"a/{path}", f"b/{path}"):
            body = line.removesuffix("\n")
            shown = plain(body) if sys.stdout.isatty() else body
            print(shown if line.endswith("\n") else f"{shown}\n\\ No newline at end of file")


def _lines(content: str) -> list[str]:
    lines = [f"{line}\n" for line in content.split("\n")]
    lines[-1] = lines[-1].removesuffix("\n")
    return lines if lines[-1] else lines[:-1]


def _contents(workspace: Workspace, name: str) -> dict[str, str]:
    contents = workspace.load(name).contents
    return {workspace.shown(path): content.decode("utf-8") for path, content in contents.items()}


def _contents_after(workspace: Workspace, name: str, result: Fixed) -> dict[str, str]:
    from workbench.model.segment import format_text
    from workbench.workspace.folder import pivot_places
    from workbench.workspace.ladder_format import format_ladder

    was, document = workspace.load(name).document, result.document
    folder = workspace.shown(workspace.folder(name))
    texts = {
        f"{folder}/{tag}.txt": format_text(version.text)
        for tag, version in document.versions.items()
        if version.text != was.versions[tag].text
    }
    found = pivot_places(document)
    ladders = {
        f"{folder}/{tag}.ladder": format_ladder(document.ladders[tag], found)
        for tag in document.others()
        if document.ladders[tag] != was.ladders[tag]
    }
    return texts | ladders
