"""The evidence of the two texts in a band: measures of whole beads as arrays, and signs that both sides share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from workbench.alignment.band import Floats, Ints, band_of
from workbench.alignment.evidence.evidence import Signs
from workbench.alignment.shapes import Counts

_CROWD = 40_000  # pairs of segments that share a sign: a sign that makes more is left out, for it tells next to nothing
_HALF = 0.5


@dataclass(frozen=True, slots=True)
class Shared:
    """The signs of one evidence that both sides have.

    Pair `k` says that pivot segment `rows[k]` and version segment `columns[k]` share a sign worth `weights[k]`, and how
    many segments back the sign stood last on either side (`before_rows`, `before_columns`): in a bead it counts once.
    `missed_pivot[i]` and `missed_version[j]` are what a segment's signs cost in a bead, before any is found.
    """

    rows: Ints
    columns: Ints
    before_rows: Ints
    before_columns: Ints
    weights: Floats
    missed_pivot: Floats
    missed_version: Floats

    def scores(self, rows: Ints, columns: Ints, shapes: Sequence[Counts]) -> NDArray[np.float32]:
        """Return one row of scores a shape for beads that begin at the given cells (rows ascending, columns in each)."""
        result = np.zeros((len(shapes), len(rows)), dtype=np.float32)
        if not len(rows):
            return result
        tall, wide = max(m for m, _ in shapes), max(n for _, n in shapes)
        sums = (
            np.concatenate(([0.0], np.cumsum(self.missed_pivot))),
            np.concatenate(([0.0], np.cumsum(self.missed_version))),
        )
        top = len(sums[0]) - 1, len(sums[1]) - 1
        first, last = int(rows[0]), int(rows[-1]) + 1
        heads = np.flatnonzero(np.diff(rows, prepend=first - 1))
        low, high = np.zeros(last, dtype=np.int64), np.zeros(last, dtype=np.int64)
        low[rows[heads]] = columns[heads]
        high[rows[heads]] = columns[np.append(heads[1:], len(rows)) - 1] + 1
        band = band_of(low, high)
        cells = band.index(rows, columns)
        near = slice(*np.searchsorted(self.rows, (first, last + tall)))
        pairs = self.rows[near], self.columns[near]
        back = self.before_rows[near], self.before_columns[near]
        weights = self.weights[near]
        wanted = {shape: index for index, shape in enumerate(shapes) if shape[0] and shape[1]}
        total: dict[Counts, Floats] = {}
        zero = np.zeros(len(rows))
        for n in range(1, wide + 1):
            column_sum = zero
            highest = max(m for m, k in wanted if k >= n)
            for m in range(1, highest + 1):
                counted = (back[0] >= m) & (back[1] >= n) & (pairs[0] - m + 1 < last) & (pairs[0] - m + 1 >= first)
                at = band.index(pairs[0][counted] - m + 1, pairs[1][counted] - n + 1)
                column_sum = column_sum + np.bincount(at, weights[counted], band.size + 1)[cells]
                total[m, n] = total[m, n - 1] + column_sum if n > 1 else column_sum
        for (m, n), index in wanted.items():
            costs = (
                sums[0][np.minimum(rows + m, top[0])]
                - sums[0][rows]
                + sums[1][np.minimum(columns + n, top[1])]
                - sums[1][columns]
            )
            result[index] = total[m, n] + costs
        return result


def shared_signs(signs: Signs) -> Shared:
    """Weigh signs as naive Bayes does: one on both sides counts by how rare it is, one on one side speaks against.

    How much one without counterpart tells depends on how surely the evidence's signs are kept.
    """
    where = _places(signs.pivot), _places(signs.version)
    total = max(len(signs.pivot), len(signs.version), 1)
    missed = np.zeros(len(signs.pivot)), np.zeros(len(signs.version))
    rows: list[tuple[int, int, int, int, float]] = []
    for sign, mine in where[0].items():
        theirs = where[1].get(sign)
        if theirs is None or len(mine) * len(theirs) > _CROWD:
            continue
        most = max(len(mine), len(theirs))
        # Where one side has a sign more often, not all of its places can have a counterpart.
        kept = signs.kept * len(theirs) / most, signs.kept * len(mine) / most
        reward = max(0.0, log(signs.kept * total / (most + _HALF)))
        misses = log(1 - kept[0]), log(1 - kept[1])
        weight = reward - misses[0] - misses[1]
        for i in mine:
            missed[0][i] += misses[0]
        for j in theirs:
            missed[1][j] += misses[1]
        before = _distances(mine), _distances(theirs)
        rows.extend(
            (i, j, back, aback, weight)
            for i, back in zip(mine, before[0], strict=True)
            for j, aback in zip(theirs, before[1], strict=True)
        )
    rows.sort()
    table = np.array(rows, dtype=np.float64).reshape(-1, 5)
    whole = table[:, :4].astype(np.int64)
    return Shared(whole[:, 0], whole[:, 1], whole[:, 2], whole[:, 3], table[:, 4], *missed)


def _distances(places: Sequence[int]) -> list[int]:
    """Return how far back each place's predecessor is (far, for the first)."""
    far = 1_000_000
    return [far if at == 0 else place - places[at - 1] for at, place in enumerate(places)]


def _places(signs: Iterable[frozenset[Hashable]]) -> dict[Hashable, list[int]]:
    places: dict[Hashable, list[int]] = defaultdict(list)
    for index, own in enumerate(signs):
        for sign in own:
            places[sign].append(index)
    return places
