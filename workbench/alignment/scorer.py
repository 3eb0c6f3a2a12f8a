"""Scores of beads: all evidence added up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from math import log

from workbench.alignment.evidence.evidence import Measure, Signs

_CROWD = 40_000  # pairs of segments that share a sign: a sign that makes more is left out, for it tells next to nothing
_HALF = 0.5


@dataclass(slots=True)
class Cell:
    """The signs that two segments share, by their numbers, with their weights and the sum of these."""

    weights: dict[int, float] = field(default_factory=dict)
    total: float = 0.0


Row = dict[int, Cell]  # by version segment


class Scorer:
    """What all evidence says of beads between two sides: log likelihood ratios, 0 for segments left alone.

    Signs are weighed as naive Bayes weighs them: a sign on both sides of a bead counts by how rare it is, one without
    counterpart speaks against the bead by how surely it would be kept. In a bead each sign counts once.
    """

    def __init__(self, pivot: int, version: int, signs: Sequence[Signs], measures: Sequence[Measure]) -> None:
        """Weigh the evidence; `pivot` and `version` are the numbers of segments of both sides."""
        self._measures = tuple(measures)
        self._rows: list[Row] = [{} for _ in range(pivot)]
        missed = [0.0] * pivot, [0.0] * version
        number = 0
        for one in signs:
            number = self._weigh(one, missed, number)
        self._missed_pivot = list(accumulate(missed[0], initial=0.0))
        self._missed_version = list(accumulate(missed[1], initial=0.0))

    def _weigh(self, signs: Signs, missed: tuple[list[float], list[float]], number: int) -> int:
        where = _places(signs.pivot), _places(signs.version)
        total = max(len(signs.pivot), len(signs.version), 1)
        for sign in where[0]:
            if sign not in where[1]:
                continue
            mine, theirs = where[0][sign], where[1][sign]
            if len(mine) * len(theirs) > _CROWD:
                continue
            most = max(len(mine), len(theirs))
            # Where one side has a sign more often, not all of its places can have a counterpart.
            kept = signs.kept * len(theirs) / most, signs.kept * len(mine) / most
            reward = max(0.0, log(signs.kept * total / (most + _HALF)))
            misses = log(1 - kept[0]), log(1 - kept[1])
            for i in mine:
                missed[0][i] += misses[0]
            for j in theirs:
                missed[1][j] += misses[1]
            weight = reward - misses[0] - misses[1]
            for i in mine:
                row = self._rows[i]
                for j in theirs:
                    cell = row.get(j)
                    if cell is None:
                        cell = row[j] = Cell()
                    cell.weights[number] = weight
                    cell.total += weight
            number += 1
        return number

    def shared(self) -> dict[int, dict[int, float]]:
        """Return the summed weights of signs that segments share: pivot segment → version segment → weight."""
        return {i: {j: cell.total for j, cell in row.items()} for i, row in enumerate(self._rows) if row}

    def bead(self, i: int, i_end: int, j: int, j_end: int) -> float:
        """Return what speaks for the bead of pivot segments i to i_end and version ones j to j_end (ends exclusive)."""
        score = (
            self._missed_pivot[i_end] - self._missed_pivot[i] + self._missed_version[j_end] - self._missed_version[j]
        )
        for measure in self._measures:
            score += measure(i, i_end, j, j_end)
        held: list[Cell] = []
        for a in range(i, i_end):
            row = self._rows[a]
            if row:
                held.extend(row[b] for b in range(j, j_end) if b in row)
        if not held:
            return score
        if len(held) == 1:
            return score + held[0].total
        weights: dict[int, float] = {}
        for cell in held:
            weights.update(cell.weights)
        return score + sum(weights.values())


def _places(signs: Iterable[frozenset[Hashable]]) -> dict[Hashable, list[int]]:
    places: dict[Hashable, list[int]] = defaultdict(list)
    for index, own in enumerate(signs):
        for sign in own:
            places[sign].append(index)
    return places
