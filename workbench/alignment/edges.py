"""Edges between two beads, and what pairs of versions tell of whether their texts are cut there at the same place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from math import log, sqrt

import numpy as np

from workbench.alignment.band import Floats
from workbench.alignment.cuts import NOTHING, Odds, odds_of
from workbench.alignment.evidence.length import Length, information
from workbench.alignment.evidence.straying import Place, Wording, signs_of_straying, straying, wordings
from workbench.alignment.pair import Pair
from workbench.alignment.shapes import Counts
from workbench.alignment.side import Side
from workbench.alignment.vectors import Likeness
from workbench.languages.labels import labels
from workbench.model.pause import Pause, go_on

_LONG = 3000  # segments of a side from which on words and labels take too long
_SHORT = 60.0  # bits: below this, lengths are the noisier the shorter they are


@dataclass(frozen=True, slots=True)
class Edge:
    """An edge between the beads `number` and `number + 1` of a ladder.

    A settled one stays. `whole` is by how much more alike both beads are as one, by vectors, than each by itself.
    """

    number: int
    pivot: Place
    version: Place
    settled: bool
    whole: float = 0.0


def edges(steps: Sequence[Counts], pair: Pair, begins: tuple[frozenset[int], frozenset[int]]) -> list[Edge]:
    """Return the edges of a ladder between beads that have segments on both sides.

    Settled are those of fixed beads, and those at which both sides begin something (`beginnings`).
    """
    kept = {(span.pivot.start, span.version.start) for span in pair.fixed if span.bead.pivot and span.bead.version}
    result: list[Edge] = []
    i = j = 0
    for number, ((m, n), (m_next, n_next)) in enumerate(pairwise(steps)):
        start, (i, j) = (i, j), (i + m, j + n)
        if m and n and m_next and n_next:
            settled = bool({start, (i, j)} & kept) or (i in begins[0] and j in begins[1])
            pivot = Place(range(start[0], i), range(i, i + m_next))
            version = Place(range(start[1], j), range(j, j + n_next))
            result.append(Edge(number, pivot, version, settled))
    return with_wholes(result, pair)


def with_wholes(found: Sequence[Edge], pair: Pair) -> list[Edge]:
    """Return edges with `whole` as the vectors tell it; 0 without vectors."""
    if pair.likeness is None:
        return list(found)
    longest = len(pair.likeness.crowd_pivot)
    short = [edge for edge in found if max(len(edge.pivot), len(edge.version)) <= longest]
    if not short:
        return list(found)
    parts = [(edge.pivot.before, edge.version.before) for edge in short]
    parts += [(edge.pivot.behind, edge.version.behind) for edge in short]
    joined = [(edge.pivot.joined(), edge.version.joined()) for edge in short]
    scores = _alike([*parts, *joined], pair.likeness).reshape(3, -1)
    wholes = dict(zip(map(id, short), scores[2] - (scores[0] + scores[1]) / 2, strict=True))
    return [replace(edge, whole=float(wholes.get(id(edge), 0.0))) for edge in found]


def _alike(beads: Sequence[tuple[range, range]], likeness: Likeness) -> Floats:
    """Return how alike the two sides of each bead are."""
    shapes = {shape: index for index, shape in enumerate({(len(here), len(there)): 0 for here, there in beads})}
    rows = np.array([here.start for here, _ in beads])
    columns = np.array([there.start for _, there in beads])
    order = np.lexsort((columns, rows))
    scores = likeness.scores(rows[order], columns[order], list(shapes))
    result = np.empty(len(beads))
    numbers = np.array([shapes[len(here), len(there)] for here, there in beads])
    result[order] = scores[numbers[order], np.arange(len(order))]
    return result


def beginnings(side: Side) -> frozenset[int]:
    """Return the segments that begin a paragraph or have a label: what belongs together does not run across."""
    found = labels(side.segments, side.knowledge)
    return frozenset(side.starts) | {index for index, label in enumerate(found) if label is not None}


@dataclass(slots=True)
class Evidences:
    """What pairs of versions tell at edges. Versions go by their numbers, the pivot is 0; what was asked once is kept.

    Of each version there are the lengths of its segments in bits, the segments that begin something, and the words. `pause`
    is called before each answer that is worked out.
    """

    lengths: Sequence[Sequence[float]]
    begins: Sequence[frozenset[int]]
    words: Sequence[Wording | None]
    pause: Pause = go_on
    _known: dict[tuple[int, int, Place, Place], Odds] = field(default_factory=dict)

    def odds(
        self, pair: tuple[int, int], places: tuple[Place, Place], length: Length | None, whole: float = 0.0
    ) -> Odds:
        """Return what two versions tell at one edge.

        `length` is None where the beads hold different pivot segments, `whole` 0 where it is not known.
        """
        key = (*pair, *places)
        if key not in self._known:
            self.pause()
            one, other = self.words[pair[0]], self.words[pair[1]]
            balance = 0.0 if length is None else self.balance(pair, places, length)
            if one is not None and other is not None:
                signs = signs_of_straying(straying(one, other, *places))
                self._known[key] = odds_of(signs, balance, whole)
            else:
                self._known[key] = NOTHING if pair[0] else odds_of(None, balance, whole)
        return self._known[key]

    def balance(self, pair: tuple[int, int], places: tuple[Place, Place], length: Length) -> float:
        """Return by how many deviations the second text is longer, against the first, behind the edge than before."""
        lengths = self.lengths[pair[0]], self.lengths[pair[1]]
        ratio = length.ratio or sum(lengths[1]) / sum(lengths[0])
        found = []
        for mine, theirs in ((places[0].before, places[1].before), (places[0].behind, places[1].behind)):
            own = sum(lengths[0][index] for index in mine)
            apart = log(sum(lengths[1][index] for index in theirs) / own / ratio)
            found.append(apart / (length.deviation * sqrt(1 + _SHORT / own)))
        return (found[1] - found[0]) / sqrt(2)


def evidences(sides: Sequence[Side], known: bool) -> Evidences:
    """Return what tells of edges of sides, the first of them the pivot; `known` says whether there are vectors.

    Words are compared where there are vectors too; of long texts neither words nor labels are looked at.
    """
    lengths = [information(side) for side in sides]
    if max(map(len, sides)) > _LONG:
        return Evidences(lengths, [frozenset(side.starts) for side in sides], [None] * len(sides))
    words = wordings(sides) if known else [None] * len(sides)
    return Evidences(lengths, [beginnings(side) for side in sides], words)
