"""Corridors: where in the table of all pairs the programme looks, so that long texts take linear time and memory."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from itertools import pairwise
from math import ceil, sqrt

_WHOLE = 16_000  # cells of a table that is looked at whole
_NARROWEST = 16  # cells on either side of the line that a long text's corridor follows
_DRIFT = 1.5  # standard deviations by which lengths may drift from it, in segments a root of segments
_SURE = 4.0  # log likelihood ratio of the signs that an anchor shares
_CLEAR = 2.0  # by which it must beat the second best pair
_NEIGHBOUR = 40  # segments within which another anchor must bear it out
_ASTRAY = 5  # segments by which the two may differ, and one more for each so many between them

Point = tuple[int, int]
Corridor = Sequence[range]
"""For every number of pivot segments done (0 to all) the numbers of version segments that may be done then."""


def is_short(rows: int, columns: int) -> bool:
    """Return whether so many segments of both sides make a table small enough to be looked at whole."""
    return (rows + 1) * (columns + 1) <= _WHOLE


def first_corridor(
    lengths: tuple[Sequence[float], Sequence[float]], shared: Mapping[int, Mapping[int, float]]
) -> Corridor:
    """Return the corridor for a first pass over two runs of segments.

    `lengths` are those of the segments of both sides in any unit, `shared` the weights of signs that pairs of segments
    (0-based in the runs) share. Short texts are looked at whole; in long ones pairs that share much and share it with
    nobody else are anchors, between them the corridor follows the lengths and is as wide as these may drift (a bridge).
    """
    rows, columns = len(lengths[0]), len(lengths[1])
    if is_short(rows, columns):
        return [range(columns + 1)] * (rows + 1)
    points = [(0, 0), *((i + 1, j + 1) for i, j in anchors(shared)), (rows, columns)]
    sums = _running(lengths[0]), _running(lengths[1])
    result: list[tuple[int, int]] = []
    for (a, b), (c, d) in pairwise(points):
        for i in range(a, c):
            share = (sums[0][i] - sums[0][a]) / ((sums[0][c] - sums[0][a]) or 1.0)
            middle = bisect_left(sums[1], sums[1][b] + share * (sums[1][d] - sums[1][b]), b, d)
            wide = _NARROWEST + ceil(_DRIFT * sqrt((i - a) * (c - i) / (c - a))) + abs((d - b) - (c - a)) // 4
            result.append((middle - wide, middle + wide))
    result.append((columns - _NARROWEST, columns))
    return _passable(result, columns)


def anchors(shared: Mapping[int, Mapping[int, float]]) -> list[Point]:
    """Return pairs that are each other's clear best, in an order that rises on both sides (the heaviest such chain)."""
    best_pivot: dict[int, tuple[float, int]] = {}
    by_version: dict[int, list[tuple[float, int]]] = {}
    for i, row in shared.items():
        ranked = sorted(((weight, j) for j, weight in row.items()), reverse=True)
        if ranked and ranked[0][0] >= _SURE and (len(ranked) == 1 or ranked[0][0] - ranked[1][0] >= _CLEAR):
            best_pivot[i] = ranked[0]
        for weight, j in ranked:
            by_version.setdefault(j, []).append((weight, i))
    pairs: list[tuple[int, int, float]] = []
    for i, (weight, j) in sorted(best_pivot.items()):
        ranked = sorted(by_version[j], reverse=True)
        if ranked[0][1] == i and (len(ranked) == 1 or weight - ranked[1][0] >= _CLEAR):
            pairs.append((i, j, weight))
    return _supported(_heaviest_chain(pairs))


def _supported(chain: Sequence[Point]) -> list[Point]:
    """Return the points of a chain that a neighbour bears out by lying near and on about the same diagonal.

    In texts that repeat themselves a pair may be each other's best by mistake; such mistakes stand alone.
    """
    bears = [
        c - a <= _NEIGHBOUR and abs((d - b) - (c - a)) <= _ASTRAY + (c - a) // _ASTRAY
        for (a, b), (c, d) in pairwise(chain)
    ]
    if not chain:
        return []
    return [point for point, *near in zip(chain, [False, *bears], [*bears, False], strict=True) if any(near)]


def _heaviest_chain(pairs: Sequence[tuple[int, int, float]]) -> list[Point]:
    """Return the heaviest chain of pairs (ascending i) whose j rise too; in O(n log n) by a Fenwick tree of maxima."""
    size = max((j for _, j, _ in pairs), default=0) + 2
    tree: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)
    before: list[int] = []
    for index, (_, j, weight) in enumerate(pairs):
        top, at = (0.0, -1), j
        while at > 0:
            top = max(top, tree[at])
            at -= at & -at
        before.append(top[1])
        entry, at = (top[0] + weight, index), j + 1
        while at <= size:
            tree[at] = max(tree[at], entry)
            at += at & -at
    index = max(tree, default=(0.0, -1))[1]
    chain = []
    while index >= 0:
        chain.append(pairs[index][:2])
        index = before[index]
    return chain[::-1]


def _running(lengths: Sequence[float]) -> list[float]:
    sums = [0.0]
    for length in lengths:
        sums.append(sums[-1] + length)
    return sums


def _passable(rows: Sequence[tuple[int, int]], columns: int) -> Corridor:
    """Return the rows (first and last cell) so mended that neighbours overlap, begin at 0 and end at `columns`."""
    lows, highs = [0], [max(0, min(columns, rows[0][1]))]
    for low, high in rows[1:]:
        lows.append(max(lows[-1], min(low, highs[-1], columns)))
        highs.append(max(highs[-1], min(high, columns), lows[-1]))
    highs[-1] = columns
    for i in range(len(rows) - 2, -1, -1):
        highs[i] = max(highs[i], lows[i + 1])
    return [range(low, high + 1) for low, high in zip(lows, highs, strict=True)]
