"""Vectors for all who are measured: the same encoder, the same cache, every text once."""

from __future__ import annotations

import numpy as np

from tests.benchmarks.alignment.aligners import WINDOW, Table, Vectors, windows
from tests.benchmarks.alignment.sets import ParallelSet
from workbench.alignment.encoders.encoder import SentenceEncoder


def segments_table(one: ParallelSet, encoder: SentenceEncoder) -> Table:
    """Return the vectors of the segments of a set: what our engine needs."""
    table: dict[tuple[str, str], Vectors] = {}
    for tag, side in one.sides.items():
        texts = list(dict.fromkeys(text.strip() for text in side.segments))
        table |= {(tag, text): row for text, row in zip(texts, encoder.encode(texts, tag), strict=True)}
    return table


def embedded_windows(one: ParallelSet, encoder: SentenceEncoder) -> Table:
    """Return the vectors of all windows, each embedded as a text of its own, as peers do it: ten times the work."""
    table: dict[tuple[str, str], Vectors] = {}
    for tag, side in one.sides.items():
        texts = list(dict.fromkeys(windows(side)))
        table |= {(tag, text): row for text, row in zip(texts, encoder.encode(texts, tag), strict=True)}
    return table


def composed_windows(one: ParallelSet, segments: Table) -> Table:
    """Return the vectors of all windows, composed of their segments': the means, weighted by length, of length one."""
    table = dict(segments)
    for tag, side in one.sides.items():
        texts = [text.strip() for text in side.segments]
        sums = np.cumsum(
            [np.zeros_like(table[tag, texts[0]]), *(table[tag, text] * len(text) for text in texts)], axis=0
        )
        for size in range(2, WINDOW + 1):
            for start in range(len(texts) - size + 1):
                row = sums[start + size] - sums[start]
                length = float(np.linalg.norm(row)) or 1.0
                table[tag, " ".join(texts[start : start + size])] = (row / length).astype(np.float32)
    return table
