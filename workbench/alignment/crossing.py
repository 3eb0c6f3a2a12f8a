"""Crossings: segments left alone here and there that belong together, found after the monotone ladder."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, log

import numpy as np

from workbench.alignment.band import Ints
from workbench.alignment.pair import Pair
from workbench.alignment.shapes import Counts
from workbench.alignment.witness import Witness, odds

_NEAR = 128  # segments alone on the other side that one is compared with, the nearest by order
_RARE = 3.48  # what speaks against any crossing beforehand, in logarithms of odds: more than any found where none is
_NEXT = 1.5  # what speaks against one over a single bead on top: where two neighbours changed places, a bead of both tells it too
_SURELY = 1.0  # logarithms of odds from which on what other versions tell is believed
_AGAINST = -1.5  # and those by vectors from which on: others tell what these leave open, not what these deny


@dataclass(frozen=True, slots=True)
class Moved:
    """Pivot segments `pivot` and version segments `version` that belong together, and how likely that is."""

    pivot: range
    version: range
    score: float


def moved(pair: Pair, steps: Sequence[Counts], others: Sequence[Witness] = ()) -> list[Moved]:
    """Return the crossings between segments that a ladder leaves alone, in the order of the pivot.

    By vectors, two runs cross where their evidence as a bead outweighs two omissions and the number of runs that were
    compared. Other evidence of two versions is too weak away from the diagonal: without vectors, and where these leave
    segments, what `others` tell decides, unless vectors deny it. Of runs that share a segment the likelier cross.
    """
    alone = _alone(steps)
    if not alone[0] or not alone[1]:
        return []
    found = [*_by_vectors(pair, alone), *_by_witnesses(pair, alone, others)]
    taken: tuple[set[int], set[int]] = (set(), set())
    result: list[Moved] = []
    for gain, i, j, (m, n) in sorted(found, key=lambda one: (-one[0], one[1:])):
        mine, theirs = range(i, i + m), range(j, j + n)
        if taken[0].isdisjoint(mine) and taken[1].isdisjoint(theirs):
            taken[0].update(mine)
            taken[1].update(theirs)
            result.append(Moved(mine, theirs, 1 / (1 + exp(-gain))))
    return sorted(result, key=lambda one: one.pivot.start)


_Alone = tuple[dict[int, int], dict[int, int]]  # segment → place of the other side at which it stands
_Runs = list[tuple[float, int, int, Counts]]  # logarithm of odds, first segments, and how many there are


def _by_witnesses(pair: Pair, alone: _Alone, others: Sequence[Witness]) -> _Runs:
    mine, theirs = np.array(sorted(alone[0])), np.array(sorted(alone[1]))
    told = odds(pair, others, (mine, theirs))
    if told is None:
        return []
    places = np.argwhere(told > _SURELY)
    if pair.likeness is not None and len(places):
        gains = pair.terms(mine[places[:, 0]], theirs[places[:, 1]])[pair.shapes.index((1, 1))]
        places = places[gains - pair.shape((1, 0)) * 2 - _barred(alone) >= _AGAINST]
    found: _Runs = []
    for row, column in places:
        i, j = int(mine[row]), int(theirs[column])
        over = _crossed(alone, i, j)
        gain = float(told[row, column]) - (_NEXT if over == 1 else 0)
        if over and gain > _SURELY:
            found.append((gain, i, j, (1, 1)))
    return found


def _by_vectors(pair: Pair, alone: _Alone) -> _Runs:
    if pair.likeness is None:
        return []
    rows, columns = _candidates(alone)
    shapes = [index for index, (m, n) in enumerate(pair.shapes) if m <= 2 and 1 <= n <= 2]
    terms = pair.terms(rows, columns)
    held = [dict.fromkeys(side) for side in alone]
    barred = _barred(alone)
    found: _Runs = []
    for index in shapes:
        m, n = pair.shapes[index]
        gains = terms[index] - pair.shape((1, 0)) * (m + n) - barred
        for at in np.flatnonzero(gains > 0):
            i, j = int(rows[at]), int(columns[at])
            runs = all(i + k in held[0] for k in range(m)) and all(j + k in held[1] for k in range(n))
            over = _crossed(alone, i, j) if runs else 0
            gain = float(gains[at]) - (_NEXT if over == 1 else 0)
            if over and gain > 0:
                found.append((gain, i, j, (m, n)))
    return found


def _barred(alone: _Alone) -> float:
    """Return what speaks against a crossing beforehand, in logarithms of odds."""
    return log(max(1, len(alone[0]) * len(alone[1]))) + _RARE


def _alone(steps: Sequence[Counts]) -> _Alone:
    result: _Alone = {}, {}
    i = j = 0
    for m, n in steps:
        if not n:
            result[0].update((i + k, j) for k in range(m))
        elif not m:
            result[1].update((j + k, i) for k in range(n))
        i, j = i + m, j + n
    return result


def _crossed(alone: _Alone, i: int, j: int) -> int:
    """Return how many aligned segments stand between the two, on the side with fewer.

    Where none does they are no crossing but a pair that was refused.
    """
    low, high = sorted((i, alone[1][j]))
    mine = sum(k not in alone[0] for k in range(low, high))
    low, high = sorted((alone[0][i], j))
    return min(mine, sum(k not in alone[1] for k in range(low, high)))


def _candidates(alone: _Alone) -> tuple[Ints, Ints]:
    mine, theirs = np.array(sorted(alone[0])), np.array(sorted(alone[1]))
    if len(theirs) <= _NEAR:
        return np.repeat(mine, len(theirs)), np.tile(theirs, len(mine))
    middle = np.searchsorted(theirs, [alone[0][int(i)] for i in mine])
    start = np.clip(middle - _NEAR // 2, 0, len(theirs) - _NEAR)
    return np.repeat(mine, _NEAR), theirs[(start[:, None] + np.arange(_NEAR)).ravel()]
