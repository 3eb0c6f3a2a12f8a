"""Shifts: a segment goes from a bead to its neighbour where the edge between them fits better then."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import exp, inf

import numpy as np

from workbench.alignment.cuts import alone
from workbench.alignment.edges import Edge, Evidences, edges, with_wholes
from workbench.alignment.evidence.straying import Place
from workbench.alignment.pair import Pair
from workbench.alignment.shapes import Counts

_DOUBTFUL = -5.0  # log odds from which on an edge is looked at
_LEAST = 0.75  # by how much, at least, another edge must be better by itself
_MARGIN = 0.9  # and by how much with the evidence for both beads
_WAYS = ((-1, 0), (0, -1), (0, 1), (1, 0))


def shifted(
    steps: Sequence[Counts], likely: Sequence[float], pair: Pair, number: int, known: Evidences
) -> tuple[list[Counts], list[float]]:
    """Return the steps of the ladder of version `number` with edges moved by a segment, and how likely each is.

    An edge that is doubtful by itself is compared with those one segment away on either side: their own odds, and the
    evidence for both beads. Fixed beads stay.
    """
    found = [edge for edge in edges(steps, pair, (known.begins[0], known.begins[number])) if not edge.settled]
    length = pair.length()

    def single(edge: Edge) -> float:
        return alone(known.odds((0, number), (edge.pivot, edge.version), length, edge.whole))

    doubtful = {edge.number: (edge, odds) for edge in found if (odds := single(edge)) >= _DOUBTFUL}
    best: dict[int, tuple[float, Edge]] = {}
    for other in with_wholes([other for edge, _ in doubtful.values() for other in _beside(edge)], pair):
        edge, odds = doubtful[other.number]
        gain = odds - single(other)
        if gain >= _LEAST:
            gain += _fit(pair, other) - _fit(pair, edge)
        if gain > max(_MARGIN, best[edge.number][0] if edge.number in best else 0.0):
            best[edge.number] = gain, other
    result, scores = list(steps), list(likely)
    for at, (gain, edge) in sorted(best.items()):
        if result[at] == steps[at]:  # else the edge before has moved
            result[at : at + 2] = _shapes(edge)
            scores[at : at + 2] = [1 / (1 + exp(-gain))] * 2
    return result, scores


def _beside(edge: Edge) -> Iterator[Edge]:
    """Give the edges that are one segment away."""
    for by_pivot, by_version in _WAYS:
        here, there = _moved(edge.pivot, by_pivot), _moved(edge.version, by_version)
        if all(map(len, (here.before, here.behind, there.before, there.behind))):
            yield Edge(edge.number, here, there, settled=False)


def _moved(place: Place, by: int) -> Place:
    edge = place.before.stop + by
    return Place(range(place.before.start, edge), range(edge, place.behind.stop))


def _shapes(edge: Edge) -> tuple[Counts, Counts]:
    here, there = edge.pivot, edge.version
    return (len(here.before), len(there.before)), (len(here.behind), len(there.behind))


def _fit(pair: Pair, edge: Edge) -> float:
    """Return the evidence for the two beads at an edge together; minus infinity where one has no shape of a bead."""
    shapes = _shapes(edge)
    if not set(shapes) <= set(pair.shapes):
        return -inf
    rows = np.array([edge.pivot.before.start, edge.pivot.behind.start])
    columns = np.array([edge.version.before.start, edge.version.behind.start])
    terms = pair.terms(rows, columns)
    return float(sum(terms[pair.shapes.index(shape), at] for at, shape in enumerate(shapes)))
