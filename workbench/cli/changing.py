"""What commands share that change a document by operations: holding it, showing what would change, doing it, taking it back."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from workbench.model.errors import ConflictError, WorkbenchError

if TYPE_CHECKING:
    from workbench.editing.fix_record import FixRecord
    from workbench.model.document import Document
    from workbench.model.operations import Operation
    from workbench.workspace.folder import Workspace
    from workbench.workspace.loaded import Loaded


@contextmanager
def held(workspace: Workspace, name: str) -> Iterator[None]:
    """Hold a document as an editor does; raise ConflictError where one has it, or left edits behind."""
    from workbench.editing.journal import Journal
    from workbench.editing.recovery import examine
    from workbench.workspace.lock import locked
    from workbench.workspace.state import state_folder

    workspace.described(name)  # before anything is made for a document that is not there
    folder = state_folder(workspace.root) / "journal"
    with locked(folder / f"{name}.lock"):
        read = Journal(folder / f"{name}.jsonl").read()
        if (read.entries or read.problems) and not examine(workspace.load(name).document, read).saved:
            raise ConflictError(
                f"{name} has edits that were never saved — open it, and save or discard them, with: workbench edit {name}"
            )
        yield


def do(workspace: Workspace, loaded: Loaded, operation: Operation, record: FixRecord) -> None:
    """Do an operation to a document that is held, write it down in a record, and save; raises what saving raises."""
    from workbench.editing.session import Session
    from workbench.editing.store import WorkspaceStore

    session = Session(loaded.document, WorkspaceStore(workspace, loaded), record)
    session.apply(operation)
    try:
        session.save()
    except WorkbenchError:
        record.drop_last()
        raise


def take_back(workspace: Workspace, name: str, record: FixRecord) -> None:
    """Take the last act of a record back in a document that is held; raises what `FixRecord.last` raises."""
    from workbench.editing.apply import revert

    loaded = workspace.load_in_files(name)
    document, _ = revert(loaded.document, record.last(loaded.document))
    for tag, version in loaded.document.versions.items():
        if version.locked and version.text != document.versions[tag].text:
            raise ConflictError(f"{name}: {tag} was locked since then — unlock it in document.toml first")
    workspace.save(document, loaded)
    record.drop_last()


def show_difference(workspace: Workspace, name: str, document: Document) -> None:
    """Print the unified diff of the files that would change if a document became another."""
    from difflib import unified_diff

    from workbench.model.terminal import plain

    before = _contents(workspace, name)
    for path, new in _contents_after(workspace, name, document).items():
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
    from workbench.workspace.content import whole

    loaded = workspace.load(name)
    return {workspace.shown(path): whole(loaded.content(path) or b"").decode("utf-8") for path in loaded.files}


def _contents_after(workspace: Workspace, name: str, document: Document) -> dict[str, str]:
    from workbench.model.segment import format_text
    from workbench.workspace.folder import pivot_places
    from workbench.workspace.ladder_format import format_ladder

    was = workspace.load(name).document
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
