"""Stretches: a long band is searched in pieces that overlap, many at once, and their ways are joined where they meet.

Ways that begin in different places soon run together (the survivors of Viterbi's algorithm, Forney 1973), so that what a
stretch finds more than a few dozen rows from its ends is what the whole would have. Where two neighbours do not meet
they are searched again as one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from workbench.alignment.band import Band, Floats, Ints

_WHOLE = 1200  # rows that are one stretch
_CORE = 320  # rows of a stretch without its margins
_MARGIN = 40  # rows that a stretch has in common with each neighbour's core
_CELLS = 120_000  # of the stretches that are searched at a time


@dataclass(frozen=True, slots=True)
class Way:
    """The cells that a way passes, and what each step from one to the next gains."""

    rows: Ints
    columns: Ints
    gains: Floats


def stretches(rows: int, barred: Collection[tuple[int, int]]) -> list[range]:
    """Return the stretches of so many rows, in order; none ends between the rows of a pair of `barred` (exclusive)."""
    if rows <= _WHOLE:
        return [range(rows)]
    edges = np.linspace(0, rows, rows // _CORE + 1).astype(np.int64).tolist()
    inside = _Inside(barred)
    return [
        range(inside.before(max(0, first - _MARGIN)), inside.behind(min(rows, stop + _MARGIN) - 1) + 1)
        for first, stop in pairwise(edges)
    ]


def pieces(band: Band, part: range, tall: int, barred: Collection[tuple[int, int]]) -> list[range]:
    """Return a stretch in pieces small enough to be searched at a time, the last one first.

    Each has `tall` rows in common with the one below, and none begins between the rows of a pair of `barred`.
    """
    inside = _Inside(barred)
    result: list[range] = []
    stop = part.stop
    while stop > part.start:
        first = int(np.searchsorted(band.offset, band.offset[stop] - _CELLS))
        first = max(part.start, inside.before(min(first, stop - tall))) if stop - tall > part.start else part.start
        result.append(range(first, min(part.stop, stop + tall)))
        stop = first
    return result


class _Inside:
    """Pairs of rows, between which nothing may begin or end."""

    def __init__(self, barred: Collection[tuple[int, int]]) -> None:
        pairs = np.array(sorted(barred), dtype=np.int64).reshape(-1, 2)
        self._first, self._last = pairs[:, 0], pairs[:, 1]

    def before(self, row: int) -> int:
        """Return the row, or the first one of the pair between whose rows it lies."""
        crossed = np.flatnonzero((self._first < row) & (row < self._last))
        return int(self._first[crossed[0]]) if len(crossed) else row

    def behind(self, row: int) -> int:
        """Return the row, or the last one of the pair between whose rows it lies."""
        crossed = np.flatnonzero((self._first < row) & (row < self._last))
        return int(self._last[crossed[0]]) if len(crossed) else row


def borders(parts: Sequence[range]) -> list[int]:
    """Return the row from which on each stretch but the first is the one to ask: the middle of what it shares."""
    return [(one.stop + other.start) // 2 for one, other in pairwise(parts)]


def groups(band: Band, parts: Sequence[range]) -> Iterator[list[int]]:
    """Give the numbers of neighbouring stretches that are searched at a time."""
    group: list[int] = []
    for number, part in enumerate(parts):
        if group and band.offset[part.stop] - band.offset[parts[group[0]].start] > _CELLS:
            yield group
            group = []
        group.append(number)
    yield group


def joined(ways: Sequence[Way], parts: Sequence[range]) -> tuple[Way | None, list[range]]:
    """Return the whole way, or none and the stretches to be searched, where neighbours that did not meet are one."""
    cuts: list[list[int]] = [
        [0, len(way.gains)] for way in ways
    ]  # of every way the first step that counts, and the end
    merged = [parts[0]]
    for number, border in enumerate(borders(parts)):
        met = _meeting(ways[number], ways[number + 1], border)
        if met is None or met[0] < cuts[number][0]:
            merged[-1] = range(merged[-1].start, parts[number + 1].stop)
        else:
            cuts[number][1], cuts[number + 1][0] = met
            merged.append(parts[number + 1])
    if len(merged) < len(parts):
        return None, merged
    held = [slice(*cut) for cut in cuts]
    last = ways[-1]
    return Way(
        np.concatenate([*(way.rows[part] for way, part in zip(ways, held, strict=True)), last.rows[-1:]]),
        np.concatenate([*(way.columns[part] for way, part in zip(ways, held, strict=True)), last.columns[-1:]]),
        np.concatenate([way.gains[part] for way, part in zip(ways, held, strict=True)]),
    ), merged


def _meeting(one: Way, other: Way, border: int) -> tuple[int, int] | None:
    """Return where both ways are in the same cell, as near as may be to a row."""
    wide = max(int(one.columns[-1]), int(other.columns[-1])) + 1
    _, here, there = np.intersect1d(
        one.rows * wide + one.columns, other.rows * wide + other.columns, assume_unique=True, return_indices=True
    )
    if not len(here):
        return None
    nearest = int(np.abs(one.rows[here] - border).argmin())
    return int(here[nearest]), int(there[nearest])
