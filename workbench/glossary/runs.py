"""The runs of words of the pivot that may be names or terms."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple, TypeAlias

from workbench.glossary.tokens import COUNTED, Tokens, inside
from workbench.languages.wordforms import fold

Key: TypeAlias = tuple[str, ...]
_LONGEST = 8  # words of a run
_LONGEST_TERM = 4  # of one in small letters
_LOOKED_AT = 50  # places of a run that tell what stands beside it
_BEGINNING = 4  # letters that Asia and Asian share
_JOINS = {" ", "-", "–", ""}


class Place(NamedTuple):
    """Tokens of a row, from `first` to `last`, from `start` to `end` of its text.

    `words` is how many of them say something; `capitals`: a name may be written so.
    """

    row: int
    first: int
    last: int
    words: int
    capitals: bool
    start: int
    end: int

    def within(self, other: Place) -> bool:
        """Return whether the run is a part of another."""
        return self.row == other.row and other.start <= self.start and self.end <= other.end

    def crosses(self, other: Place) -> bool:
        """Return whether two runs share words, and neither is within the other."""
        shared = self.row == other.row and self.start < other.end and other.start < self.end
        return shared and not self.within(other) and not other.within(self)


def runs(tokens: Tokens) -> dict[Key, list[Place]]:
    """Return where the runs of the pivot stand, by their stems.

    They begin and end with a word that says something, and hold little words only where all else has capitals: Cabinet of
    Ministers.
    """
    found: dict[Key, list[Place]] = defaultdict(list)
    linking = tokens.knowledge.wordforms.linking
    step = max(1, len(tokens.rows) // COUNTED)  # terms are looked for in the rows that are counted, names in all
    for number, row in enumerate(tokens.rows):
        text = tokens.texts[number]
        little = [tokens.says_nothing(token) for token in row]
        upper = [token.text[0].isupper() for token in row]
        for first, token in enumerate(row):
            if little[first] or (number % step and not upper[first]):
                continue
            plain = True  # no little word so far
            capitals = True
            for last in range(first, min(len(row), first + _LONGEST)):
                if last > first and text[row[last - 1].end : row[last].start] not in _JOINS:
                    break
                if little[last]:
                    plain = False
                    if not capitals or fold(row[last].text) not in linking:
                        break
                    continue
                capitals = capitals and upper[last]
                if not capitals and (not plain or last - first >= _LONGEST_TERM or number % step):
                    break
                name = capitals and (last > first or inside(text, token.start))
                key = tuple(one.stem for one in row[first : last + 1])
                said = last + 1 - first - sum(little[first:last])
                found[key].append(Place(number, first, last, said, name, token.start, row[last].end))
    return {key: places for key, places in found.items() if not _goes_on(tokens, places)}


def _goes_on(tokens: Tokens, places: Sequence[Place]) -> bool:
    """Return whether one word always stands behind or before a run that is said again: then it is a part of a longer one."""
    places = places[:_LOOKED_AT]
    return len(places) > 1 and any(
        len({_neighbour(tokens, place, step) for place in places} | {None}) == 2
        and all(_neighbour(tokens, place, step) for place in places)
        for step in (1, -1)
    )


def _neighbour(tokens: Tokens, place: Place, step: int) -> str | None:
    """Return what the word beside a run begins with, or None where none is joined to it that says something."""
    row, text = tokens.rows[place.row], tokens.texts[place.row]
    at, edge = (place.last + 1, place.last) if step > 0 else (place.first - 1, place.first)
    if not 0 <= at < len(row) or row[at].little:
        return None
    if place.capitals and not row[at].text[0].isupper():
        return None
    between = text[row[min(at, edge)].end : row[max(at, edge)].start]
    return row[at].stem[:_BEGINNING] if between in _JOINS else None
