"""Length: a translation of a long text is long."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import accumulate
from math import exp, lgamma, log, pi, sqrt
from statistics import fmean, median, pstdev

import numpy as np
from numpy.typing import NDArray

from workbench.alignment.band import Floats, Ints
from workbench.alignment.evidence.boundaries import silent_table
from workbench.alignment.evidence.evidence import BeadEvidence, BeadTable
from workbench.alignment.side import Side
from workbench.model.ladder import Ladder

_LEAST = 4.0  # bits: no segment is shorter
_SHORT = 60.0  # bits: below this, lengths are the noisier the shorter they are
_MOST = 4.0  # times as long: no translation is more
_PART = 4096  # segments whose characters are looked at at a time
_LOG_ROOT = 0.5 * log(2 * pi)


@dataclass(frozen=True, slots=True)
class Length(BeadEvidence):
    """The ratio of both texts' lengths, where a length is the information of its letters and digits in bits.

    A character weighs minus the logarithm of how often its side has it, so that a Chinese character weighs what some
    Latin letters do without anybody saying so. `ratio` (version to pivot) is that of the whole texts unless it is
    learned; `deviation` is that of the logarithms of ratios. The model is that of Gale and Church (1993) on logarithms,
    against segments that are as long as they happen to be.
    """

    ratio: float | None = None
    deviation: float = 0.28

    def table(self, pivot: Side, version: Side) -> BeadTable:
        """Return the measure of beads between the two sides."""
        lengths = information(pivot), information(version)
        if not lengths[0] or not lengths[1]:
            return silent_table
        ratio = self.ratio or sum(lengths[1]) / sum(lengths[0])
        if not 1 / _MOST <= ratio <= _MOST:  # one side is no more than a part of the other: their segments are compared
            ratio = fmean(lengths[1]) / fmean(lengths[0])
        # Of a bead's pivot text the length of the whole is as likely as any; of its version text it follows. Cuts are
        # uniform, against segments that are as long as they happen to be.
        sums = [np.concatenate(([0.0], np.cumsum(side))) for side in lengths]
        spreads = _spread(lengths[0]), _spread(lengths[1])
        costs = []
        for side, (mean, deviation) in zip(lengths, spreads, strict=True):
            logs = np.log(np.array(side))
            single = logs + 0.5 * ((logs - mean) / deviation) ** 2 + log(deviation) + _LOG_ROOT
            costs.append(np.concatenate(([0.0], np.cumsum(single))))
        shift, spread = log(ratio), self.deviation

        @cache
        def own(m: int) -> tuple[Floats, Floats, Floats]:
            runs = run_lengths(sums[0], m)
            logs = np.log(runs)
            top = 1 / (2 * spread**2 * (1 + _SHORT / runs))
            usual = -0.5 * ((logs - spreads[0][0]) / spreads[0][1]) ** 2 - log(spreads[0][1]) - _LOG_ROOT
            cuts = costs[0][m:] - costs[0][:-m] - m * logs + lgamma(m)
            return logs + shift, 0.5 * np.log(top / pi) + usual + cuts, top

        @cache
        def other(n: int) -> tuple[Floats, Floats]:
            logs = np.log(run_lengths(sums[1], n))
            return logs, costs[1][n:] - costs[1][:-n] - n * logs + lgamma(n)

        def table(rows: Ints, columns: Ints, m: int, n: int) -> Floats:
            (expected, base, top), (logs, cuts) = own(m), other(n)
            apart = logs[columns] - expected[rows]
            apart *= apart
            apart *= -top[rows]
            apart += base[rows]
            apart += cuts[columns]
            return apart

        return table

    def learned(self, pivot: Side, version: Side, ladder: Ladder) -> Length:
        """Return the evidence with ratio and deviation of the ladder's beads (medians: some may be wrong)."""
        lengths = information(pivot), information(version)
        sums = [list(accumulate(side, initial=0.0)) for side in lengths]
        ratios = []
        for span in ladder.spans():
            if span.bead.pivot and span.bead.version:
                parts = [s[r.stop] - s[r.start] for s, r in zip(sums, (span.pivot, span.version), strict=True)]
                ratios.append((log(parts[1] / parts[0]), 1 / sqrt(1 + _SHORT / parts[0])))
        if len(ratios) < 8:
            return self
        middle = median(ratio for ratio, _ in ratios)
        seen = 1.4826 * median(abs(ratio - middle) * weight for ratio, weight in ratios)
        # Eight beads' worth of what is usual keep a short text from teaching too much.
        deviation = (seen * len(ratios) + 0.28 * 8) / (len(ratios) + 8)
        return Length(exp(middle), max(0.12, min(0.5, deviation)))


def run_lengths(sums: Floats, count: int) -> Floats:
    """Return the lengths of runs of `count` segments by where they begin; `sums` has the running total, from 0 on."""
    return sums[count:] - sums[:-count]


@lru_cache(maxsize=32)
def information(side: Side) -> tuple[float, ...]:
    """Return the length of every segment in bits."""
    parts = [_characters(side.segments[at : at + _PART]) for at in range(0, len(side), _PART)]
    counts = np.zeros(sys.maxunicode + 1, dtype=np.int64)
    for codes, _ in parts:
        there, seen = np.unique(codes, return_counts=True)
        counts[there] += seen
    kept = np.array([code for code in np.flatnonzero(counts).tolist() if chr(code).isalnum()], dtype=np.int64)
    bits = np.zeros(len(counts))
    if len(kept):
        bits[kept] = np.log2(counts[kept].sum() / counts[kept]) if len(kept) > 1 else 1.0
    result: list[float] = []
    for codes, ends in parts:
        result += (_LEAST + np.diff(np.cumsum(np.append(0.0, bits[codes]))[ends])).tolist()
    return tuple(result)


def _characters(segments: Sequence[str]) -> tuple[NDArray[np.uint32], Ints]:
    """Return the small letters of some segments one behind the other as code points, and where each segment ends."""
    small = [segment.lower() for segment in segments]
    codes = np.frombuffer("".join(small).encode("utf-32-le", "surrogatepass"), dtype=np.uint32)
    return codes, np.cumsum([0, *map(len, small)])


def _spread(lengths: Sequence[float]) -> tuple[float, float]:
    logs = [log(value) for value in lengths]
    return fmean(logs), max(0.5, pstdev(logs))
