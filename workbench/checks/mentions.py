"""What a version says in numbers: its counts, ordinals, percentages, amounts and dates, each where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from workbench.checks.check import Spot
from workbench.checks.reading import Reading
from workbench.languages.dates import months_named
from workbench.languages.quantities import QuantityKind
from workbench.languages.references import is_reference
from workbench.languages.traces import traces
from workbench.model.row import Row

_COMMON = 2  # "one", "two", "both", "first" are words first, and numbers by the way
_JOINT = 5  # code points between the numbers of one reference ("Articles 4 and 5")


class Facet(StrEnum):
    """What a number says; a date has three."""

    CARDINAL = "number"
    ORDINAL = "ordinal number"
    PERCENT = "percentage"
    MONEY = "amount"
    YEAR = "year"
    MONTH = "month"
    DAY = "day"


DATED = frozenset({Facet.YEAR, Facet.MONTH, Facet.DAY})
_KINDS = {
    QuantityKind.CARDINAL: Facet.CARDINAL,
    QuantityKind.ORDINAL: Facet.ORDINAL,
    QuantityKind.PERCENT: Facet.PERCENT,
    QuantityKind.MONEY: Facet.MONEY,
}


class Mention(NamedTuple):
    """One number at its place. `unit` is the currency's code; `word`: it is written in words or characters."""

    facet: Facet
    value: Decimal
    spot: Spot
    unit: str = ""
    word: bool = False

    @property
    def vague(self) -> bool:
        """Whether the words may well count nothing: one, two, both, first."""
        return self.word and self.value <= _COMMON


def is_known(reading: Reading, tag: str) -> bool:
    """Return whether numbers in words are read in a version's language."""
    return bool(reading.knowledge(tag).cardinals)


def mentions(reading: Reading, tag: str, row: Row) -> tuple[Mention, ...]:
    """Return the numbers of a version in a row, in order; labels and references to articles are left out."""
    return tuple(one for segment in reading.segments(tag, row) for one in _in_segment(reading, tag, segment))


def _in_segment(reading: Reading, tag: str, segment: int) -> tuple[Mention, ...]:
    return reading.of(tag, segment).once("mentions", lambda: tuple(_read(reading, tag, segment)))


def _read(reading: Reading, tag: str, segment: int) -> Iterator[Mention]:
    for date in reading.dates(tag, segment):
        spot = Spot(tag, segment, date.start, date.end)
        for facet, value in ((Facet.DAY, date.day), (Facet.MONTH, date.month), (Facet.YEAR, date.year)):
            if value:
                yield Mention(facet, Decimal(value), spot)
    read = reading.of(tag, segment)
    referred = -_JOINT
    for quantity in read.quantities:
        facet = _KINDS[quantity.kind]
        if read.may_refer and facet in (Facet.CARDINAL, Facet.ORDINAL):
            joint = 0 <= quantity.start - referred < _JOINT
            if joint or is_reference(read.cut.folded, quantity.start, quantity.end, reading.knowledge(tag)):
                referred = quantity.end
                continue
        spot = Spot(tag, segment, quantity.start, quantity.end)
        yield Mention(facet, quantity.value, spot, quantity.unit, quantity.word)


def words(reading: Reading, mention: Mention) -> str:
    """Return the words of a mention."""
    spot = mention.spot
    return reading.texts(spot.version)[spot.segment][spot.start : spot.end]


def here(reading: Reading, tag: str, row: Row) -> frozenset[Decimal]:
    """Return all numbers that a version may hold in a row."""
    found = (_traces(reading, tag, segment) for segment in reading.segments(tag, row))
    return reading.once_near(("here", tag, row.index), lambda: frozenset().union(*found))


def nearby(reading: Reading, tag: str, row: Row) -> frozenset[Decimal]:
    """Return all numbers that a version may hold in a row, or in the sentence before or behind it in the same paragraph."""
    return reading.once_near(
        ("nearby", tag, row.index),
        lambda: frozenset().union(*(_traces(reading, tag, segment) for segment in _around(reading, tag, row))),
    )


def months_nearby(reading: Reading, tag: str, row: Row) -> frozenset[int]:
    """Return the months that a version names in a row or in the sentence before or behind it in the same paragraph."""
    knowledge, texts = reading.knowledge(tag), reading.texts(tag)
    named = (months_named(texts[segment], knowledge) for segment in _around(reading, tag, row))
    dated = (date.month for segment in _around(reading, tag, row) for date in reading.dates(tag, segment))
    return frozenset(dated).union(*named)


def _traces(reading: Reading, tag: str, segment: int) -> frozenset[Decimal]:
    return reading.of(tag, segment).once("traces", lambda: traces(reading.cut(tag, segment), reading.knowledge(tag)))


def _around(reading: Reading, tag: str, row: Row) -> tuple[int, ...]:
    own = reading.segments(tag, row)
    around = {
        near for segment in own for near in range(segment - 1, segment + 2) if near in reading.paragraph(tag, segment)
    }
    return tuple(sorted(around))
