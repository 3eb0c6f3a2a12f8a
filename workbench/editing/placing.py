"""Placing: where in a document the units of a file that comes back stand."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Protocol

from workbench.editing.behind import Behind
from workbench.editing.free_places import FreePlaces
from workbench.editing.ids import Ids
from workbench.interchange.export import Export, export_date
from workbench.interchange.incoming import Incoming, IncomingUnit
from workbench.interchange.locales import UNKNOWN
from workbench.interchange.units import units
from workbench.interchange.wording import Wording, Wordings, key_number
from workbench.languages.knowledge import knowledge, language_key
from workbench.model.document import Document
from workbench.model.errors import NotFoundError
from workbench.model.growing import Put, kept
from workbench.model.ladder import Span
from workbench.model.row import Row, Rows
from workbench.model.text import normalised

_NEAR = 10_000  # rows that are passed over on the way to one


@dataclass(frozen=True, slots=True)
class Place:
    """Where a unit stands now: its clause, what each version says there, and the beads that hold it, by version.

    A version that says nothing there has no wording; the pivot has no beads.
    """

    clause: str
    wordings: Mapping[str, Wording]
    spans: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Placed:
    """A unit of a file with its place; `at` counts the units before it. `known` says whether it was found by its id."""

    at: int
    unit: IncomingUnit
    place: Place | None
    known: bool


class Places(Protocol):
    """The places that a document's units have, in order; `wordings` are what it says."""

    wordings: Wordings

    def __len__(self) -> int: ...
    def __getitem__(self, index: int) -> Place: ...
    def __iter__(self) -> Iterator[Place]: ...
    def find(self, key: str) -> int:
        """Return the index of the place with an id, -1 where there is none."""

    def pivot(self, index: int) -> Sequence[int]:
        """Return the segments (indices) that the pivot has at a place."""


def places_of(document: Document, incoming: Incoming) -> Places:
    """Return the places that a file's units may have: beads of its one version, or rows. Raises what `version_meant` raises."""
    if incoming.version:
        return PlacesOfBeads(document, version_meant(document, incoming.version, incoming.path))
    return PlacesOfRows(document)


class PlacesOfBeads:
    """The places that formats of two languages know of a version: its beads."""

    def __init__(self, document: Document, tag: str) -> None:
        export = _exported(document)
        self.wordings = Wordings(export)
        self._found: list[Place] = []
        self._by_key: dict[str, int] = {}
        self._pivot = document.pivot
        for unit in units(export, tag, self.wordings):
            held = {wording.tag: wording for wording in (unit.pivot, unit.version) if wording is not None}
            self._by_key[unit.key] = len(self._found)
            self._found.append(Place(unit.clause, held, {tag: unit.spans}))

    def __len__(self) -> int:
        return len(self._found)

    def __getitem__(self, index: int) -> Place:
        return self._found[index]

    def __iter__(self) -> Iterator[Place]:
        return iter(self._found)

    def find(self, key: str) -> int:
        """Return the index of the place with an id, -1 where there is none."""
        return self._by_key.get(key, -1)

    def pivot(self, index: int) -> Sequence[int]:
        """Return the segments (indices) that the pivot has at a place."""
        wording = self._found[index].wordings.get(self._pivot)
        return wording.segments if wording is not None else ()


class PlacesOfRows:
    """The places that formats of many languages know: the rows. Each is made when it is asked for, fastest in order."""

    def __init__(self, document: Document) -> None:
        self.wordings = Wordings(_exported(document))
        self._rows = Rows(document)
        self._ids = Ids(_said_in(document, self._rows), len(self._rows))
        self._coming, self._next = iter(self._rows), 0

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, index: int) -> Place:
        row, rows = self._row(index), self._rows
        spans: dict[str, tuple[Span, ...]] = {}
        for tag, cell in row.cells.items():
            crossings = (rows.crossing(tag, span.index) for span in cell.spans)
            spans[tag] = (*cell.spans, *(crossing.version for crossing in crossings if crossing is not None))
        return Place(self.wordings.clause(row.pivot), self.wordings.in_row(row), spans)

    def __iter__(self) -> Iterator[Place]:
        return map(self.__getitem__, range(len(self)))

    def _row(self, index: int) -> Row:
        if not self._next <= index < self._next + _NEAR:
            return self._rows[index : index + 1][0]
        row = next(islice(self._coming, index - self._next, None))
        self._next = index + 1
        return row

    def find(self, key: str) -> int:
        """Return the index of the place with an id, -1 where there is none."""
        return self._ids.find(key)

    def pivot(self, index: int) -> Sequence[int]:
        """Return the segments (indices) that the pivot has at a place."""
        return self._rows.pivot(index)


