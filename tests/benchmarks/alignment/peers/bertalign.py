"""bertalign: Liu and Zhu, "Bertalign: Improved Word Embedding-Based Sentence Alignment for Chinese–English" (2022).

Get it from github bfsujason/bertalign (GPL-3), `pip install faiss-cpu numba torch`, and point to its folder. Its two passes
are run with its own functions and defaults, on our vectors in the place of LaBSE's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tests.benchmarks.alignment.peers.loading import module
from tests.benchmarks.alignment.scores import Filled
from tests.benchmarks.alignment.vectors import PAD, Vectors, Windows

_MOST, _NEAREST, _WIDTH, _SKIP = 5, 3, 5, -0.1  # its defaults: max_align, top_k, win, skip


@dataclass(frozen=True, slots=True)
class Bertalign:
    """A clone at a path."""

    clone: Path

    def align(self, pivot: Sequence[str], version: Sequence[str], windows: Sequence[Windows]) -> list[Filled]:
        """Return the beads of one pair."""
        core = module(self.clone / "bertalign" / "corelib.py")
        vectors = [_vectors(side, len(texts)) for side, texts in zip(windows, (pivot, version), strict=True)]
        lengths = [_lengths(texts) for texts in (pivot, version)]
        sizes = len(pivot), len(version)
        first = self._first(core, vectors, sizes)
        width, path = core.find_second_search_path(first, _WIDTH, *sizes)
        shapes = core.get_alignment_types(_MOST)
        ratio = lengths[0][0].sum() / lengths[1][0].sum()
        pointers = core.second_pass_align(
            *vectors, *lengths, width, path, shapes, ratio, _SKIP, margin=True, len_penalty=True
        )
        beads = core.second_back_track(*sizes, pointers, path, shapes)
        return [(tuple(map(int, a)), tuple(map(int, b))) for a, b in beads]

    def _first(self, core: Any, vectors: Sequence[Vectors], sizes: tuple[int, int]) -> list[tuple[int, int]]:
        near = core.find_top_k_sents(vectors[0][0], vectors[1][0], k=_NEAREST)
        shapes = core.get_alignment_types(2)
        width, path = core.find_first_search_path(*sizes)
        pointers = core.first_pass_align(*sizes, width, path, shapes, *near)
        beads: list[tuple[int, int]] = core.first_back_track(*sizes, pointers, path, shapes)
        return beads


def _vectors(side: Windows, count: int) -> Vectors:
    """Return sizes × segments × dimensions: windows by the segment that they end with."""
    result = np.empty((_MOST - 1, count, len(side.pad())), dtype=np.float32)
    for size in range(1, _MOST):
        layer = side.layer(size)
        result[size - 1, : count - len(layer)] = side.pad()
        result[size - 1, count - len(layer) :] = layer
    return result


def _lengths(texts: Sequence[str]) -> NDArray[np.int64]:
    """Return the bytes of the same windows, joined by spaces."""
    ends = np.cumsum([0, *(len(text.encode()) + 1 for text in texts)])
    result = np.full((_MOST - 1, len(texts)), len(PAD))
    for size in range(1, min(_MOST, len(texts) + 1)):
        result[size - 1, size - 1 :] = ends[size:] - ends[:-size] - 1
    return result
