"""What is marked on request: numbers, dates and terms of a row, where versions differ, and where they say the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from workbench.glossary.termbase import TermBase
from workbench.model.document import Document
from workbench.model.excerpt import excerpt
from workbench.model.row import Row

if TYPE_CHECKING:
    from workbench.checks.reading import Reading


class MarkKind(StrEnum):
    """Whether all versions have what is marked, some lack it, it renders a term at the cursor, or the mouse selected it."""

    SHARED = "mark-shared"
    DIFFERS = "mark-differs"
    LIT = "mark-lit"
    SELECTED = "selected"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a segment (0-based) of a version: code points of its text, end exclusive. `key` says what it means."""

    tag: str
    segment: int
    start: int
    end: int
    kind: MarkKind
    key: Hashable


def marks_of(document: Document, row: Row, tags: Sequence[str], termbase: TermBase) -> tuple[Mark, ...]:
    """Return what is to be marked in a row of the given versions: differing is what one of them lacks."""
    from workbench.checks.reading import Reading  # the first screen marks nothing

    part = excerpt(document, row.pivot)
    reading = Reading(part.document, termbase)
    found = [mark for tag in tags for mark in _in_version(reading, tag, part.firsts[tag])]
    holders: dict[Hashable, set[str]] = defaultdict(set)
    for mark in found:
        holders[mark.key].add(mark.tag)
    filled = {tag for tag in tags if reading.texts(tag)}

    def differs(key: Hashable) -> bool:
        wanted = filled
        if isinstance(key, str):  # a concept: a version whose language has no term for it cannot lack it
            wanted = {tag for tag in filled if reading.usable(tag, key)}
        return bool(wanted - holders[key])

    odd = {key: differs(key) for key in holders}
    return tuple(replace(mark, kind=MarkKind.DIFFERS) if odd[mark.key] else mark for mark in found)


def lit(marks: Sequence[Mark], tag: str, segment: int | None) -> tuple[Mark, ...]:
    """Return marks with the terms of one segment lit up in all versions."""
    keys = {mark.key for mark in marks if (mark.tag, mark.segment) == (tag, segment) and isinstance(mark.key, str)}
    return tuple(replace(mark, kind=MarkKind.LIT) if mark.key in keys else mark for mark in marks)


def _in_version(reading: Reading, tag: str, first: int) -> Iterator[Mark]:
    from workbench.checks.placing import raw_position

    for segment, text in enumerate(reading.document.versions[tag].segments()):
        at = partial(raw_position, text)
        for number in reading.quantities(tag, segment):
            key = (str(number.kind), number.value, number.unit)
            yield Mark(tag, first + segment, at(number.start), at(number.end), MarkKind.SHARED, key)
        for date in reading.dates(tag, segment):
            whole = (date.year, date.month, date.day)
            yield Mark(tag, first + segment, at(date.start), at(date.end), MarkKind.SHARED, whole)
        for match in reading.matches(tag, segment):
            yield Mark(tag, first + segment, at(match.start), at(match.end), MarkKind.SHARED, match.term.concept)
