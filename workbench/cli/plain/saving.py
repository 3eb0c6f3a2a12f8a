"""Saving by prompts: files that changed meanwhile lead to a question, never to silence."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import TYPE_CHECKING

from workbench.cli.plain.asking import choose, tell
from workbench.editing.merging import merged
from workbench.editing.realign import mended, repaired
from workbench.model.document import Document
from workbench.model.errors import ConflictError, WorkbenchError

if TYPE_CHECKING:
    from workbench.cli.plain.desk import Desk


def save(desk: Desk) -> bool:
    """Save; ask where a file changed underneath. Returns whether it was done. Raises EndOfInput."""
    try:
        desk.view.session.save()
    except ConflictError as error:
        return _ask(desk, error)
    except WorkbenchError as error:
        tell(f"Not saved: {error}")
        return False
    tell("Saved.")
    return True


def _ask(desk: Desk, error: ConflictError) -> bool:
    tell(f"Not saved: {error}")
    try:
        theirs = desk.store.peek_at_texts().document
    except WorkbenchError as problem:
        tell(f"The files cannot be read: {problem}")
        if choose("Write mine over the files, or stay and save nothing?", ("mine", "stay")) == "mine":
            return _keep_mine(desk)
        return False
    for line in islice(_differences(desk.view.session.document, theirs), 20):
        tell(line)
    match choose("Merge both, write mine over the files, or stay and save nothing?", ("merge", "mine", "stay")):
        case "mine":
            return _keep_mine(desk)
        case "merge":
            _merge(desk)
    return False


def _keep_mine(desk: Desk) -> bool:
    aside = desk.store.overwrite(desk.view.session.document)
    if aside is not None:
        tell(f"The files as they were are kept in {aside}")
    return save(desk)


def _merge(desk: Desk) -> None:
    session = desk.view.session
    theirs = desk.store.peek_at_texts()
    document = mended(theirs.document)
    result = merged(session.saved, session.document, document, repaired)
    session.rebase(document, result.document)
    desk.store.go_on_from(theirs)
    desk.view.rebuild()
    for clash in result.clashes:
        tell(f"{clash.version}, segment {clash.segment + 1}: both changed it, yours stands. Theirs was: {clash.theirs}")
    tell("Merged: look at it, then save.")


def _differences(mine: Document, theirs: Document) -> Iterator[str]:
    """Yield the segments that stand in the files alone, or here alone, in words."""
    for tag, version in mine.versions.items():
        if tag not in theirs.versions:
            yield f"{tag}: not in the files any more."
            continue
        here, there = version.segments(), theirs.versions[tag].segments()
        yield from (f"{tag}, only in the files: {text}" for text in there if text not in here)
        yield from (f"{tag}, only here: {text}" for text in here if text not in there)
