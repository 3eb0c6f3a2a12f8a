"""Vectors as evidence: how close the meanings of two runs of segments are, by vectors of the segments."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from workbench.alignment.band import Band, Floats, Ints, Vectors, band_of
from workbench.alignment.shapes import Counts

_NOTHING = 1e-3  # a vector of length one that is so near to the mean says nothing: the rest is rounding
_NEAREST = 5  # single segments of the other side whose mean cosine tells how crowded it is around a run
_WINDOW = 96  # segments before and behind that are looked at for them in a long text
_BLOCK = 128  # segments of one side that share a window


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
    rows = np.where(np.isfinite(vectors), vectors, 0).astype(np.float32)
    known = (np.abs(rows).sum(1) > 0).astype(np.float32)
    shares = (known * weights).astype(np.float32)
    mean = (shares @ rows) / max(float(shares.sum()), 1e-9)
    rows = (rows - mean) * known[:, None]
    size = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(np.where(size > _NOTHING, rows / np.maximum(size, _NOTHING), 0), dtype=np.float32)


def runs_of(rows: Vectors, weights: Floats, longest: int) -> Runs:
    """Return the runs of up to `longest` segments of one side; `rows` are centred, `weights` are text lengths."""
    own = np.asarray(weights, dtype=np.float32)
    weighted = rows * own[:, None]
    lengths = np.ones((longest, len(rows)), dtype=np.float32)
    total = np.zeros_like(weighted)
    for m in range(1, longest + 1):
        held = len(rows) - m + 1
        if held <= 0:
            break
        total = total[:held] + weighted[m - 1 :]
        lengths[m - 1, :held] = np.maximum(np.linalg.norm(total, axis=1), 1e-6)
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
        """Return one row of scores a shape for beads that begin at the given cells; where none fits, what comes.

        Cells are in rows that ascend, as a band gives them. The dot product of two runs is the sum of their segments',
        so that each pair of segments is multiplied once.
        """
        count = len(self.pivot.rows), len(self.version.rows)
        result = np.zeros((len(shapes), len(rows)), dtype=np.float32)
        tall, wide = max(m for m, _ in shapes), max(n for _, n in shapes)
        if not len(rows) or not count[0] or not count[1]:
            return result
        products, cells = self._products(rows, columns, tall, wide)
        total: dict[Counts, NDArray[np.float32]] = {}
        wanted = {shape: index for index, shape in enumerate(shapes) if shape[0] and shape[1]}
        safe_rows = np.minimum(rows, count[0] - 1)
        safe_columns = np.minimum(columns, count[1] - 1)
        own = [self.pivot.lengths[m, safe_rows] for m in range(tall)]
        theirs = [self.version.lengths[n, safe_columns] for n in range(wide)]
        crowd = (
            [self.crowd_pivot[m, safe_rows] for m in range(tall)],
            [self.crowd_version[n, safe_columns] for n in range(wide)],
        )
        for n in range(1, wide + 1):
            column_sum = np.zeros(len(rows), dtype=np.float32)
            highest = max(m for m, k in wanted if k >= n)
            for m in range(1, highest + 1):
                column_sum = column_sum + products[cells.index(rows + m - 1, columns + n - 1)]
                total[m, n] = total[m, n - 1] + column_sum if n > 1 else column_sum
                if (m, n) in wanted:
                    cosine = total[m, n] / (own[m - 1] * theirs[n - 1])
                    result[wanted[m, n]] = 2 * cosine - crowd[0][m - 1] - crowd[1][n - 1]
        return result

    def singles(self, rows: Ints, columns: Ints) -> NDArray[np.float32]:
        """Return the scores of the 1–1 beads of the given segments."""
        cosines = (self.pivot.rows[rows] * self.version.rows[columns]).sum(1)
        return np.asarray(2 * cosines - self.crowd_pivot[0, rows] - self.crowd_version[0, columns])

    def _products(self, rows: Ints, columns: Ints, tall: int, wide: int) -> tuple[NDArray[np.float32], Band]:
        """Return the weighted dot products of the pairs of segments that beads at the cells hold, and their band."""
        first, last = int(rows[0]), min(int(rows[-1]) + tall, len(self.pivot.rows))
        count = len(self.version.rows)
        low = np.full(last, count, dtype=np.int64)
        high = np.zeros(last, dtype=np.int64)
        heads = np.flatnonzero(np.diff(rows, prepend=rows[0] - 1))
        tails = np.append(heads[1:], len(rows)) - 1
        for lag in range(tall):
            at = rows[heads] + lag
            held = at < last
            low[at[held]] = np.minimum(low[at[held]], columns[heads[held]])
            high[at[held]] = np.maximum(high[at[held]], np.minimum(columns[tails[held]] + wide, count))
        high = np.maximum(high, low)
        low[:first], high[:first] = 0, 0
        band = band_of(low, high)
        products = np.zeros(band.size + 1, dtype=np.float32)
        first_column, last_column = int(low[first:last].min(initial=count)), int(high[first:last].max(initial=0))
        left = self.pivot.rows[first:last] * self.pivot.weights[first:last, None]
        right = self.version.rows[first_column:last_column] * self.version.weights[first_column:last_column, None]
        block = 64
        for begin in range(first, last, block):
            stop = min(begin + block, last)
            lowest, highest = int(low[begin:stop].min()), int(high[begin:stop].max())
            if highest <= lowest:
                continue
            square = left[begin - first : stop - first] @ right[lowest - first_column : highest - first_column].T
            a, b = band.cells(begin, stop)
            products[band.offset[begin] : band.offset[stop]] = square[a - begin, b - lowest]
        return products, band


def likeness(pivot: Runs, version: Runs, middle: tuple[Ints, Ints]) -> Likeness:
    """Return the bead scores between two sides; `middle` has for each segment of either about where its counterpart is."""
    return Likeness(pivot, version, crowding(pivot, version.rows, middle[0]), crowding(version, pivot.rows, middle[1]))
