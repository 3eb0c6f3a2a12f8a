"""Sets in which clauses stand on the wrong side of an edge: what official translations do and development sets hardly do."""

from __future__ import annotations

import random
import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tests.benchmarks.alignment.scores import Filled
from tests.benchmarks.alignment.sets import ParallelSet

_CLAUSE = re.compile(r"(?<=[,;:，；：،])\s*")
_EDGES = 0.12  # of a segment: no clause that is moved is shorter, nor what is left
_LEAST = 14  # letters of a clause, or a half as many where words are not parted by spaces
_PIVOT, _VERSION = 0.04, 0.06  # share of edges over which a clause is moved
_APART = 2  # edges between two of them


def astray(one: ParallelSet, seed: int) -> ParallelSet:
    """Return a set with clauses moved over edges of neighbouring beads, of the pivot and of versions.

    Cut at a comma, the last clause before an edge goes behind it, or the first behind it before; the gold beads of both
    segments become one.
    """
    chosen = random.Random(seed)  # noqa: S311 - test data that must come out the same
    segments = {tag: list(side.segments) for tag, side in one.sides.items()}
    pivot = _walk(segments[one.pivot], range(len(segments[one.pivot]) - 1), _PIVOT, chosen)
    gold = {}
    for tag, beads in one.gold.items():
        near = {at + by for at in pivot for by in (-1, 0, 1)}
        edges = [
            before[1][-1] for before, behind in pairwise(beads) if all((*before, *behind)) and before[0][-1] not in near
        ]
        own = _walk(segments[tag], edges, _VERSION, chosen)
        gold[tag] = _joined(beads, pivot, own)
    sides = {tag: replace(side, segments=tuple(segments[tag])) for tag, side in one.sides.items()}
    return replace(one, name=f"{one.name}, astray {seed}", sides=sides, gold=gold)


def _walk(segments: list[str], edges: Sequence[int], share: float, chosen: random.Random) -> set[int]:
    """Move clauses over some of the edges (by the segment before); return which."""
    moved: set[int] = set()
    last = -_APART - 1
    for at in edges:
        if at - last > _APART and chosen.random() < share and _move(segments, at, chosen):
            moved.add(at)
            last = at
    return moved


def _move(segments: list[str], at: int, chosen: random.Random) -> bool:
    before, behind = segments[at], segments[at + 1]
    ways = [(True, cut) for cut in _cuts(before)[-1:]] + [(False, cut) for cut in _cuts(behind)[:1]]
    if not ways:
        return False
    forward, cut = chosen.choice(ways)
    space = "" if _unspaced(before + behind) else " "
    if forward:
        segments[at : at + 2] = [before[:cut].strip(), f"{before[cut:].strip()}{space}{behind}"]
    else:
        segments[at : at + 2] = [f"{before}{space}{behind[:cut].strip()}", behind[cut:].strip()]
    return True


def _cuts(text: str) -> list[int]:
    least = max(_EDGES * len(text), _LEAST / 2 if _unspaced(text) else _LEAST)
    return [at.end() for at in _CLAUSE.finditer(text) if least <= at.end() <= len(text) - least]


def _unspaced(text: str) -> bool:
    return any(letter >= "\u2e80" for letter in text)


def _joined(beads: Sequence[Filled], pivot: set[int], version: set[int]) -> list[Filled]:
    result: list[Filled] = []
    for mine, theirs in beads:
        before = result[-1] if result else ((), ())
        if all((mine, theirs, *before)) and (
            (before[0][-1] in pivot and before[0][-1] + 1 == mine[0])
            or (before[1][-1] in version and before[1][-1] + 1 == theirs[0])
        ):
            result[-1] = before[0] + mine, before[1] + theirs
        else:
            result.append((mine, theirs))
    return result
