"""The documents at hand in a store: read again when their files have changed."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from workbench.alignment.lapse import lapses
from workbench.alignment.side import side_of
from workbench.languages.knowledge import knowledge
from workbench.memory.importing import replace_units
from workbench.memory.origins import forget, origins
from workbench.memory.store import Store
from workbench.memory.unit import Unit, Variant
from workbench.model.document import Document
from workbench.model.errors import WorkbenchError
from workbench.model.ladder import BeadStatus
from workbench.model.row import Row, Rows
from workbench.model.text import digest, normalised
from workbench.workspace.folder import Workspace, pivot_places

_ORDER = tuple(BeadStatus)
_FILES = ("document.toml", "*.txt", "*.ladder")


def refresh(store: Store, workspace: Workspace) -> dict[str, WorkbenchError]:
    """Let a store hold the documents of a workspace as their files are now; return those that cannot be read, and why.

    Such a document stays as it was read last. Raises InputError where the store cannot be written.
    """
    names = workspace.documents()
    with store.named():
        held = {origin.name: origin.stamp for origin in origins(store)}
        _forget_all(store, held.keys() - set(names))
    refused: dict[str, WorkbenchError] = {}
    for name in names:
        stamp = _stamp(workspace.folder(name))
        if held.get(name) == stamp:
            continue
        try:
            document = workspace.load(name).document
        except WorkbenchError as error:
            refused[name] = error
            continue
        replace_units(store, name, stamp, units_of(document))
    return refused


def _forget_all(store: Store, names: Collection[str]) -> None:
    if names:
        with store.writing():
            for name in sorted(names):
                forget(store, name)


def _stamp(folder: Path) -> str:
    """Return what changes whenever a file of a document is written."""
    found = []
    for path in sorted(path for pattern in _FILES for path in folder.glob(pattern)):
        try:
            state = path.stat()
        except OSError:
            continue  # it was there a moment ago: the next look will see that it is gone
        found.append(f"{path.name} {state.st_size} {state.st_mtime_ns} {state.st_ctime_ns} {state.st_ino}")
    return digest(*found, length=32)


def units_of(document: Document) -> Iterator[Unit]:
    """Yield a unit for every row of a document, each with all its versions, in the document's order."""
    where = pivot_places(document)
    side = side_of(document.version(document.pivot))
    lapsed = {
        (tag, lapse.span.index)
        for tag in document.others()
        for lapse in lapses(document.ladders[tag], side, side_of(document.version(tag)))
    }
    texts = {tag: [normalised(text) for text in version.segments()] for tag, version in document.versions.items()}
    joiners = {tag: knowledge(tag).joiner for tag in texts}
    for row in Rows(document):
        at = row.pivot.start if row.pivot else row.pivot.start - 1
        variants = [
            Variant(
                tag,
                joiners[tag].join([held[index] for index in row.segments(tag, document.pivot)]),
                "" if tag == document.pivot else _status(row, tag, lapsed),
            )
            for tag, held in texts.items()
        ]
        yield Unit(tuple(variants), where[at].name if at >= 0 else "0", document.date)


def _status(row: Row, tag: str, lapsed: Collection[tuple[str, int]]) -> str:
    """Return the least status of the beads of a cell, "" for none; what lapsed is nobody's word any more."""
    statuses = [BeadStatus.AUTO if (tag, span.index) in lapsed else span.bead.status for span in row.cells[tag].spans]
    return min(statuses, key=_ORDER.index).value if statuses else ""
