"""The file that `workbench import` is given: its reader, read to its end, and the document that it goes to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.model.errors import UsageError

if TYPE_CHECKING:
    from workbench.interchange.incoming import Incoming, IncomingUnit
    from workbench.workspace.folder import Workspace

_OURS = re.compile(r"[0-9a-f]{16}-\d+")  # the id of a unit that Workbench exported


@dataclass(frozen=True, slots=True)
class IncomingFile:
    """A file that was read: its path, its format's name, what it told of itself, its units.

    `document` is the one that was named, else the one that the file tells; "" for neither.
    """

    path: Path
    form: str
    incoming: Incoming
    units: tuple[IncomingUnit, ...]
    document: str

    def again(self) -> Incoming:
        """Return the file as if it were just opened."""
        return replace(self.incoming, units=iter(self.units))

    def languages(self) -> str:
        """Return which versions are in it, for people."""
        tags = dict.fromkeys((self.incoming.pivot, *(tag for unit in self.units for tag in unit.wordings)))
        return ", ".join(tag for tag in tags if tag)


def document_meant(workspace: Workspace, file: IncomingFile) -> str:
    """Return the document that a file goes to: what was said or is told, else the one that has most of its units, else its name.

    Raises UsageError for a name that is none, and where several documents have as many of its units.
    """
    from workbench.editing.placing import places_of
    from workbench.model.errors import WorkbenchError
    from workbench.workspace.folder import check_name

    if file.document:
        return check_name(file.document)
    ids = {unit.key for unit in file.units if _OURS.fullmatch(unit.key)}
    found: dict[str, int] = {}
    for name in workspace.documents() if ids else ():
        try:
            places = places_of(workspace.load(name).document, file.incoming)
        except WorkbenchError:
            continue  # one that cannot be read, or has no such version
        found[name] = sum(place.key in ids for place in places)
    # One clause may stand in many documents: the most count.
    best = [name for name, count in found.items() if count and count == max(found.values())]
    if len(best) > 1:
        raise UsageError(f"{file.path}: its units are in {' and '.join(best)} — write: workbench import FILE DOCUMENT")
    return check_name(next(iter(best), "") or file.path.name.split(".")[0])


def renamed(file: IncomingFile, pivot: str, version: str) -> IncomingFile:
    """Return a file with other tags for the two languages that it holds, where they are given ("": as they are).

    Raises UsageError for a file of many versions, which tells its tags itself.
    """
    from workbench.interchange.incoming import renamed as with_names

    incoming = file.incoming
    if version and not incoming.version:
        raise UsageError(f"--version {version}: {file.form} tells its versions itself — leave it out")
    tags = {incoming.version: version or incoming.version, incoming.pivot: pivot or incoming.pivot}
    if not incoming.version or not (pivot or version):
        return file
    units = tuple(with_names(unit, tags) for unit in file.units)
    told = replace(incoming, pivot=tags[incoming.pivot], version=tags[incoming.version])
    return replace(file, incoming=told, units=units)


def incoming_file(targets: Sequence[str], form: str) -> IncomingFile:
    """Read the file of `FILE [DOCUMENT]`, or for formats of several files `[FILE] LANG=FILE LANG=FILE [DOCUMENT]`.

    It is read to its end before anything else is done: one that breaks in the middle changes nothing. Raises UsageError for other
    words, and what its reader raises.
    """
    from workbench.interchange.incoming import pair_importers
    from workbench.interchange.recognition import importer_of

    pairs = pair_importers()
    if form in pairs:
        return _pair(targets, form)
    if len(targets) > 2:
        raise UsageError(f"{targets[2]!r}: one file at a time — write: workbench import FILE DOCUMENT")
    path = Path(targets[0])
    importer = importer_of(path, form)
    return _read(path, importer.NAME, importer.read(path), targets[1:])


def _pair(targets: Sequence[str], form: str) -> IncomingFile:
    from workbench.cli.workspace import language_files
    from workbench.interchange.incoming import pair_importers

    texts = language_files([target for target in targets if "=" in target])
    others = [target for target in targets if "=" not in target]
    ladder = Path(others.pop(0)) if others and Path(others[0]).is_file() else None
    if len(others) > 1 or not texts:
        raise UsageError(f"{form} is texts with what ties them — write: workbench import FILE en=FILE kk=FILE DOCUMENT")
    path = ladder or next(iter(texts.values()))
    return _read(path, form, pair_importers()[form].read_with(ladder, texts), others)


def _read(path: Path, form: str, incoming: Incoming, named: Sequence[str]) -> IncomingFile:
    document = next(iter(named), "") or incoming.document
    return IncomingFile(path, form, incoming, tuple(incoming.units), document)
