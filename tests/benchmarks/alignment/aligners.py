"""What is measured: our engine in its ways, and the peers, each a function from a set and vectors to ladders."""

from __future__ import annotations

import importlib.util
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tests.benchmarks.alignment.scores import Found
from tests.benchmarks.alignment.sets import ParallelSet
from workbench.alignment.side import Side
from workbench.model.ladder import Ladder, crossings

Vectors = NDArray[np.float32]
Table = Mapping[tuple[str, str], Vectors]  # by language and text: what a window of segments means
Ladders = dict[str, list[Found]]
Aligner = Callable[[ParallelSet, Table | None], Ladders]
WINDOW = 8  # segments: what vecalign's algorithm joins at most


def windows(side: Side) -> list[str]:
    """Return every text that a peer embeds: each run of up to eight segments, joined as vecalign joins them, and PAD."""
    texts = [text.strip() for text in side.segments]
    return ["PAD"] + [
        " ".join(texts[i : i + size]) for size in range(1, WINDOW + 1) for i in range(len(texts) - size + 1)
    ]


def found(ladder: Ladder) -> list[Found]:
    """Return the beads of a ladder, a crossing as one."""
    pairs = {crossing.pivot.index: crossing.version for crossing in crossings(ladder)}
    halves = {half.index for half in pairs.values()}
    return [
        Found(tuple(span.pivot), tuple(pairs.get(span.index, span).version), span.bead.score)
        for span in ladder.spans()
        if span.index not in halves
    ]


def rows(side: Side, tag: str, table: Table | None) -> Vectors | None:
    """Return the vectors of a side's segments, None without a table."""
    return None if table is None else np.stack([table[tag, text.strip()] for text in side.segments])


def together(one: ParallelSet, table: Table | None) -> Ladders:
    """Align all versions together."""
    from workbench.alignment.together import align_together

    vectors = [rows(side, tag, table) for tag, side in one.sides.items()]
    ladders = align_together(list(one.sides.values()), vectors, {})
    return {tag: found(ladder) for tag, ladder in zip(list(one.sides)[1:], ladders, strict=True)}


def alone(one: ParallelSet, table: Table | None) -> Ladders:
    """Align every version alone."""
    result: Ladders = {}
    for tag in one.gold:
        pair = ParallelSet(one.name, one.family, {t: one.sides[t] for t in (one.pivot, tag)}, {tag: one.gold[tag]})
        result |= together(pair, table)
    return result


def vecalign(one: ParallelSet, table: Table | None) -> Ladders:
    """vecalign's algorithm (Thompson and Koehn 2019), from PyPI's `sentalign`, on centred vectors of all windows."""
    from sentalign import sentalign

    assert table is not None
    result: Ladders = {}
    for tag in one.gold:
        sides = [(one.pivot, one.sides[one.pivot]), (tag, one.sides[tag])]
        encoder = _Windows(sides, table)
        answer = sentalign(*[list(side.segments) for _, side in sides], encoder=encoder)
        result[tag] = [Found(tuple(a.src_indices), tuple(a.tgt_indices)) for a in answer.alignments]
    return result


def vecalign_composed(one: ParallelSet, table: Table | None) -> Ladders:
    """The same on windows that are composed of the segments' vectors as they are asked for: for long texts.

    Composing counts as its time; a real encoder takes a thousand times as long for the same windows.
    """
    from sentalign import sentalign

    assert table is not None
    result: Ladders = {}
    for tag in one.gold:
        sides = [(one.pivot, one.sides[one.pivot]), (tag, one.sides[tag])]
        encoder = _Composed([_centred(side, t, table) for t, side in sides])
        answer = sentalign(*[list(side.segments) for _, side in sides], encoder=encoder)
        result[tag] = [Found(tuple(a.src_indices), tuple(a.tgt_indices)) for a in answer.alignments]
    return result


def _centred(side: Side, tag: str, table: Table) -> Vectors:
    given = rows(side, tag, table)
    assert given is not None
    return np.asarray(given - given.mean(axis=0), dtype=np.float32)


