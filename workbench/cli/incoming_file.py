"""The file that `workbench import` is given: its reader, what went by of it, and the document that it goes to."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.model.errors import NotFoundError, UsageError, WorkbenchError

if TYPE_CHECKING:
    from workbench.editing.placing import Places
    from workbench.interchange.incoming import Incoming, IncomingUnit
    from workbench.workspace.folder import Workspace

_OURS = re.compile(r"[0-9a-f]{16}-\d+")  # the id of a unit that Workbench exported


@dataclass(slots=True)
class IncomingFile:
    """A file that is open: its path, its format's name, what opens it, and what it told of itself when it was opened last.

    `document` is the one that was named, "" for none. `names` are other tags for its versions. `units` counts those
    that went by since it was opened.
    """

    path: Path
    form: str
    read: Callable[[], Incoming]
    incoming: Incoming
    document: str
    names: Mapping[str, str] = field(default_factory=dict)
    units: int = field(default=0, init=False)
    _tags: dict[str, None] = field(default_factory=dict, init=False)
    _begun: bool = field(default=False, init=False)

    def again(self) -> Incoming:
        """Return the file as if it were just opened; its units may be gone through once. Raises what its reader raises."""
        if self._begun:
            self.incoming = self.read()
        self._begun = True
        self.units, self._tags = 0, {}
        return replace(self.told(), units=self._going_by(self.incoming.units))

    def told(self) -> Incoming:
        """Return what the file tells before its units."""
        pivot, version = (self.names.get(tag, tag) for tag in (self.incoming.pivot, self.incoming.version))
        return replace(self.incoming, pivot=pivot, version=version)

    def languages(self) -> str:
        """Return which versions are in what went by, for people."""
        return ", ".join(tag for tag in dict.fromkeys((self.told().pivot, *self._tags)) if tag)

    def _going_by(self, units: Iterator[IncomingUnit]) -> Iterator[IncomingUnit]:
        from workbench.interchange.incoming import renamed as with_names

        for unit in units:
            named = with_names(unit, self.names)
            self.units += 1
            self._tags |= dict.fromkeys(named.wordings)
            yield named


def document_meant(workspace: Workspace, file: IncomingFile) -> str:
    """Return the document that a file goes to: what was said, or is told and is there; else the one that has most of its units.

    Where none has any, or not even half of a file's that tells of another one, it is what the file tells, else its name. Raises
    UsageError for a name that is none and where several documents have as many of its units, InputError where none has and one
    cannot be read.
    """
    told = file.incoming.document
    if file.document or told in workspace.documents():
        return _checked(file.document or told, file)
    found: dict[str, int] = {}
    places: Mapping[str, Places] | None = None
    unread: list[WorkbenchError] = []
    for unit in file.again().units:
        if _OURS.fullmatch(unit.key):
            places = _places(workspace, file.told(), unread) if places is None else places
            for name, held in places.items():
                found[name] = found.get(name, 0) + (held.find(unit.key) >= 0)
    # One clause may stand in many documents: the most count.
    least = file.units // 2 + 1 if told else 1
    best = [name for name, count in found.items() if count >= least and count == max(found.values())]
    if len(best) > 1:
        raise UsageError(f"{file.path}: its units are in {' and '.join(best)} — write: workbench import FILE DOCUMENT")
    if not best and unread:
        raise unread[0]  # the file may be of this one: a second document of it is nothing to begin
    return next(iter(best), "") or _checked(told or file.path.name.split(".")[0], file)


def _checked(name: str, file: IncomingFile) -> str:
    """Return the name that a file tells; one that is none is named beside the file, for nobody may have typed it."""
    from workbench.workspace.folder import check_name

    try:
        return check_name(name)
    except UsageError as error:
        raise UsageError(f"{file.path}: {error}, as in: workbench import FILE DOCUMENT") from None


def _places(workspace: Workspace, told: Incoming, unread: list[WorkbenchError]) -> Mapping[str, Places]:
    """Return the places that the units of a file may have in each document of a workspace; `unread` gets why one is not read.

    A file that does not tell its language is known by the units of any version.
    """
    from workbench.editing.placing import places_of
    from workbench.interchange.locales import UNKNOWN

    found: dict[str, Places] = {}
    for name in workspace.documents():
        try:
            document = workspace.in_files(name)
            version = next(iter(document.others()), "") if told.version == UNKNOWN else told.version
            with suppress(NotFoundError):  # it has no such version
                found[name] = places_of(document, replace(told, version=version))
        except WorkbenchError as error:
            unread.append(error)
    return found


def renamed(file: IncomingFile, pivot: str, version: str) -> IncomingFile:
    """Give a file other tags for the two languages that it holds, where they are given ("": as they are), and return it.

    Raises UsageError for a file of many versions, which tells its tags itself.
    """
    incoming = file.incoming
    if version and not incoming.version:
        raise UsageError(f"--version {version}: {file.form} tells its versions itself — leave it out")
    if incoming.version and (pivot or version):
        file.names = {incoming.version: version or incoming.version, incoming.pivot: pivot or incoming.pivot}
    return file


def incoming_file(targets: Sequence[str], form: str) -> IncomingFile:
    """Read the file of `FILE [DOCUMENT]`, or for formats of several files `[FILE] LANG=FILE LANG=FILE [DOCUMENT]`.

    Nothing may be written before it was gone through to its end: it may break in the middle. Raises UsageError for other words,
    and what its reader raises.
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
    return _opened(path, importer.NAME, lambda: importer.read(path), targets[1:])


def _pair(targets: Sequence[str], form: str) -> IncomingFile:
    from workbench.cli.workspace import language_files
    from workbench.interchange.incoming import pair_importers

    texts = language_files([target for target in targets if "=" in target])
    others = [target for target in targets if "=" not in target]
    ladder = Path(others.pop(0)) if others and Path(others[0]).is_file() else None
    if len(others) > 1 and texts:
        raise NotFoundError(f"{others[0]}: there is no such file — check the name")
    if len(others) > 1 or not texts:
        raise UsageError(f"{form} is texts with what ties them — write: workbench import FILE en=FILE kk=FILE DOCUMENT")
    path = ladder or next(iter(texts.values()))
    return _opened(path, form, lambda: pair_importers()[form].read_with(ladder, texts), others)


def _opened(path: Path, form: str, read: Callable[[], Incoming], named: Sequence[str]) -> IncomingFile:
    incoming = read()
    return IncomingFile(path, form, read, incoming, next(iter(named), ""))
