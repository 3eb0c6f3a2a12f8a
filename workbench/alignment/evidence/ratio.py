"""Ratio: how well the lengths of a bead's two texts fit each other, whatever they are cut into."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from math import log, sqrt

import numpy as np

from workbench.alignment.band import Floats, Ints
from workbench.alignment.evidence.boundaries import silent_table
from workbench.alignment.evidence.evidence import BeadEvidence, BeadTable
from workbench.alignment.evidence.length import Length, information, run_lengths
from workbench.alignment.side import Side
from workbench.model.ladder import Ladder

_SHORT = 60.0  # bits: below this, lengths are the noisier the shorter they are
_MOST = 4.0  # times as long: no translation is more
_LEAST = 0.5  # no texts vary less in length (standard deviation of logarithms)


@dataclass(frozen=True, slots=True)
class Ratio(BeadEvidence):
    """The logarithm of the ratio of both lengths in bits: normal around what is usual, against any two texts' ratio.

    `length` is the evidence that learns the usual ratio. Unlike it this does not ask how likely the cuts are, so that a
    short segment is not drawn to its neighbour only for being short.
    """

    length: Length = field(default_factory=Length)

    def table(self, pivot: Side, version: Side) -> BeadTable:
        """Return the measure of beads between the two sides."""
        lengths = np.array(information(pivot)), np.array(information(version))
        if not len(lengths[0]) or not len(lengths[1]):
            return silent_table
        sums = [np.concatenate(([0.0], np.cumsum(side))) for side in lengths]
        ratio = self.length.ratio or sums[1][-1] / sums[0][-1]
        if not 1 / _MOST <= ratio <= _MOST:  # one side is no more than a part of the other: segments are compared
            ratio = lengths[1].mean() / lengths[0].mean()
        shift = log(ratio)
        wide = sqrt(sum(max(_LEAST, float(np.log(side).std())) ** 2 for side in lengths))
        deviation = self.length.deviation

        @cache
        def own(m: int) -> tuple[Floats, Floats, Floats]:
            runs = run_lengths(sums[0], m)
            variance = deviation**2 * (1 + _SHORT / runs)
            return np.log(runs) + shift, 0.5 * np.log(wide**2 / variance), 0.5 / variance - 0.5 / wide**2

        @cache
        def other(n: int) -> Floats:
            return np.asarray(np.log(run_lengths(sums[1], n)))

        def table(rows: Ints, columns: Ints, m: int, n: int) -> Floats:
            usual, base, top = own(m)
            apart = other(n)[columns] - usual[rows]
            apart *= apart
            apart *= -top[rows]
            apart += base[rows]
            return apart

        return table

    def learned(self, pivot: Side, version: Side, ladder: Ladder) -> Ratio:
        """Return the evidence with ratio and deviation of the ladder's beads."""
        return Ratio(self.length.learned(pivot, version, ladder))
