"""What paragraphs and labels have in common: marked segments that begin a bead on both sides or on none."""

from __future__ import annotations

from collections.abc import Sequence
from math import log

import numpy as np

from workbench.alignment.band import Floats, Ints
from workbench.alignment.evidence.evidence import BeadTable


def boundary_table(pivot: Sequence[bool], version: Sequence[bool], trust: float) -> BeadTable:
    """Return a measure of how well beads begin where marked segments stand.

    `pivot` and `version` say of every segment whether it is marked. `trust` (0 to 1) is how likely a mark has a
    counterpart if both sides have as many; where their numbers differ less is expected, down to nothing.
    """
    marked_pivot, marked_version = sum(pivot), sum(version)
    fewer, more = sorted((marked_pivot, marked_version))
    # A side where everything or nothing is marked (the first segment always is one) tells nothing of beads.
    told = min(len(pivot) - marked_pivot, len(version) - marked_version, marked_pivot, marked_version)
    if not told or more <= 1:
        return silent_table
    trust *= (fewer / more) ** 2
    share = (marked_pivot + marked_version) / (len(pivot) + len(version))
    apart = log(1 - trust)
    together = log(trust / (1 - share) + 1 - trust), log(trust / share + 1 - trust)
    marks = np.array(pivot, dtype=np.float64), np.array(version, dtype=np.float64)
    # Unmarked beginnings on both sides, marked ones on both, one of each: a sum of products of what either side has.
    base = np.where(pivot, apart, together[0])
    slope = np.where(pivot, together[1] - apart, apart - together[0])
    costs = tuple(apart * np.concatenate(([0.0], np.cumsum(side))) for side in marks)

    def table(rows: Ints, columns: Ints, m: int, n: int) -> Floats:
        mine = base[rows] + costs[0][rows + m] - costs[0][rows + 1]
        theirs = costs[1][columns + n] - costs[1][columns + 1]
        return np.asarray(slope[rows] * marks[1][columns] + mine + theirs)

    return table


def silent_table(rows: Ints, columns: Ints, _m: int, _n: int) -> Floats:
    """Say nothing of any bead."""
    return np.zeros(np.broadcast_shapes(rows.shape, columns.shape))
