"""How likely the steps of a way are among all ways, by the forward–backward algorithm over the same band."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from workbench.alignment.band import Floats, Ints
from workbench.alignment.fronts import fronts_of
from workbench.alignment.search import Abreast, Found, Table, abreast, last_values
from workbench.alignment.stretches import borders, groups


def probabilities(table: Table, found: Found) -> Sequence[float]:
    """Return how likely each step of a way is among all ways, where a way weighs e to the power of its sum.

    In a long band a step is asked of its stretch, which knows all ways around it.
    """
    points = np.array([(0, int(table.band.low[0])), *found.steps]).cumsum(0)
    gains = np.array(found.scores)
    parts = table.stretches()
    owner = np.searchsorted(borders(parts), points[:-1, 0], side="right")
    result = np.zeros(len(gains))
    for group in groups(table.band, parts):
        held = np.flatnonzero((owner >= group[0]) & (owner <= group[-1]))
        stretch = abreast(table, fronts_of(table.band, [parts[number] for number in group]))
        with np.errstate(divide="ignore"):
            behind, ahead = _behind(table, stretch), _ahead(table, stretch)
        totals = _totals(stretch, behind)
        mine = owner[held] - group[0]
        here = _places(stretch, mine, points[held])
        there = _places(stretch, mine, points[held + 1])
        result[held] = ahead[here] + gains[held] + behind[there] - totals[mine]
    likely: list[float] = np.minimum(1.0, np.exp(result)).tolist()
    return likely


def _behind(table: Table, stretch: Abreast) -> Floats:
    """Return for each place the logarithm of the weight of all ways from there to the end of its stretch."""
    fronts, targets = stretch.fronts, stretch.targets
    values = np.full(fronts.size + 1, -np.inf)
    lifts = table.sums(fronts.columns) + fronts.lifts(-1)
    base = last_values(table, fronts)
    for a, b in pairwise(fronts.edges):
        if a:
            base = log_sum(stretch.scores[:, a:b] + values[targets[:, a:b]])
        run = np.logaddexp.accumulate((base + lifts[a:b])[::-1])[::-1]
        values[a:b] = fronts.settled(run - lifts[a:b])
    return values


def _ahead(table: Table, stretch: Abreast) -> Floats:
    """Return for each place the logarithm of the weight of all ways from the beginning of its stretch to there."""
    fronts = stretch.fronts
    values = np.full(fronts.size + 1, -np.inf)
    lifts = fronts.lifts(1) - table.sums(fronts.columns)
    sources = fronts.ends(table.shapes, -1)
    scores = np.append(stretch.scores, np.full((len(stretch.scores), 1), -np.inf, dtype=np.float32), axis=1)
    shapes = np.arange(len(table.shapes))[:, None]
    jumps = _jumps(stretch, len(table.shapes))
    firsts: dict[int, list[slice]] = {}
    for number, part in enumerate(fronts.parts):
        firsts.setdefault(len(part) - 1, []).append(_first(stretch, number))
    for front in range(len(fronts.edges) - 2, -1, -1):
        a, b = fronts.edges[front : front + 2]
        before = sources[:, a:b]
        base = log_sum(scores[shapes, before] + values[before])
        for place, start in jumps.get(front, ()):
            base[place - a] = np.logaddexp(base[place - a], values[start])
        for first in firsts.get(front, ()):
            base[first.start - a : first.stop - a] = 0.0
        values[a:b] = fronts.settled(np.logaddexp.accumulate(base + lifts[a:b]) - lifts[a:b])
    return values


def _jumps(stretch: Abreast, shapes: int) -> dict[int, list[tuple[int, int]]]:
    """Return the fixed beads of a stretch as ends and beginnings, by the front of the end."""
    result: dict[int, list[tuple[int, int]]] = {}
    for row in range(shapes, len(stretch.scores)):
        for start in np.flatnonzero(np.isfinite(stretch.scores[row])).tolist():
            end = int(stretch.targets[row, start])
            if end < stretch.fronts.size:
                front = int(stretch.fronts.front[stretch.fronts.lines[end]])
                result.setdefault(front, []).append((end, start))
    return result


def _totals(stretch: Abreast, behind: Floats) -> Floats:
    """Return the logarithm of the weight of all ways through each stretch."""
    fronts = stretch.fronts
    return np.array([np.logaddexp.reduce(behind[_first(stretch, number)]) for number in range(len(fronts.parts))])


def _first(stretch: Abreast, number: int) -> slice:
    """Return the places where ways through a stretch begin: all of its first row, in the band's first row one."""
    fronts, part = stretch.fronts, stretch.fronts.parts[number]
    line = int(fronts.line_of[number, len(part) - 1])
    first = int(fronts.begin[line])
    return slice(first, int(fronts.begin[line + 1]) if part.start else first + 1)


def _places(stretch: Abreast, numbers: Ints, points: Ints) -> Ints:
    """Return the places of points in the stretches of the given numbers."""
    fronts = stretch.fronts
    stops = np.array([part.stop for part in fronts.parts])
    lines = fronts.line_of[numbers, stops[numbers] - 1 - points[:, 0]]
    return np.asarray(fronts.begin[lines] + points[:, 1] - fronts.band.low[points[:, 0]])


def log_sum(rows: NDArray[np.floating]) -> Floats:
    """Return for each column the logarithm of the sum of exponentials; −inf where all are (numpy then warns of a division)."""
    top = rows.max(0)
    safe = np.where(np.isfinite(top), top, 0.0)
    return np.asarray(safe + np.log(np.exp(rows - safe).sum(0)))
