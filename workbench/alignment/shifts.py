"""Shifts: a segment goes from a bead to its neighbour where the edge between them fits better then."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp

import numpy as np

from workbench.alignment.cuts import alone
from workbench.alignment.edges import Edge, Evidences, beginnings, edges
from workbench.alignment.evidence.straying import Place
from workbench.alignment.pair import Pair
from workbench.alignment.shapes import Counts

_DOUBTFUL = -2.5  # log odds from which on an edge is looked at
_LEAST = 0.75  # by how much, at least, another edge must be better by itself
_MARGIN = 2.2  # and by how much with the evidence for both beads
_WAYS = ((-1, 0), (1, 0), (0, -1), (0, 1))


def shifted(
    steps: Sequence[Counts], likely: Sequence[float], pair: Pair, number: int, known: Evidences
) -> tuple[list[Counts], list[float]]:
    """Return the steps of the ladder of version `number` with edges moved by a segment, and how likely each is.

    An edge that is doubtful by itself is compared with those one segment away on either side: their own odds, and the
    evidence for both beads. Fixed beads stay.
    """
    result, scores = list(steps), list(likely)
    begins = beginnings(pair.pivot), beginnings(pair.version)
    for edge in edges(steps, pair.fixed, begins):
        if edge.settled or result[edge.number] != steps[edge.number]:
            continue
        found = _better(edge, pair, number, known)
        if found is not None:
            gain, here, there = found
            result[edge.number : edge.number + 2] = [
                (len(here.before), len(there.before)),
                (len(here.behind), len(there.behind)),
            ]
            scores[edge.number : edge.number + 2] = [1 / (1 + exp(-gain))] * 2
    return result, scores


def _better(edge: Edge, pair: Pair, number: int, known: Evidences) -> tuple[float, Place, Place] | None:
    """Return the best shift of an edge and its gain in log odds; None where it stays."""
    length = pair.length()
    now = alone(known.odds((0, number), (edge.pivot, edge.version), length))
    if now < _DOUBTFUL:
        return None
    best: tuple[float, Place, Place] | None = None
    for by_pivot, by_version in _WAYS:
        here, there = _moved(edge.pivot, by_pivot), _moved(edge.version, by_version)
        if not all(map(len, (here.before, here.behind, there.before, there.behind))):
            continue
        gain = now - alone(known.odds((0, number), (here, there), length))
        if gain < _LEAST:
            continue
        gain += _fit(pair, here, there) - _fit(pair, edge.pivot, edge.version)
        if gain > max(_MARGIN, best[0] if best else 0.0):
            best = gain, here, there
    return best


def _moved(place: Place, by: int) -> Place:
    edge = place.before.stop + by
    return Place(range(place.before.start, edge), range(edge, place.behind.stop))


def _fit(pair: Pair, here: Place, there: Place) -> float:
    """Return the evidence for the two beads at an edge together; minus infinity where one has no shape of a bead."""
    shapes = [(len(here.before), len(there.before)), (len(here.behind), len(there.behind))]
    if not set(shapes) <= set(pair.shapes):
        return -np.inf
    rows, columns = np.array([here.before.start, here.behind.start]), np.array([there.before.start, there.behind.start])
    terms = pair.terms(rows, columns)
    return float(sum(terms[pair.shapes.index(shape), at] for at, shape in enumerate(shapes)))
