"""Bands: the cells of a table of all pairs that are looked at, row by row, as flat arrays."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Floats = NDArray[np.float64]
Vectors = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Band:
    """Row `i` holds the columns `low[i]` to `high[i]` (exclusive); both rise. Its cells lie from `offset[i]` on.

    `offset` has one entry more than there are rows: the number of cells.
    """

    low: Ints
    high: Ints
    offset: Ints

    @property
    def size(self) -> int:
        """The number of cells."""
        return int(self.offset[-1])

    def cells(self, first: int, last: int) -> tuple[Ints, Ints]:
        """Return rows and columns of the cells of rows `first` to `last` (exclusive), in their order."""
        widths = self.high[first:last] - self.low[first:last]
        rows = np.repeat(np.arange(first, last), widths)
        start = self.offset[first]
        columns = np.arange(start, self.offset[last]) - np.repeat(
            self.offset[first:last] - self.low[first:last], widths
        )
        return rows, columns

    def index(self, rows: Ints, columns: Ints) -> Ints:
        """Return where the given cells lie; for those outside the band, `size`."""
        inside = np.minimum(rows, len(self.low) - 1)
        held = (rows == inside) & (columns >= self.low[inside]) & (columns < self.high[inside])
        return np.where(held, self.offset[inside] + columns - self.low[inside], self.size)


def band_of(low: Ints, high: Ints) -> Band:
    """Return the band with the given first and last columns (exclusive) of every row."""
    offset = np.zeros(len(low) + 1, dtype=np.int64)
    np.cumsum(high - low, out=offset[1:])
    return Band(low, high, offset)


def whole_band(pivot: int, version: int) -> Band:
    """Return the band of all cells (i, j) with i ≤ `pivot` and j ≤ `version`."""
    return band_of(np.zeros(pivot + 1, dtype=np.int64), np.full(pivot + 1, version + 1, dtype=np.int64))


def band_around(path: Sequence[tuple[int, int]], pivot: int, version: int, wide: int | Ints) -> Band:
    """Return the band up to `wide` rows and columns around a path of cells that rises from (0, 0) to the end.

    `wide` may have a number for each row, 0 to `pivot`.
    """
    points = np.asarray(path, dtype=np.int64).reshape(-1, 2)
    # First and last column of the path in every row; rows that a bead skips take those of the bead's ends.
    rows = np.arange(pivot + 1)
    before = np.searchsorted(points[:, 0], rows, side="right") - 1
    after = np.searchsorted(points[:, 0], rows, side="left")
    low = points[np.searchsorted(points[:, 0], points[before, 0], side="left"), 1]
    high = points[np.searchsorted(points[:, 0], points[np.minimum(after, len(points) - 1), 0], side="right") - 1, 1]
    low = low[np.maximum(rows - wide, 0)] - wide
    high = high[np.minimum(rows + wide, pivot)] + wide
    low, high = np.minimum.accumulate(low[::-1])[::-1], np.maximum.accumulate(high)
    return band_of(np.maximum(low, 0), np.minimum(high, version) + 1)
