"""Fronts: the cells of several stretches of a band in the order in which they are searched, all stretches abreast."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workbench.alignment.band import Band, Floats, Ints
from workbench.alignment.shapes import Counts

_APART = 1e6  # what keeps stretches apart in running maxima and sums: more than any way through one of them gains


@dataclass(frozen=True, slots=True)
class Fronts:
    """Front `t` holds, of every stretch, the cells of the row `t` before its last: places `edges[t]` to `edges[t + 1]`.

    A front's rows are called lines. Each place has its line, column and cell, which counts those of the band. `line_of[k,
    t]` is the line of stretch `k` in front `t`, −1 where there is none; a line has its row, its stretch, its front, the
    place where it begins and its width.
    """

    band: Band
    parts: tuple[range, ...]
    edges: list[int]
    lines: NDArray[np.int32]
    columns: Ints
    cells: Ints
    line_of: Ints
    row: Ints
    stretch: Ints
    front: Ints
    begin: Ints

    @property
    def size(self) -> int:
        """The number of places."""
        return len(self.columns)

    def ends(self, shapes: Sequence[Counts], direction: int) -> NDArray[np.int32]:
        """Return the places where beads that begin (direction 1) or end (−1) at each place end or begin, a row a shape.

        What lies outside the stretch or the band is `size`.
        """
        result = np.empty((len(shapes), self.size), dtype=np.int32)
        low = np.append(self.band.low[self.row], 0)
        widths = np.append(np.diff(self.begin), 0)
        for m in sorted({m for m, _ in shapes}):
            front = self.front - direction * m
            held = (front >= 0) & (front < self.line_of.shape[1])
            there = np.where(held, self.line_of[self.stretch, np.where(held, front, 0)], -1)
            across = (self.columns - low[there][self.lines]).astype(np.int32)
            width = widths[there].astype(np.uint32)[self.lines]
            begin = self.begin[there].astype(np.int32)[self.lines]
            for index, (k, n) in enumerate(shapes):
                if k == m:
                    moved = across + np.int32(direction * n)
                    # Seen as unsigned, what is negative is beyond any width.
                    result[index] = np.where(moved.view(np.uint32) < width, moved + begin, self.size)
        return result

    def place(self, stretch: int, row: int, column: int) -> int:
        """Return the place of a cell in a stretch; `size` for those outside."""
        part = self.parts[stretch]
        if row not in part:
            return self.size
        line = int(self.line_of[stretch, part.stop - 1 - row])
        at = int(self.begin[line]) + column - int(self.band.low[row])
        return at if self.begin[line] <= at < self.begin[line + 1] else self.size

    def lifts(self, direction: int) -> Floats:
        """Return what is added to the values of places so that a stretch outweighs those that are run through before it.

        Direction 1 runs from the first place on, −1 from the last.
        """
        number = self.stretch if direction > 0 else len(self.parts) - 1 - self.stretch
        return np.asarray((_APART * number)[self.lines], dtype=np.float64)

    def settled(self, values: Floats) -> Floats:
        """Return values with −inf for those that only another stretch has lent."""
        if len(self.parts) > 1:
            values[values < -_APART / 2] = -np.inf
        return values


def fronts_of(band: Band, parts: Sequence[range]) -> Fronts:
    """Return the fronts of stretches of a band."""
    lengths = np.array([len(part) for part in parts])
    stops = np.array([part.stop for part in parts])
    front, stretch = (grid.T.ravel() for grid in np.indices((len(parts), int(lengths.max())))[::-1])
    held = front < lengths[stretch]
    front, stretch = front[held], stretch[held]
    row = stops[stretch] - 1 - front
    begin = np.concatenate(([0], np.cumsum(band.high[row] - band.low[row])))
    line_of = np.full((len(parts), int(lengths.max())), -1, dtype=np.int64)
    line_of[stretch, front] = np.arange(len(row))
    lines = np.repeat(np.arange(len(row), dtype=np.int32), np.diff(begin))
    columns = np.arange(begin[-1]) - (begin[:-1] - band.low[row])[lines]
    cells = columns + (band.offset[row] - band.low[row])[lines]
    edges = begin[np.searchsorted(front, np.arange(int(lengths.max()) + 1))].tolist()
    return Fronts(band, tuple(parts), edges, lines, columns, cells, line_of, row, stretch, front, begin)
