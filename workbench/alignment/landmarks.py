"""Landmarks: where counterparts stand in long texts without vectors, by signs that are rare on both sides."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np

from workbench.alignment.band import Ints
from workbench.alignment.evidence.evidence import Signs
from workbench.alignment.measures import rare_pairs

_NARROW = 10  # rows and columns around the path that are looked at everywhere
_WIDEST = 150  # and at most: time and memory must not grow faster than the texts
_DRIFT = 0.5  # standard deviations by which lengths may drift from it, in segments a root of segments
_MISSING = 8  # segments that one side has more of between two landmarks, for one segment around the path
_NEIGHBOUR = 40  # segments within which another landmark must bear one out
_BENT = 3  # times as many segments of one side as of the other that two neighbours may be apart,
_ASTRAY = 5  # and so many more

Point = tuple[int, int]


def landmark_path(signs: Sequence[Signs], lengths: tuple[Sequence[float], Sequence[float]]) -> tuple[list[Point], Ints]:
    """Return a path through the table of two sides, a cell for each row, and how far around it counterparts may be.

    `signs` are those of all kinds of evidence, `lengths` those of the segments in any unit. Pairs of segments that share
    rare signs are landmarks where they rise on both sides (the heaviest such chain) and others bear them out; between
    them the path follows the lengths, and its surroundings are as wide as these may drift (a Brownian bridge).
    """
    rows, columns = len(lengths[0]), len(lengths[1])
    points = [(0, 0), *((i + 1, j + 1) for i, j in _borne_out(_heaviest_chain(_candidates(signs)))), (rows, columns)]
    sums = [np.concatenate(([0.0], np.cumsum(side))) for side in lengths]
    middle, wide = np.empty(rows + 1, dtype=np.int64), np.empty(rows + 1, dtype=np.int64)
    for (a, b), (c, d) in pairwise(points):
        here = np.arange(a, c + 1)
        share = (sums[0][here] - sums[0][a]) / max(sums[0][c] - sums[0][a], 1e-9)
        middle[here] = np.searchsorted(sums[1][b:d], sums[1][b] + share * (sums[1][d] - sums[1][b])) + b
        drift = np.sqrt((here - a) * (c - here) / max(c - a, 1))
        wide[here] = _NARROW + np.ceil(_DRIFT * drift) + abs((d - b) - (c - a)) // _MISSING
    middle[-1] = columns
    wide = np.minimum(wide, _WIDEST)
    return list(zip(range(rows + 1), middle.tolist(), strict=True)), wide


def _candidates(signs: Sequence[Signs]) -> list[tuple[int, int, float]]:
    """Return the pairs of segments that share rare signs, in order, and what all of these weigh."""
    found = [rare_pairs(one) for one in signs]
    if not found:
        return []
    rows, columns, weights = (np.concatenate(parts) for parts in zip(*found, strict=True))
    span = int(columns.max(initial=0)) + 1
    places, inverse = np.unique(rows * span + columns, return_inverse=True)
    sums = np.bincount(inverse, weights, len(places))
    return list(zip((places // span).tolist(), (places % span).tolist(), sums.tolist(), strict=True))


def _heaviest_chain(pairs: Sequence[tuple[int, int, float]]) -> list[Point]:
    """Return the heaviest chain of pairs, in the order of rows, whose rows and columns both rise.

    In O(n log n), by a Fenwick tree of maxima over columns; pairs of one row wait until the row is done.
    """
    size = max((j for _, j, _ in pairs), default=0) + 2
    tree: list[tuple[float, int]] = [(0.0, -1)] * (size + 1)
    before: list[int] = []
    waiting: list[tuple[int, tuple[float, int]]] = []
    for index, (i, j, weight) in enumerate(pairs):
        if index and pairs[index - 1][0] != i:
            _enter(tree, waiting)
            waiting = []
        top, at = (0.0, -1), j
        while at > 0:
            top = max(top, tree[at])
            at -= at & -at
        before.append(top[1])
        waiting.append((j + 1, (top[0] + weight, index)))
    _enter(tree, waiting)
    index = max(tree)[1]
    chain = []
    while index >= 0:
        chain.append(pairs[index][:2])
        index = before[index]
    return chain[::-1]


def _enter(tree: list[tuple[float, int]], entries: Sequence[tuple[int, tuple[float, int]]]) -> None:
    for place, entry in entries:
        at = place
        while at < len(tree):
            tree[at] = max(tree[at], entry)
            at += at & -at


def _borne_out(chain: Sequence[Point]) -> list[Point]:
    """Return the points of a chain that have a neighbour near by, about as far on on either side.

    In texts that repeat themselves a pair may share something rare by mistake; such mistakes stand alone.
    """
    bears = [
        c - a <= _NEIGHBOUR and d - b <= _BENT * (c - a) + _ASTRAY and c - a <= _BENT * (d - b) + _ASTRAY
        for (a, b), (c, d) in pairwise(chain)
    ]
    return [point for point, *near in zip(chain, [False, *bears], [*bears, False], strict=False) if any(near)]
