"""The dynamic programme over a band: the best way through, row by row in numpy, many stretches of rows at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from workbench.alignment.band import Band, Floats, Ints
from workbench.alignment.fronts import Fronts, fronts_of
from workbench.alignment.shapes import Counts
from workbench.alignment.stretches import Way, groups, joined, stretches

_CHUNK = 60_000  # cells that are scored at a time

Scores = Callable[[Ints, Ints], NDArray[np.float32]]
"""Takes rows and columns of cells; returns one row of scores a shape, for the beads that begin there."""


@dataclass(frozen=True, slots=True)
class Table:
    """What is searched: the band of cells, the shapes of beads and how well each fits at each cell.

    `added` has what each version segment gets for standing alone. `jumps` maps cells, as (row, column), to the end of a
    bead that is fixed there: rows with one have no other way on.
    """

    band: Band
    shapes: tuple[Counts, ...]
    scores: Scores
    added: Floats
    jumps: dict[tuple[int, int], tuple[int, int]]

    def stretches(self) -> list[range]:
        """Return the stretches of the band; none ends inside a jump."""
        return stretches(len(self.band.low), [(cell[0], end[0]) for cell, end in self.jumps.items()])

    def sums(self) -> Floats:
        """Return what all version segments before each column get for standing alone."""
        return np.concatenate(([0.0], np.cumsum(self.added)))


@dataclass(frozen=True, slots=True)
class Found:
    """The best way through: counts of beads from the beginning, their scores, and the total."""

    steps: tuple[Counts, ...]
    scores: tuple[float, ...]
    total: float


@dataclass(frozen=True, slots=True)
class Abreast:
    """Stretches in fronts, the scores of the beads that begin at each place, and where these end.

    Fixed beads are one more shape, the last; where one begins no other does.
    """

    fronts: Fronts
    scores: NDArray[np.float32]
    targets: NDArray[np.int32]


def abreast(table: Table, parts: Sequence[range]) -> Abreast:
    """Return neighbouring stretches of a table, ready to be searched."""
    fronts = fronts_of(table.band, parts)
    first, stop = parts[0].start, parts[-1].stop
    scores = _scored(table, first, stop).take(fronts.cells - table.band.offset[first], axis=1)
    targets = fronts.ends(table.shapes, 1)
    held = {cell: end for cell, end in table.jumps.items() if first <= cell[0] < stop}
    if held:
        scores = np.append(scores, np.full((1, fronts.size), -np.inf, dtype=np.float32), axis=0)
        targets = np.append(targets, np.full((1, fronts.size), fronts.size, dtype=np.int32), axis=0)
        fixed = np.zeros(len(table.band.low), dtype=np.bool_)
        fixed[[row for row, _ in held]] = True
        scores[:, fixed[fronts.row][fronts.lines]] = -np.inf
        for cell, end in held.items():
            for number in range(len(parts)):
                place = fronts.place(number, *cell)
                if place < fronts.size:
                    scores[-1, place], targets[-1, place] = 0.0, fronts.place(number, *end)
    return Abreast(fronts, scores, targets)


def last_values(table: Table, fronts: Fronts) -> Floats:
    """Return the values of the first front: 0 where a way may end, which is anywhere but in the band's last row."""
    values = np.zeros(fronts.edges[1])
    whole = fronts.row[fronts.lines[: fronts.edges[1]]] == len(table.band.low) - 1
    values[whole] = -np.inf
    if whole.any():
        values[np.flatnonzero(whole)[-1]] = 0.0
    return values


def best_way(table: Table) -> Found:
    """Return the way of the highest sum through the band; of equal ways that of the shapes named first.

    Time and memory grow with the band's cells; scores are asked for in chunks of rows and thrown away.
    """
    parts = table.stretches()
    known: dict[range, Way] = {}
    whole: Way | None = None
    while whole is None:
        missing = [part for part in parts if part not in known]
        for group in groups(table.band, missing):
            known.update(_ways(table, [missing[number] for number in group]))
        whole, parts = joined([known[part] for part in parts], parts)
    steps = zip(np.diff(whole.rows).tolist(), np.diff(whole.columns).tolist(), strict=True)
    return Found(tuple(steps), tuple(whole.gains.tolist()), float(whole.gains.sum()))


def _ways(table: Table, parts: Sequence[range]) -> dict[range, Way]:
    """Return the best way through each of some stretches."""
    stretch = abreast(table, parts)
    fronts, scores, targets = stretch.fronts, stretch.scores, stretch.targets
    values = np.full(fronts.size + 1, -np.inf)
    choices = np.zeros(fronts.size, dtype=np.int8)
    alone = np.zeros(fronts.size, dtype=np.bool_)
    lifts = table.sums()[fronts.columns] + fronts.lifts(-1)
    base = last_values(table, fronts)
    for a, b in pairwise(fronts.edges):
        if a:
            ways = scores[:, a:b] + values[targets[:, a:b]]
            choices[a:b] = chosen = ways.argmax(0)
            base = ways[chosen, np.arange(b - a)]
        shifted = base + lifts[a:b]
        run = np.maximum.accumulate(shifted[::-1])[::-1]
        np.greater(run, shifted, out=alone[a:b])
        values[a:b] = fronts.settled(run - lifts[a:b])
    places = np.arange(fronts.size)
    onward = np.where(alone, places + 1, targets[choices, places]).tolist()
    result: dict[range, Way] = {}
    for number, part in enumerate(parts):
        passed = [_start(fronts, values, number)]
        while (place := passed[-1]) >= fronts.edges[1] or alone[place]:
            passed.append(onward[place])
        way = np.array(passed)
        gains = np.where(alone[way[:-1]], 0.0, scores[choices[way[:-1]], way[:-1]])
        columns = fronts.columns[way]
        single = np.flatnonzero(alone[way[:-1]])
        gains[single] = table.added[columns[single]]
        result[part] = Way(fronts.row[fronts.lines[way]], columns, gains)
    return result


def _start(fronts: Fronts, values: Floats, stretch: int) -> int:
    """Return where the way through a stretch begins: in the first row of all at its first cell, else at the best one."""
    part = fronts.parts[stretch]
    line = int(fronts.line_of[stretch, len(part) - 1])
    first = int(fronts.begin[line])
    return first if not part.start else first + int(values[first : fronts.begin[line + 1]].argmax())


def _scored(table: Table, first: int, stop: int) -> NDArray[np.float32]:
    """Return the scores at the cells of some rows, a row a shape."""
    band = table.band
    start = band.offset[first]
    result = np.empty((len(table.shapes), int(band.offset[stop] - start)), dtype=np.float32)
    while first < stop:
        last = int(np.searchsorted(band.offset, band.offset[first] + _CHUNK, side="right")) - 1
        last = min(max(last, first + 1), stop)
        result[:, band.offset[first] - start : band.offset[last] - start] = table.scores(*band.cells(first, last))
        first = last
    return result
