"""Cuts that do not correspond: how likely an edge between two beads runs, in one of the texts, through what belongs together.

Around an edge of a ladder every version is cut somewhere: where the pivot is, earlier or later. Each pair of versions
gives evidence of which it is (words that stray, lengths out of balance), and all pairs are weighed together.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

import numpy as np
from numpy.typing import NDArray

# Logistic regression of edges between gold beads and inside them, on development sets, half of them with clauses moved
# over edges of segments (tests/benchmarks/alignment/fit_cuts.py): what strays in both texts, in either, and the other way
# round; by how many deviations lengths are out of balance; how much more alike both beads are as one.
_STRAYS = np.array((2.9, 1.0, -0.9))
_BALANCE, _WHOLE = 0.9, 3.0
_BALANCE_ALONE, _WHOLE_ALONE = 1.3, 7.0  # where nothing is known of words
_ANY = -2.35  # what any edge gets
_MOST = 4.0  # deviations: more tells no more
_USUAL = -4.5  # beforehand, that a version is cut earlier than the pivot, and that it is cut later
_OTHERS = 0.7  # what a pair without the pivot weighs: pairs say partly the same
_ROUNDS = 8
_HERE = 1  # of three places, earlier, here, later

Odds = NDArray[np.float64]
"""Two log likelihood ratios against cuts that correspond: that the second version is cut earlier, and that it is later."""

NOTHING: Odds = np.zeros(2)
"""What a pair tells of which nothing is known."""


def odds_of(signs: NDArray[np.float64] | None, balance: float, whole: float) -> Odds:
    """Return what one pair of versions tells at one edge.

    `signs` are what strays (`signs_of_straying`), None where words are not known; `balance` is by how many deviations
    the second text is longer behind the edge, against the first, than it is before; `whole` is by how much more alike
    both beads are as one, by vectors, than by themselves (0 where it is not known).
    """
    both = np.array([1.0, -1.0]) * max(-_MOST, min(_MOST, balance))
    if signs is None:
        return both * _BALANCE_ALONE + (_WHOLE_ALONE * whole + _ANY)
    return np.asarray(signs @ _STRAYS + both * _BALANCE + (_WHOLE * whole + _ANY))


def alone(odds: Odds) -> float:
    """Return the logarithm of the odds that the cuts of one pair do not correspond."""
    return float(np.logaddexp(*odds)) + _USUAL


def together(pairs: Mapping[tuple[int, int], Odds], settled: Collection[int]) -> dict[int, float]:
    """Return for each version the logarithm of the odds that its cut does not correspond to the pivot's (number 0).

    `pairs` has what is known by the numbers of two versions, the lower first; `settled` versions correspond. By mean
    field: every version is at each place with some probability, and is weighed against where all others are.
    """
    versions = sorted({version for pair in pairs for version in pair} - {0})
    here = np.eye(3)[_HERE]
    places = {0: here, **dict.fromkeys(settled, here)}
    tables = {pair: _by_places(odds) for pair, odds in pairs.items()}
    beforehand = np.array([_USUAL, 0.0, _USUAL])
    for _ in range(_ROUNDS + 1):
        for version in versions:
            if version in settled:
                continue
            total = beforehand.copy()
            for (one, other), table in tables.items():
                if version == other and one in places:
                    total += (_OTHERS if one else 1.0) * (places[one] @ table)
                elif version == one and other in places:
                    total += _OTHERS * (table @ places[other])
            shares = np.exp(total - total.max())
            places[version] = shares / shares.sum()
    return {version: _logit(1 - float(places[version][_HERE])) for version in versions}


def _by_places(odds: Odds) -> NDArray[np.float64]:
    """Return what a pair tells by the places of both versions (rows: the first's)."""
    earlier, later = odds
    return np.array([[0.0, later, later], [earlier, 0.0, later], [earlier, earlier, 0.0]])


def _logit(share: float) -> float:
    return float(np.log(max(1e-9, share)) - np.log(max(1e-9, 1 - share)))
