"""vecalign's algorithm: Thompson and Koehn, "Vecalign: Improved Sentence Alignment in Linear Time and Space" (2019).

From PyPI's `sentalign` (`pip install sentalign`), with its defaults: beads of up to eight segments, both sides together.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from tests.benchmarks.alignment.scores import Filled
from tests.benchmarks.alignment.vectors import LONGEST, Vectors, Windows


def align(pivot: Sequence[str], version: Sequence[str], windows: Sequence[Windows]) -> list[Filled]:
    """Return the beads of one pair."""
    from sentalign import sentalign

    answer = sentalign(list(pivot), list(version), encoder=_Layers(windows), alignment_max_size=LONGEST)
    return [(tuple(one.src_indices), tuple(one.tgt_indices)) for one in answer.alignments]


class _Layers:
    """Answers what sentalign asks an encoder: eight sizes of windows of the pivot, then eight of the version."""

    def __init__(self, sides: Sequence[Windows]) -> None:
        self._sides, self._asked = sides, 0

    def encode(self, texts: Sequence[str]) -> Vectors:
        side, size = self._sides[self._asked // LONGEST], self._asked % LONGEST + 1
        self._asked += 1
        rows = np.tile(side.pad(), (len(texts), 1))
        layer = side.layer(size)
        rows[len(texts) - len(layer) :] = layer
        return rows
