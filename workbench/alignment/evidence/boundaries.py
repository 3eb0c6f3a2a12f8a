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
    together = np.array([log(trust / (1 - share) + 1 - trust), log(trust / share + 1 - trust)])
    sums_pivot = np.concatenate(([0], np.cumsum(pivot)))
    sums_version = np.concatenate(([0], np.cumsum(version)))
    marks_pivot, marks_version = np.array(pivot, dtype=np.int64), np.array(version, dtype=np.int64)

    def table(rows: Ints, columns: Ints, m: int, n: int) -> Floats:
        first = marks_pivot[rows]
        same = first == marks_version[columns]
        inside = sums_pivot[rows + m] - sums_pivot[rows + 1] + sums_version[columns + n] - sums_version[columns + 1]
        return np.where(same, together[first], apart) + inside * apart

    return table


def silent_table(rows: Ints, _columns: Ints, _m: int, _n: int) -> Floats:
    """Say nothing of any bead."""
    return np.zeros(len(rows))
