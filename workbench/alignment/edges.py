"""Edges between two beads, and what pairs of versions tell of whether their texts are cut there at the same place."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from math import log, sqrt

from workbench.alignment.cuts import Odds, odds_of
from workbench.alignment.evidence.length import Length, information
from workbench.alignment.evidence.straying import Place, Wording, signs_of_straying, straying, wordings
from workbench.alignment.shapes import Counts
from workbench.alignment.side import Side
from workbench.languages.labels import labels
from workbench.model.ladder import Span

_SHORT = 60.0  # bits: below this, lengths are the noisier the shorter they are


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge between the beads `number` and `number + 1` of a ladder; a settled one stays."""

    number: int
    pivot: Place
    version: Place
    settled: bool


def edges(
    steps: Sequence[Counts], fixed: Collection[Span], begins: tuple[Collection[int], Collection[int]]
) -> Iterator[Edge]:
    """Give the edges between beads that have segments on both sides.

    Settled are those of fixed beads, and those at which both sides begin something (`begins`: segments of either).
    """
    kept = {(span.pivot.start, span.version.start) for span in fixed if span.bead.pivot and span.bead.version}
    i = j = 0
    for number, ((m, n), (m_next, n_next)) in enumerate(pairwise(steps)):
        start, (i, j) = (i, j), (i + m, j + n)
        if m and n and m_next and n_next:
            settled = bool({start, (i, j)} & kept) or (i in begins[0] and j in begins[1])
            pivot, version = (
                Place(range(start[0], i), range(i, i + m_next)),
                Place(range(start[1], j), range(j, j + n_next)),
            )
            yield Edge(number, pivot, version, settled)


def beginnings(side: Side) -> frozenset[int]:
    """Return the segments that begin a paragraph or have a label: what belongs together does not run across."""
    found = labels(side.segments, side.knowledge)
    return frozenset(side.starts) | {index for index, label in enumerate(found) if label is not None}


@dataclass(slots=True)
class Evidences:
    """What pairs of versions tell at edges. Versions go by their numbers; what was asked once is kept."""

    sides: tuple[Side, ...]
    words: Sequence[Wording | None]
    _known: dict[tuple[int, int, Place, Place], Odds] = field(default_factory=dict)

    def odds(self, pair: tuple[int, int], places: tuple[Place, Place], length: Length | None) -> Odds:
        """Return what two versions tell at one edge; `length` is None where their beads hold different pivot segments."""
        key = (*pair, *places)
        if key not in self._known:
            one, other = self.words[pair[0]], self.words[pair[1]]
            signs = None
            if one is not None and other is not None:
                signs = signs_of_straying(straying(one, other, *places))
            balance = 0.0 if length is None else self._balance(pair, places, length)
            self._known[key] = odds_of(signs, balance)
        return self._known[key]

    def _balance(self, pair: tuple[int, int], places: tuple[Place, Place], length: Length) -> float:
        """Return by how many deviations the second text is longer, against the first, behind the edge than before."""
        lengths = information(self.sides[pair[0]]), information(self.sides[pair[1]])
        ratio = length.ratio or sum(lengths[1]) / sum(lengths[0])
        found = []
        for mine, theirs in ((places[0].before, places[1].before), (places[0].behind, places[1].behind)):
            own = sum(lengths[0][index] for index in mine)
            apart = log(sum(lengths[1][index] for index in theirs) / own / ratio)
            found.append(apart / (length.deviation * sqrt(1 + _SHORT / own)))
        return (found[1] - found[0]) / sqrt(2)


def evidences(sides: Sequence[Side], known: bool) -> Evidences:
    """Return what tells of edges of sides, the first of them the pivot; `known` says whether words have vectors."""
    return Evidences(tuple(sides), wordings(sides) if known else [None] * len(sides))
