"""Gale and Church, "A Program for Aligning Sentences in Bilingual Corpora" (1993), from PyPI's `galechurch`."""

from __future__ import annotations

from collections.abc import Sequence

from tests.benchmarks.alignment.scores import Filled
from tests.benchmarks.alignment.vectors import Windows


def align(pivot: Sequence[str], version: Sequence[str], windows: Sequence[Windows]) -> list[Filled]:
    """Return the beads of one pair, by the texts' own length ratio, which is source over target."""
    import galechurch

    ratio = sum(map(len, pivot)) / max(sum(map(len, version)), 1)
    beads = galechurch.align(list(pivot), list(version), mean_xy=ratio, max_block_size=10**12).beads
    return [
        (tuple(range(one.source_start, one.source_end)), tuple(range(one.target_start, one.target_end)))
        for one in beads
    ]