def _said_in(document: Document, rows: Rows) -> Iterator[str]:
    """Yield the text that tells each row from others."""
    wordings, tag = Wordings(_exported(document)), document.pivot
    for index in range(len(rows)):
        pivot = rows.pivot(index)
        yield wordings.text(tag, pivot) if pivot else wordings.said(rows[index : index + 1][0])


def placed(document: Document, places: Places, incoming: Iterable[IncomingUnit], put: Put = kept) -> Iterator[Placed]:
    """Yield units of a file, each with its place: the one of its id, else the first free one with its text of the pivot.

    Files lose ids, and ids change with the pivot's text elsewhere: units that have none of the document's come last. Those that
    are told behind a unit of a later place come when all are there, by their places; `put` puts them away until then. A place is
    given once; a unit that nothing fits has None.
    """
    taken, reached = bytearray(len(places)), 0
    behind, left, texts = Behind(put), Behind(put), array("Q")
    for at, unit in enumerate(incoming):
        index = places.find(unit.key)
        if index < 0:
            left.add(index, at, unit)
            texts.append(key_number(one_text(unit, document.pivot)))
        elif taken[index]:  # an id that stands in the file twice means one place, and the first has it
            yield Placed(at, unit, None, known=True)
        else:
            taken[index] = 1
            if index < reached:
                behind.add(index, at, unit)
            else:
                reached = index + 1
                yield Placed(at, unit, places[index], known=True)
    for index, at, unit in behind.in_order():
        yield Placed(at, unit, places[index], known=True)
    if left:
        free = FreePlaces(_free(document, places, taken), taken)
        left.place(map(free.take, texts))
    for index, at, unit in left.in_order():
        yield Placed(at, unit, places[index] if index >= 0 else None, known=False)


def _free(document: Document, places: Places, taken: bytearray) -> Iterator[tuple[int, str]]:
    """Yield what the pivot says at the places that are not taken, without its labels and with them, with their indices."""
    pivot, joiner = document.pivot, knowledge(document.pivot).joiner
    held = document.version(pivot).text.segments
    for index in range(len(places)):
        segments = places.pivot(index)
        if segments and not taken[index]:
            whole = joiner.join(normalised(held[at].text) for at in segments)
            for text in dict.fromkeys((places.wordings.text(pivot, segments), whole)):
                yield index, text


def one_text(unit: IncomingUnit, tag: str) -> str:
    """Return what a unit of a file says in a version, as one line of text; "" for nothing."""
    wording = unit.wordings.get(tag)
    if wording is None:
        return ""
    return normalised(knowledge(tag).joiner.join(one_line(segment) for segment in wording.segments))


def one_line(text: str) -> str:
    """Return a text of a file as a segment may hold it: NFC, without line breaks."""
    return " ".join(part.strip() for part in normalised(text).splitlines())


def _exported(document: Document) -> Export:
    return Export(document, export_date(document, {}))


def version_meant(document: Document, tag: str, path: str) -> str:
    """Return the version that a tag of a file means: its own, or the only one of its language and script.

    Raises NotFoundError where there is none, or several; `path` names the file in the message.
    """
    others = document.others()
    if tag in others:
        return tag
    near = others if tag == UNKNOWN else [other for other in others if language_key(other) == language_key(tag)]
    if len(near) == 1:
        return near[0]
    there = ", ".join(others)
    raise NotFoundError(f"{path}: it is in {tag}, and {document.name} has beside its pivot: {there}")
