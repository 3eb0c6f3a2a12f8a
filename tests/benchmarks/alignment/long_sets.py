"""Long texts for the scaling run.

The sets of `../shared/data/udhr` put one behind the other until there are enough segments. Each copy of a gold bead means
something of its own: its vectors are random directions, moved by noise of each segment, so that they tell copies apart as
those of a real long text would.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import cycle
from pathlib import Path

import numpy as np

from tests.benchmarks.alignment.scores import Filled
from tests.benchmarks.alignment.sets import ParallelSet, read_set
from tests.benchmarks.alignment.vectors import Composed, Rows, Vectors, composed
from workbench.alignment.side import Side

_DIMENSIONS = 384  # as e5 has
_OWN = 0.35  # how far a segment's vector is from what its bead means, as a share of its length
_SEED = 7


def long_set(size: int, tags: Sequence[str], folders: Sequence[Path]) -> tuple[ParallelSet, Rows]:
    """Return a set of at least `size` pivot segments and the vectors of its segments.

    Vectors are random directions, one for each pivot segment and one for what is added; a version's segment is the mean of
    the pivot segments of its bead, with noise of its own.
    """
    draw = np.random.default_rng(_SEED)
    parts: dict[str, list[str]] = {}
    starts: dict[str, list[int]] = {}
    gold: dict[str, list[Filled]] = {tag: [] for tag in tags}
    table: dict[tuple[str, str], Vectors] = {}
    knowledge = {}
    pivot = ""
    for number, one in _repeated(folders, tags):
        pivot = one.pivot
        meaning = _directions(draw, len(one.sides[pivot]))
        offset = {tag: len(parts.setdefault(tag, [])) for tag in one.sides}
        for tag, side in one.sides.items():
            knowledge[tag] = side.knowledge
            rows = meaning if tag == pivot else _meanings(draw, one.gold[tag], meaning, len(side))
            rows = rows + _OWN * _directions(draw, len(side))
            # The number makes texts differ, as vectors do; it is no evidence where digits are written out in no version.
            texts = [f"{text.strip()} {_letters(number)}" for text in side.segments]
            starts.setdefault(tag, []).extend(offset[tag] + start for start in side.starts)
            parts[tag].extend(texts)
            rows /= np.linalg.norm(rows, axis=1, keepdims=True)
            table |= {(tag, text): row for text, row in zip(texts, rows.astype(np.float32), strict=True)}
        for tag in tags:
            gold[tag] += [
                (tuple(i + offset[pivot] for i in a), tuple(j + offset[tag] for j in b)) for a, b in one.gold[tag]
            ]
        if len(parts[pivot]) >= size:
            break
    sides = {tag: Side(tuple(texts), tuple(starts[tag]), knowledge[tag]) for tag, texts in parts.items()}
    return ParallelSet(f"long/{size}", "long", sides, gold), Rows(table, _DIMENSIONS)


def _repeated(folders: Sequence[Path], tags: Sequence[str]) -> Iterator[tuple[int, ParallelSet]]:
    return enumerate(cycle([read_set(folder, tags) for folder in folders]))


def _letters(number: int) -> str:
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


def _directions(draw: np.random.Generator, count: int) -> Vectors:
    rows = draw.standard_normal((count, _DIMENSIONS), dtype=np.float32)
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


def _meanings(draw: np.random.Generator, gold: list[Filled], meaning: Vectors, count: int) -> Vectors:
    rows = _directions(draw, count)
    for a, b in gold:
        for place, j in enumerate(b if a else ()):
            # A version's segments share the bead's meaning out among them, as sentences of one paragraph do.
            own = a[place * len(a) // len(b) : max((place + 1) * len(a) // len(b), place * len(a) // len(b) + 1)]
            rows[j] = meaning[list(own)].mean(axis=0)
    return rows


def windows_of(one: ParallelSet, rows: Rows) -> Mapping[str, Composed]:
    """Return what peers get of the same vectors: windows that are composed as they are asked for."""
    return {tag: composed(rows.encode(side.segments, tag)) for tag, side in one.sides.items()}
