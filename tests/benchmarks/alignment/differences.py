"""Differences of strict F1, with the interval of a paired bootstrap."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tests.benchmarks.alignment.scores import Counts

_DRAWS = 2000
_SEED = 0


@dataclass(frozen=True, slots=True)
class Difference:
    """A difference of means over sets, and the ends of its 95 % interval."""

    mean: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{self.mean:+.3f} ({self.low:+.3f} … {self.high:+.3f})"


def difference(ours: Mapping[str, Counts], theirs: Mapping[str, Counts]) -> Difference:
    """Return strict F1 of ours minus theirs, of the sets that both have: the mean over sets.

    A paired bootstrap (Koehn 2004) on both levels: sets are drawn, and in each of them blocks of ten pivot segments; both
    sides have the same drawn. Sets of one text, cut by different seeds, are alike, so blocks alone would look too certain.
    """
    shared = [name for name in ours if name in theirs]
    if not shared:
        return Difference(0.0, 0.0, 0.0)
    draw = np.random.default_rng(_SEED)
    mean = float(np.mean([ours[name].strict() - theirs[name].strict() for name in shared]))
    drawn = np.stack([_redrawn(draw, ours[name], theirs[name]) for name in shared])
    sets = draw.integers(len(shared), size=(len(shared), _DRAWS))
    means = drawn[sets, draw.integers(_DRAWS, size=sets.shape)].mean(axis=0)
    low, high = np.quantile(means, [0.025, 0.975])
    return Difference(mean, float(low), float(high))


def _redrawn(draw: np.random.Generator, ours: Counts, theirs: Counts) -> NDArray[np.float64]:
    """Return the differences of one set, with its blocks drawn again and again."""
    blocks = len(ours.blocks)
    times = draw.multinomial(blocks, np.full(blocks, 1 / blocks), size=_DRAWS).astype(np.float64)
    a, b = (_f1(times @ np.asarray(one.blocks, dtype=np.float64)) for one in (ours, theirs))
    return np.asarray(a - b)


def _f1(sums: NDArray[np.float64]) -> NDArray[np.float64]:
    total = sums[:, 0] + sums[:, 1]
    return np.where(total > 0, 2 * sums[:, 2] / np.where(total > 0, total, 1), 1.0)