class _Composed:
    """Gives sentalign sums of consecutive segments' vectors, size by size, the pivot's first."""

    def __init__(self, sides: Sequence[Vectors]) -> None:
        self._sides, self._asked = sides, 0

    def encode(self, texts: Sequence[str]) -> Vectors:
        side, size = self._sides[self._asked // WINDOW], self._asked % WINDOW + 1
        self._asked += 1
        result = np.full((len(texts), side.shape[1]), 1e-6, dtype=np.float32)
        if len(side) >= size:
            summed = side[: len(side) - size + 1].copy()
            for step in range(1, size):
                summed += side[step : len(side) - size + 1 + step]
            result[len(texts) - len(summed) :] = summed
        return result


class _Windows:
    """Gives sentalign the vectors of its windows; it asks for eight sizes of the pivot, then for eight of the version."""

    def __init__(self, sides: Sequence[tuple[str, Side]], table: Table) -> None:
        self._sides, self._table, self._asked = sides, table, 0
        self._means = [_mean(side, tag, table) for tag, side in sides]

    def encode(self, texts: Sequence[str]) -> Vectors:
        number = 0 if self._asked < WINDOW else 1
        self._asked += 1
        tag, mean = self._sides[number][0], self._means[number]
        unknown = self._table.get((tag, "PAD"), np.ones_like(mean)) - mean  # what it pads the beginning with
        return np.stack([self._table[tag, text] - mean if (tag, text) in self._table else unknown for text in texts])


def _mean(side: Side, tag: str, table: Table) -> Vectors:
    given = rows(side, tag, table)
    assert given is not None
    return np.asarray(given.mean(axis=0), dtype=np.float32)


def galechurch(one: ParallelSet, table: Table | None) -> Ladders:
    """Gale and Church (1993) from PyPI's `galechurch`, with the texts' own length ratio, which is source over target."""
    import galechurch as peer

    result: Ladders = {}
    for tag in one.gold:
        pivot, version = (list(one.sides[t].segments) for t in (one.pivot, tag))
        ratio = sum(map(len, pivot)) / max(sum(map(len, version)), 1)
        beads = peer.align(pivot, version, mean_xy=ratio, max_block_size=10**12).beads
        result[tag] = [
            Found(tuple(range(b.source_start, b.source_end)), tuple(range(b.target_start, b.target_end))) for b in beads
        ]
    return result


def hunalign(program: Path) -> Aligner:
    """Return hunalign (Varga et al. 2005) without dictionary, by the path of its program."""

    def run(one: ParallelSet, table: Table | None) -> Ladders:
        return {tag: _hunalign(program, one.sides[one.pivot], one.sides[tag]) for tag in one.gold}

    return run


def _hunalign(program: Path, pivot: Side, version: Side) -> list[Found]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for file, lines in (("none.dic", ()), ("a", pivot.segments), ("b", version.segments)):
            (folder / file).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
        command = [program.resolve(), "-utf", "none.dic", "a", "b"]
        output = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True).stdout
    rungs = [tuple(map(int, line.split("\t")[:2])) for line in output.splitlines() if line.count("\t") >= 2]
    return [Found(tuple(range(i, k)), tuple(range(j, m))) for (i, j), (k, m) in pairwise(rungs) if k > i or m > j]


def plugged(path: Path) -> Aligner:
    """Return an aligner from a Python file, for bertalign, SentAlign and others that stand in folders of their own.

    The file has `align(pivot, version, window)`: two lists of texts, and `window(side, start, size)`, which gives the
    centred vector of `size` segments from `start` on (side 0 the pivot, 1 the version). It returns pairs of lists of
    0-based indices.
    """
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec is not None
    assert spec.loader is not None
    module: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)

    def run(one: ParallelSet, table: Table | None) -> Ladders:
        assert table is not None
        result: Ladders = {}
        for tag in one.gold:
            sides = [(t, one.sides[t]) for t in (one.pivot, tag)]
            means = [_mean(side, t, table) for t, side in sides]
            texts = [[text.strip() for text in side.segments] for _, side in sides]

            def window(number: int, start: int, size: int) -> Vectors:
                text = " ".join(texts[number][start : start + size])  # noqa: B023
                return np.asarray(table[sides[number][0], text] - means[number], dtype=np.float32)  # noqa: B023

            result[tag] = [Found(tuple(a), tuple(b)) for a, b in module.align(*texts, window)]
        return result

    return run
