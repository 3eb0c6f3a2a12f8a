"""Scores of scattered cells by dense tiles: what depends on a row or a column alone is looked up once a tile."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np
from numpy.typing import NDArray

from workbench.alignment.band import Ints

_CELLS = 10_000  # of a tile: its arrays fit the processor's cache
_ROWS = 64  # of a tile: of a band that follows a diagonal, more rows would hold more that nobody asked for
_SPREAD = 3  # columns of a tile, in columns of its widest row, from which on only those asked for are taken

Tile = Callable[[Ints, Ints], NDArray[np.float32]]
"""Takes ascending rows and ascending columns; returns scores, shapes × rows × columns."""


def in_tiles(rows: Ints, columns: Ints, shapes: int, tile: Tile) -> NDArray[np.float32]:
    """Return a row of scores a shape for the given cells: rows ascend, and in each row columns do."""
    result = np.empty((shapes, len(rows)), dtype=np.float32)
    for part in _parts(rows):
        mine, theirs = rows[part], columns[part]
        first = int(mine[0])
        own = mine[np.flatnonzero(np.diff(mine, prepend=first - 1))]
        held = _wanted(theirs, len(theirs) // len(own))
        scores = tile(own, held).reshape(shapes, -1)
        down = mine - first if len(own) == own[-1] - first + 1 else np.searchsorted(own, mine)
        across = theirs - held[0] if len(held) == held[-1] - held[0] + 1 else np.searchsorted(held, theirs)
        scores.take(down * len(held) + across, axis=1, out=result[:, part], mode="clip")
    return result


def _parts(rows: Ints) -> Iterator[slice]:
    """Give slices of the cells that make a tile each: of some rows, all cells."""
    heads = np.append(np.flatnonzero(np.diff(rows, prepend=rows[:1] - 1)), len(rows))
    at = 0
    while at < len(heads) - 1:
        width = int(heads[at + 1] - heads[at])
        stop = min(at + max(1, min(_ROWS, _CELLS // width)), len(heads) - 1)
        yield slice(int(heads[at]), int(heads[stop]))
        at = stop


def _wanted(columns: Ints, width: int) -> Ints:
    low, high = int(columns.min()), int(columns.max()) + 1
    if high - low <= _SPREAD * width + _ROWS:
        return np.arange(low, high)
    return np.unique(columns)
