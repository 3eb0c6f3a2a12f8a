"""SentAlign: Steingrímsson, Loftsson and Way, "SentAlign: Accurate and Scalable Sentence Alignment" (2023).

Get it from github steinst/SentAlign (Apache-2.0) and point to its folder. Its path step is run as for texts below its limit
of four million nodes, where it has no anchors, with its defaults but for the cutoff: .25, since its own of .4 is for LaBSE.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.alignment.peers.loading import module
from tests.benchmarks.alignment.scores import Filled
from tests.benchmarks.alignment.vectors import Vectors, Windows

_MOST, _FREE = 4, 2  # sentences that it joins, and of these without penalty
_CUTOFF = 0.25
_WORDS = 1, 110, 80, 0.01  # fewest, most, those from which on each costs, and what it costs
_LIMIT = 4_000_000  # nodes


@dataclass(frozen=True, slots=True)
class SentAlign:
    """A clone at a path."""

    clone: Path

    def align(self, pivot: Sequence[str], version: Sequence[str], windows: Sequence[Windows]) -> list[Filled]:
        """Return the beads of one pair; raise ValueError where it would need anchors."""
        if len(pivot) * len(version) > _LIMIT:
            raise ValueError("beyond four million nodes SentAlign's path step needs anchors")
        step = module(self.clone / "align_anchors.py").align_anchors
        texts = [dict(enumerate(text.strip() for text in side)) for side in (pivot, version)]
        vectors = [_by_text(list(held.values()), side) for held, side in zip(texts, windows, strict=True)]
        whole = (-1, -1), (len(pivot), len(version))
        _, path, _ = step(whole, *texts, *vectors, _CUTOFF, _MOST, *_WORDS, _FREE, _Silent())
        return [_bead(line) for line in path.split()]


def _by_text(texts: Sequence[str], side: Windows) -> dict[str, Vectors]:
    return {
        " ".join(texts[start : start + size]): row
        for size in range(1, _MOST + 1)
        for start, row in enumerate(side.layer(size))
    }


def _bead(line: str) -> Filled:
    pivot, version = (tuple(map(int, re.findall(r"\d+", part))) for part in line.split(":"))
    return pivot, version


class _Silent:
    """Stands where SentAlign counts nodes for its progress line."""

    def add_nodes(self, count: int) -> None:
        pass
