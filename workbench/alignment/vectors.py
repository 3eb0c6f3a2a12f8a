"""Vectors as evidence: how close the meanings of two runs of segments are, by vectors of the segments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from workbench.alignment.band import Floats, Ints, Vectors
from workbench.alignment.shapes import Counts
from workbench.alignment.tiles import in_tiles

_NOTHING = 1e-3  # a vector of length one that is so near to the mean says nothing: the rest is rounding
_NEAREST = 5  # single segments of the other side whose mean cosine tells how crowded it is around a run
_WINDOW = 96  # segments before and behind that are looked at for them in a long text
_OPPOSED = 0.01  # shares of the sum of lengths: what is left of vectors that cancel out tells nothing
_BLOCK = 128  # segments of one side that share a window
_ROWS = 1024  # vectors that are worked on at once, so that they stay in the processor's cache


@dataclass(frozen=True, slots=True)
class Runs:
    """The vectors of one side: centred rows of length one, their weights, and the lengths of weighted sums of runs.

    `lengths[m - 1, i]` is the length of the sum of `m` weighted vectors from `i` on (1 where there are not so many).
    """

    rows: Vectors
    weights: NDArray[np.float32]
    lengths: NDArray[np.float32]


def centred(vectors: Vectors, weights: Floats) -> Vectors:
    """Return vectors minus their weighted mean, made rows of length one.

    What is not finite, or no other than the mean, becomes zero.
    """
    rows = np.empty(vectors.shape, dtype=np.float32)
    shares = np.asarray(weights, dtype=np.float32).copy()
    total = np.zeros(vectors.shape[1], dtype=np.float64)
    for held in _blocks(len(rows)):
        rows[held] = np.where(np.isfinite(vectors[held]), vectors[held], 0)
        shares[held] *= rows[held].any(1)
        total += shares[held] @ rows[held]
    mean = (total / max(float(shares.sum(dtype=np.float64)), 1e-9)).astype(np.float32)
    for held in _blocks(len(rows)):
        part = rows[held]
        known = part.any(1, keepdims=True)
        part -= mean
        size = np.linalg.norm(part, axis=1, keepdims=True)
        part *= np.where(known & (size > _NOTHING), 1 / np.maximum(size, _NOTHING), 0)
    return rows


def _blocks(count: int) -> Iterator[slice]:
    return (slice(first, min(first + _ROWS, count)) for first in range(0, count, _ROWS))


def runs_of(rows: Vectors, weights: Floats, longest: int) -> Runs:
    """Return the runs of up to `longest` segments of one side; `rows` are centred, `weights` are text lengths."""
    own = np.asarray(weights, dtype=np.float32)
    lengths = np.ones((longest, len(rows)), dtype=np.float32)
    for block in _blocks(len(rows)):
        reach = slice(block.start, min(block.stop + longest - 1, len(rows)))
        weighted, texts = rows[reach] * own[reach, None], own[reach]
        total, text = np.zeros_like(weighted), np.zeros_like(texts)
        for m in range(1, longest + 1):
            held = min(block.stop - block.start, len(weighted) - m + 1)
            if held <= 0:
                break
            total = total[:held] + weighted[m - 1 : m - 1 + held]
            text = text[:held] + texts[m - 1 : m - 1 + held]
            place = slice(block.start, block.start + held)
            lengths[m - 1, place] = np.maximum(np.linalg.norm(total, axis=1), np.maximum(_OPPOSED * text, 1e-6))
    return Runs(rows, own, lengths)


def crowding(side: Runs, other: Vectors, middle: Ints) -> NDArray[np.float32]:
    """Return, for runs of `side`, the mean cosine of the nearest single segments of the other side.

    The shape is that of `side.lengths`. `middle` tells for each segment about where its counterpart stands: of a long
    text only the surroundings count. (The correction of cross-domain similarity local scaling, Conneau et al. 2018.)
    """
    longest, count = side.lengths.shape
    result = np.zeros((longest, count), dtype=np.float32)
    whole = len(other) <= 4 * _WINDOW + _BLOCK and count <= 4096
    block = count if whole else _BLOCK
    for first in range(0, count, max(block, 1)):
        stop = min(first + block, count)
        rows = slice(first, min(stop + longest - 1, count))
        near = (
            slice(0, len(other))
            if whole
            else slice(max(0, int(middle[first]) - _WINDOW), int(middle[stop - 1]) + _WINDOW)
        )
        cosines = (side.rows[rows] * side.weights[rows, None]) @ other[near].T
        total = np.zeros_like(cosines)
        for m in range(1, longest + 1):
            held = min(len(cosines) - m + 1, stop - first)
            if held <= 0:
                break
            total = total[:held] + cosines[m - 1 : m - 1 + held]
            result[m - 1, first : first + held] = _highest(total) / side.lengths[m - 1, first : first + held]
    return result


def _highest(values: NDArray[np.floating[Any]]) -> NDArray[np.float32]:
    wanted = min(_NEAREST, values.shape[1])
    if not wanted:
        return np.zeros(len(values), dtype=np.float32)
    return np.asarray(np.partition(values, values.shape[1] - wanted, axis=1)[:, -wanted:].mean(1))


@dataclass(frozen=True, slots=True)
class Likeness:
    """Bead scores by vectors: twice the cosine of both runs less how crowded it is around either."""

    pivot: Runs
    version: Runs
    crowd_pivot: NDArray[np.float32]
    crowd_version: NDArray[np.float32]

    def scores(self, rows: Ints, columns: Ints, shapes: Sequence[Counts]) -> NDArray[np.float32]:
        """Return one row of scores a shape for beads that begin at the given cells (rows ascending, columns in each).

        Where a bead does not fit, what comes; 0 for omissions.
        """
        return in_tiles(rows, columns, len(shapes), lambda own, held: self.tile(own, held, shapes))

    def tile(self, rows: Ints, columns: Ints, shapes: Sequence[Counts]) -> NDArray[np.float32]:
        """Return the scores of all beads that begin at one of the rows and one of the columns (both ascending).

        The result is shapes × rows × columns. The dot product of two runs is the sum of their segments', so that each
        pair of segments is multiplied once.
        """
        result = np.zeros((len(shapes), len(rows), len(columns)), dtype=np.float32)
        tall, wide = max(m for m, _ in shapes), max(n for _, n in shapes)
        if not wide or not len(self.pivot.rows) or not len(self.version.rows):
            return result
        mine, theirs = _Starts.of(rows, tall), _Starts.of(columns, wide)
        products = _products(self.pivot, self.version, mine.segments, theirs.segments)
        wanted = {shape: index for index, shape in enumerate(shapes) if all(shape)}
        own = _runs_at(self.pivot, self.crowd_pivot, rows[:, None], tall)
        other = _runs_at(self.version, self.crowd_version, columns, wide)
        total: dict[Counts, NDArray[np.float32]] = {}
        for n in range(1, wide + 1):
            side_by_side = theirs.part(products, n - 1, 1)
            column_sum: NDArray[np.float32] | None = None
            for m in range(1, max(m for m, k in wanted if k >= n) + 1):
                here = mine.part(side_by_side, m - 1, 0)
                column_sum = here if column_sum is None else column_sum + here
                total[m, n] = total[m, n - 1] + column_sum if n > 1 else column_sum
                if (m, n) in wanted:
                    place = result[wanted[m, n]]
                    np.multiply(total[m, n], 2 / own[0][m - 1], out=place)
                    place *= 1 / other[0][n - 1]
                    place -= own[1][m - 1]
                    place -= other[1][n - 1]
        return result

    def singles(self, rows: Ints, columns: Ints) -> NDArray[np.float32]:
        """Return the scores of the 1–1 beads of the given segments."""
        cosines = np.empty(len(rows), dtype=np.float32)
        for held in _blocks(len(rows)):
            own, other = self.pivot.rows[rows[held]], self.version.rows[columns[held]]
            np.einsum("ij,ij->i", own, other, out=cosines[held])
        return np.asarray(2 * cosines - self.crowd_pivot[0, rows] - self.crowd_version[0, columns])


@dataclass(frozen=True, slots=True)
class _Starts:
    """Where runs begin, and all segments that they hold: run `k` holds those from `places[k]` on."""

    segments: Ints
    places: Ints

    @staticmethod
    def of(starts: Ints, longest: int) -> _Starts:
        if int(starts[-1]) - int(starts[0]) + 1 == len(starts):
            return _Starts(np.arange(starts[0], starts[-1] + longest), np.arange(len(starts)))
        segments = np.unique(starts[:, None] + np.arange(longest))
        return _Starts(segments, np.searchsorted(segments, starts))

    def part(self, values: NDArray[np.float32], lag: int, axis: int) -> NDArray[np.float32]:
        """Return the values of the segments `lag` behind the starts; without copying where the starts are neighbours."""
        if len(self.places) == self.places[-1] + 1:
            held = slice(lag, lag + len(self.places))
            return values[held] if axis == 0 else values[:, held]
        return values.take(self.places + lag, axis)


def _products(pivot: Runs, version: Runs, mine: Ints, theirs: Ints) -> NDArray[np.float32]:
    """Return the weighted dot products of all pairs of the given segments; 0 for those behind a side's end."""
    result = np.zeros((len(mine), len(theirs)), dtype=np.float32)
    a, b = np.searchsorted(mine, len(pivot.rows)), np.searchsorted(theirs, len(version.rows))
    one, other = _chosen(mine[:a]), _chosen(theirs[:b])
    np.matmul(pivot.rows[one], version.rows[other].T, out=result[:a, :b])
    result[:a, :b] *= pivot.weights[one, None]
    result[:a, :b] *= version.weights[other]
    return result


def _chosen(ascending: Ints) -> Ints | slice:
    """Return a slice, which copies nothing, where the indices are neighbours."""
    if len(ascending) and int(ascending[-1]) - int(ascending[0]) + 1 == len(ascending):
        return slice(int(ascending[0]), int(ascending[-1]) + 1)
    return ascending


def _runs_at(
    runs: Runs, crowd: NDArray[np.float32], starts: Ints, longest: int
) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Return the lengths of runs, and how crowded it is around them, one row for each number of segments."""
    held = np.minimum(starts, len(runs.rows) - 1)
    return runs.lengths[:longest, held], crowd[:longest, held]


def likeness(pivot: Runs, version: Runs, middle: tuple[Ints, Ints]) -> Likeness:
    """Return the bead scores between two sides; `middle` has for each segment of either about where its counterpart is."""
    return Likeness(pivot, version, crowding(pivot, version.rows, middle[0]), crowding(version, pivot.rows, middle[1]))
