"""Coarse to fine: where in a long text counterparts stand, by vectors of ever larger groups of segments."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from workbench.alignment.band import Floats, Ints, Vectors, band_around, whole_band
from workbench.alignment.search import Table, best_way
from workbench.alignment.shapes import Counts
from workbench.alignment.vectors import likeness, runs_of

Point = tuple[int, int]

SMALL = 70_000  # cells of a table that is looked at whole
_GROUP = 3  # segments of one level that make a group of the next
_WIDE = 5  # groups around the path of the level above
_SHAPES: tuple[Counts, ...] = ((1, 1), (1, 2), (2, 1), (1, 0))


def coarse_path(pivot: Vectors, version: Vectors, lengths: tuple[Floats, Floats]) -> list[Point] | None:
    """Return a path through the table of two long sides, within a few groups of the right one; None for short ones.

    Rows are centred vectors of length one; `lengths` those of the texts. Each level takes the groups of the level
    below, so that time and memory grow with the number of segments.
    """
    if (len(pivot) + 1) * (len(version) + 1) <= SMALL:
        return None
    groups = _grouped(pivot, lengths[0]), _grouped(version, lengths[1])
    path = _path(groups[0], groups[1])
    return _scaled(path, len(pivot), len(version))


def _grouped(rows: Vectors, lengths: Floats) -> tuple[Vectors, Floats]:
    starts = np.arange(0, len(rows), _GROUP)
    sums = np.add.reduceat(rows * lengths[:, None].astype(np.float32), starts, axis=0)
    sums /= np.maximum(np.linalg.norm(sums, axis=1, keepdims=True), 1e-6)
    return sums.astype(np.float32), np.add.reduceat(lengths, starts)


def _path(pivot: tuple[Vectors, Floats], version: tuple[Vectors, Floats]) -> list[Point]:
    above = coarse_path(pivot[0], version[0], (pivot[1], version[1]))
    count = len(pivot[0]), len(version[0])
    band = whole_band(*count) if above is None else band_around(above, *count, _WIDE * _GROUP)
    middle = middles(above, *count)
    alike = likeness(runs_of(pivot[0], pivot[1], 2), runs_of(version[0], version[1], 2), middle)

    def scores(rows: Ints, columns: Ints) -> NDArray[np.float32]:
        result = alike.scores(rows, columns, _SHAPES)
        for index, (m, n) in enumerate(_SHAPES):
            result[index, (rows + m > count[0]) | (columns + n > count[1])] = -np.inf
        return result

    return points_of(best_way(Table(band, _SHAPES, scores, np.zeros(count[1]), {})).steps)


def points_of(steps: tuple[Counts, ...]) -> list[Point]:
    """Return the cells that a way passes."""
    points = [(0, 0)]
    for m, n in steps:
        points.append((points[-1][0] + m, points[-1][1] + n))
    return points


def middles(path: list[Point] | None, pivot: int, version: int) -> tuple[Ints, Ints]:
    """Return for every segment of both sides about where its counterpart is: on the path, or by proportion."""
    points = np.array(path if path else [(0, 0), (pivot, version)], dtype=np.float64)
    # The tiniest slope makes both coordinates rise, so that either can be looked up by the other.
    rows, columns = points[:, 0] + 1e-6 * np.arange(len(points)), points[:, 1] + 1e-6 * np.arange(len(points))
    return (
        np.interp(np.arange(pivot), rows, columns).astype(np.int64),
        np.interp(np.arange(version), columns, rows).astype(np.int64),
    )


def _scaled(path: list[Point], pivot: int, version: int) -> list[Point]:
    points = [(min(i * _GROUP, pivot), min(j * _GROUP, version)) for i, j in path]
    points[-1] = (pivot, version)
    return points
