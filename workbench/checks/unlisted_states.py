"""Which states, of those that no glossary lists, each version of a row names, and which versions lack one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workbench.checks.check import Spot
from workbench.checks.reading import Reading
from workbench.languages.quantities import QuantityKind
from workbench.model.row import Row

_BEHIND = re.compile(r"[ \u00a0-]\w+")
_FEWEST = 2  # versions that must name a state: one alone may well be a word that looks like one (Того, Chad)


@dataclass(frozen=True, slots=True)
class UnlistedState:
    """A state of a row: where the versions that name it do so, and which versions do not even mean it."""

    having: Mapping[str, Spot]
    lacking: tuple[str, ...]


def unlisted_states(reading: Reading, row: Row) -> Iterator[UnlistedState]:
    """Yield the states that most versions of a row name and others neither name nor mean in the whole paragraph.

    Versions of languages whose names of states are not known speak for neither side.
    """
    spots: dict[str, dict[str, Spot]] = defaultdict(dict)
    tags = [tag for tag in reading.tags if reading.segments(tag, row) and reading.states(tag)]
    for tag in tags:
        for segment in reading.segments(tag, row):
            if not (found := reading.state_matches(tag, segment)):
                continue
            taken = [(match.start, match.end) for match in reading.all_matches(tag, segment)]
            taken += _amounts(reading, tag, segment)
            for match in found:
                if all(match.end <= start or match.start >= end for start, end in taken):
                    spots[match.term.concept].setdefault(tag, Spot(tag, segment, match.start, match.end))
    for code in sorted(spots):
        having = spots[code]
        if len(having) >= _FEWEST:
            lacking = tuple(tag for tag in tags if tag not in having and not _means(reading, tag, row, code))
            if lacking and len(having) > len(lacking):
                yield UnlistedState(having, lacking)


def _amounts(reading: Reading, tag: str, segment: int) -> Iterator[tuple[int, int]]:
    """Yield the amounts of money of a segment with the word behind each: dollars of the US are a unit, and $ is the same."""
    text = reading.texts(tag)[segment]
    for quantity in reading.quantities(tag, segment):
        if quantity.kind is QuantityKind.MONEY:
            behind = _BEHIND.match(text, quantity.end)
            yield quantity.start, behind.end() if behind else quantity.end


def _means(reading: Reading, tag: str, row: Row, code: str) -> bool:
    states = reading.states(tag)
    segments = {other for segment in reading.segments(tag, row) for other in reading.paragraph(tag, segment)}
    return any(
        states.means(reading.texts(tag)[segment], code)
        or any(match.term.concept == code for match in reading.state_matches(tag, segment))
        for segment in segments
    )
