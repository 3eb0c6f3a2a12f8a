"""Placing: where in a document the units of a file that comes back stand."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from workbench.interchange.export import Export, export_date
from workbench.interchange.incoming import Incoming, IncomingUnit
from workbench.interchange.locales import UNKNOWN
from workbench.interchange.units import units
from workbench.interchange.wording import Keys, Wording, Wordings
from workbench.languages.knowledge import knowledge, language_key
from workbench.model.document import Document
from workbench.model.errors import NotFoundError
from workbench.model.ladder import Span
from workbench.model.row import Rows
from workbench.model.text import normalised


@dataclass(frozen=True, slots=True)
class Place:
    """Where a unit stands now: its id and clause, what each version says there, and the beads that hold it, by version.

    A version that says nothing there has no wording; the pivot has no beads.
    """

    key: str
    clause: str
    wordings: Mapping[str, Wording]
    spans: Mapping[str, tuple[Span, ...]] = field(default_factory=dict)


def places_of(document: Document, incoming: Incoming) -> tuple[Place, ...]:
    """Return the places that a file's units may have: beads of its one version, or rows. Raises what `version_meant` raises."""
    if incoming.version:
        return places_of_beads(document, version_meant(document, incoming.version, incoming.path))
    return places_of_rows(document)


def places_of_beads(document: Document, tag: str) -> tuple[Place, ...]:
    """Return the places that formats of two languages know of a version: its beads."""
    export = _exported(document)
    found = []
    for unit in units(export, tag, Wordings(export)):
        held = {wording.tag: wording for wording in (unit.pivot, unit.version) if wording is not None}
        found.append(Place(unit.key, unit.clause, held, {tag: unit.spans}))
    return tuple(found)


def places_of_rows(document: Document) -> tuple[Place, ...]:
    """Return the places that formats of many languages know: the rows."""
    wordings, keys, pivot = Wordings(_exported(document)), Keys(), document.pivot
    rows = Rows(document)
    found = []
    for row in rows:
        held = wordings.in_row(row)
        text = held[pivot].text if pivot in held else "\n".join(wording.text for wording in held.values())
        spans: dict[str, tuple[Span, ...]] = {}
        for tag, cell in row.cells.items():
            crossings = (rows.crossing(tag, span.index) for span in cell.spans)
            spans[tag] = (*cell.spans, *(crossing.version for crossing in crossings if crossing is not None))
        found.append(Place(keys.key(text), wordings.clause(row.pivot), held, spans))
    return tuple(found)


def placed(
    document: Document, places: Sequence[Place], incoming: Iterable[IncomingUnit]
) -> tuple[tuple[IncomingUnit, Place | None], ...]:
    """Return units of a file, each with its place: the one of its id, else the first free one with its text of the pivot.

    Files lose ids, and ids change with the pivot's text elsewhere. A place is given once; a unit that nothing fits has None.
    """
    arrived = tuple(incoming)
    by_key = {place.key: place for place in places}
    result: list[Place | None] = [by_key.pop(unit.key, None) for unit in arrived]
    free: dict[str, deque[Place]] = defaultdict(deque)
    for place in by_key.values():
        for text in _texts(document, place):
            free[text].append(place)
    known = {place.key for place in places}
    for at, unit in enumerate(arrived):
        if result[at] is not None or unit.key in known:
            continue  # an id that stands in the file twice means one place, and the first has it
        fitting = free.get(one_text(unit, document.pivot), deque())
        while fitting and result[at] is None:
            place = fitting.popleft()
            result[at] = by_key.pop(place.key, None)
    return tuple(zip(arrived, result, strict=True))


def _texts(document: Document, place: Place) -> Iterable[str]:
    """Return what the pivot says at a place, without its labels and with them."""
    wording = place.wordings.get(document.pivot)
    if wording is None:
        return ()
    segments = document.version(document.pivot).text.segments
    whole = knowledge(document.pivot).joiner.join(normalised(segments[at].text) for at in wording.segments)
    return dict.fromkeys((wording.text, whole))


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
