"""The evidence of the two texts in a band: measures of whole beads as arrays, and signs that both sides share."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workbench.alignment.band import Band, Floats, Ints
from workbench.alignment.evidence.evidence import Signs
from workbench.alignment.shapes import Counts
from workbench.alignment.tiles import in_tiles

_CROWD = 40_000  # pairs of segments that share a sign: one that makes more tells next to nothing and is left out,
_DENSE = 0.04  # unless it is in a long text, where they are no more than this share of all pairs
_FEW = 9  # pairs that make a rare sign
_REACH = 6  # segments of one side in a bead
_HALF = 0.5
_SMALL = np.int32  # there are many pairs, and no text has more segments or places of signs
_FAR = 100_000_000  # more segments than any text has: how far back a sign is that never stood before


@dataclass(frozen=True, slots=True)
class Shared:
    """The signs of one evidence that both sides have.

    Pair `k` says that pivot segment `rows[k]` and version segment `columns[k]` share a sign worth `weights[k]`, and how
    many segments back the sign stood last on either side (`before_rows`, `before_columns`): in a bead it counts once.
    `missed_pivot[i]` and `missed_version[j]` are what a segment's signs cost in a bead, before any is found.
    """

    rows: NDArray[np.int32]
    columns: NDArray[np.int32]
    before_rows: NDArray[np.int32]
    before_columns: NDArray[np.int32]
    weights: NDArray[np.float32]
    missed_pivot: Floats
    missed_version: Floats

    def scores(self, rows: Ints, columns: Ints, shapes: Sequence[Counts]) -> NDArray[np.float32]:
        """Return one row of scores a shape for beads that begin at the given cells (rows ascending, columns in each)."""
        return in_tiles(rows, columns, len(shapes), lambda own, held: self.tile(own, held, shapes))

    def tile(self, rows: Ints, columns: Ints, shapes: Sequence[Counts]) -> NDArray[np.float32]:
        """Return the scores of all beads that begin at one of the rows and one of the columns (both ascending).

        The result is shapes × rows × columns; 0 for omissions, and where a bead does not fit, what comes.
        """
        result = np.zeros((len(shapes), len(rows), len(columns)), dtype=np.float32)
        wanted = {shape: index for index, shape in enumerate(shapes) if all(shape)}
        if not wanted:
            return result
        tall, wide = max(m for m, _ in wanted), max(n for _, n in wanted)
        bounds = np.array((rows[0], rows[-1] + tall), dtype=self.rows.dtype)  # of another type all rows would be copied
        near = slice(*np.searchsorted(self.rows, bounds))
        near_columns = self.columns[near]
        held = np.flatnonzero((near_columns >= columns[0]) & (near_columns < columns[-1] + wide)) + near.start
        pairs = self.rows[held], self.columns[held]
        back = self.before_rows[held], self.before_columns[held]
        weights = self.weights[held]
        total: dict[Counts, Floats] = {}
        for n in range(1, wide + 1) if len(held) else ():
            column_sum = np.zeros(len(rows) * len(columns))
            across, is_column = _found(columns, pairs[1] - n + 1)
            for m in range(1, max(m for m, k in wanted if k >= n) + 1):
                down, is_row = _found(rows, pairs[0] - m + 1)
                counted = is_row & is_column & (back[0] >= m) & (back[1] >= n)
                np.add.at(column_sum, (down * len(columns) + across)[counted], weights[counted])
                total[m, n] = total[m, n - 1] + column_sum if n > 1 else column_sum.copy()
        costs = _costs(self.missed_pivot, rows, tall), _costs(self.missed_version, columns, wide)
        for (m, n), index in wanted.items():
            sums = costs[0][m - 1][:, None] + costs[1][n - 1]
            result[index] = sums + total[m, n].reshape(sums.shape) if total else sums
        return result


def _found(ascending: Ints, wanted: NDArray[np.integer]) -> tuple[Ints, NDArray[np.bool_]]:
    """Return where the wanted numbers stand in an ascending array, and whether they do."""
    if len(ascending) == ascending[-1] - ascending[0] + 1:
        at = wanted - ascending[0]
        return at, (at >= 0) & (at < len(ascending))
    at = np.minimum(np.searchsorted(ascending, wanted), len(ascending) - 1)
    return at, ascending[at] == wanted


def _costs(missed: Floats, starts: Ints, longest: int) -> list[Floats]:
    """Return what the signs of runs cost, by their number of segments, from one on."""
    first = int(starts[0])
    held = missed[first : int(starts[-1]) + longest]  # of a long text a tile needs few
    sums = np.concatenate(([0.0], np.cumsum(held)))
    here = sums[np.minimum(starts - first, len(held))]
    return [sums[np.minimum(starts - first + n, len(held))] - here for n in range(1, longest + 1)]


def shared_signs(signs: Signs, near: Band | None = None) -> Shared:
    """Weigh signs as naive Bayes does: one on both sides counts by how rare it is, one on one side speaks against.

    How much one without counterpart tells depends on how surely the evidence's signs are kept. Of a long text only the
    pairs of segments are held that beads which begin in the band `near` can hold.
    """
    weighed = _weighed(signs)
    known = weighed.often <= max(_CROWD, _DENSE * len(signs.pivot) * len(signs.version))
    one, other = _paired(weighed, known, near)
    costs = [
        np.where(known, cost, 0.0)[side.signs]
        for side, cost in ((weighed.mine, weighed.misses[0]), (weighed.theirs, weighed.misses[1]))
    ]
    return Shared(
        weighed.mine.places.astype(_SMALL)[one],
        weighed.theirs.places.astype(_SMALL)[other],
        weighed.mine.before.astype(_SMALL)[one],
        weighed.theirs.before.astype(_SMALL)[other],
        weighed.weights.astype(np.float32)[weighed.mine.signs[one]],
        np.bincount(weighed.mine.places, costs[0], len(signs.pivot)).astype(np.float64),
        np.bincount(weighed.theirs.places, costs[1], len(signs.version)).astype(np.float64),
    )


def weighted(shared: Sequence[tuple[float, Shared]]) -> Shared | None:
    """Return the signs of several kinds of evidence as one, each times its weight; None where there are none."""
    held = [(weight, one) for weight, one in shared if weight and len(one.rows)]
    if not held:
        return None
    order = np.argsort(np.concatenate([one.rows for _, one in held]), kind="stable")
    return Shared(
        np.concatenate([one.rows for _, one in held])[order],
        np.concatenate([one.columns for _, one in held])[order],
        np.concatenate([one.before_rows for _, one in held])[order],
        np.concatenate([one.before_columns for _, one in held])[order],
        np.concatenate([np.float32(weight) * one.weights for weight, one in held])[order],
        np.sum([weight * one.missed_pivot for weight, one in held], axis=0),
        np.sum([weight * one.missed_version for weight, one in held], axis=0),
    )


def rare_pairs(signs: Signs) -> tuple[Ints, Ints, Floats]:
    """Return the pairs of segments that share a sign which few do, as pivot and version segments, and its weight."""
    weighed = _weighed(signs)
    one, other = _paired(weighed, weighed.often <= _FEW, None)
    return weighed.mine.places[one], weighed.theirs.places[other], weighed.weights[weighed.mine.signs[one]]


@dataclass(frozen=True, slots=True)
class _Places:
    """Where the signs of one side stand, sign by sign: their numbers, segments, and how far back each stood last."""

    signs: Ints
    places: Ints
    before: Ints


@dataclass(frozen=True, slots=True)
class _Weighed:
    """The signs of both sides, and of each sign how many pairs of segments share it, its weight, and what missing it costs.

    A sign that one side lacks is shared by more pairs than there can be, and costs nothing.
    """

    mine: _Places
    theirs: _Places
    often: Ints
    weights: Floats
    misses: tuple[Floats, Floats]


def _weighed(signs: Signs) -> _Weighed:
    numbers: dict[Hashable, int] = {}
    mine, theirs = _places(signs.pivot, numbers), _places(signs.version, numbers)
    counts = np.bincount(mine.signs, minlength=len(numbers)), np.bincount(theirs.signs, minlength=len(numbers))
    total = max(len(signs.pivot), len(signs.version), 1)
    # Where one side has a sign more often, not all of its places can have a counterpart.
    most = np.maximum(np.maximum(*counts), 1)
    misses = np.log1p(-signs.kept * counts[1] / most), np.log1p(-signs.kept * counts[0] / most)
    reward = np.maximum(0.0, np.log(signs.kept * total / (most + _HALF)))
    often = np.where((counts[0] > 0) & (counts[1] > 0), counts[0] * counts[1], _FAR * _FAR)
    return _Weighed(mine, theirs, often, reward - misses[0] - misses[1], misses)


def _paired(
    weighed: _Weighed, known: NDArray[np.bool_], near: Band | None
) -> tuple[NDArray[np.int32], NDArray[np.int32]]:
    """Return every place of a known sign on one side with every place on the other, as entries of both sides' places."""
    mine, theirs = weighed.mine, weighed.theirs
    held = np.flatnonzero(known[mine.signs])
    low, high = np.zeros(len(held), dtype=np.int64), np.full(len(held), _FAR)
    if near is not None:
        rows, last = mine.places[held], len(near.low) - 1
        low = near.low[np.maximum(rows - _REACH, 0)]
        high = np.minimum(near.high[np.minimum(rows, last)] + _REACH, _FAR)
    keys = theirs.signs * _FAR + theirs.places
    begin = np.searchsorted(keys, mine.signs[held] * _FAR + low)
    often = np.searchsorted(keys, mine.signs[held] * _FAR + high) - begin
    one = np.repeat(held.astype(_SMALL), often)
    other = np.arange(len(one), dtype=_SMALL)
    other += np.repeat((begin - (np.cumsum(often) - often)).astype(_SMALL), often)
    order = np.lexsort((theirs.places.astype(_SMALL)[other], mine.places.astype(_SMALL)[one]))
    return one[order], other[order]


def _places(signs: Sequence[frozenset[Hashable]], numbers: dict[Hashable, int]) -> _Places:
    """Return the places of a side's signs; signs that have no number yet get one."""
    counts = np.fromiter(map(len, signs), dtype=np.int64, count=len(signs))
    flat = (numbers.setdefault(sign, len(numbers)) for own in signs for sign in own)
    found = np.fromiter(flat, dtype=np.int64, count=int(counts.sum()))
    order = np.argsort(found, kind="stable")
    there, places = found[order], np.repeat(np.arange(len(signs)), counts)[order]
    before = np.diff(places, prepend=-_FAR)
    before[np.flatnonzero(np.diff(there, prepend=-1))] = _FAR
    return _Places(there, places, before)
