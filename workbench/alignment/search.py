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
from workbench.alignment.stretches import Way, groups, joined, pieces, stretches
from workbench.model.pause import Pause, go_on

_CHUNK = 60_000  # cells that are scored at a time

Scores = Callable[[Ints, Ints], NDArray[np.float32]]
"""Takes rows and columns of cells; returns one row of scores a shape, for the beads that begin there."""


@dataclass(frozen=True, slots=True)
class Table:
    """What is searched: the band of cells, the shapes of beads and how well each fits at each cell.

    `added` has what each version segment gets for standing alone. `jumps` maps cells, as (row, column), to the end of a
    bead that is fixed there: rows with one have no other way on. `pause` is called again and again while one searches.
    """

    band: Band
    shapes: tuple[Counts, ...]
    scores: Scores
    added: Floats
    jumps: dict[tuple[int, int], tuple[int, int]]
    pause: Pause = go_on

    def stretches(self) -> list[range]:
        """Return the stretches of the band; none ends inside a jump."""
        return stretches(len(self.band.low), self.fixed_rows())

    def fixed_rows(self) -> list[tuple[int, int]]:
        """Return the rows at which jumps begin and end."""
        return [(cell[0], end[0]) for cell, end in self.jumps.items()]

    def sums(self, columns: Ints) -> Floats:
        """Return what the version segments between the first of the columns and each of them get for standing alone."""
        first = int(columns.min())
        sums = np.concatenate(([0.0], np.cumsum(self.added[first : int(columns.max())])))
        return np.asarray(sums[columns - first])


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


def abreast(table: Table, fronts: Fronts) -> Abreast:
    """Return neighbouring stretches of a table, ready to be searched."""
    parts = fronts.parts
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
            chosen = [missing[number] for number in group]
            ways = [_in_pieces(table, chosen[0])] if len(chosen) == 1 else _abreast(table, chosen)
            known.update(zip(chosen, ways, strict=True))
        whole, parts = joined([known[part] for part in parts], parts)
    steps = zip(np.diff(whole.rows).tolist(), np.diff(whole.columns).tolist(), strict=True)
    return Found(tuple(steps), tuple(whole.gains.tolist()), float(whole.gains.sum()))


@dataclass(frozen=True, slots=True)
class _Searched:
    """Of every place in fronts the next place on the best way (−1 at the end), and what that step gains."""

    onward: NDArray[np.int32]
    gains: NDArray[np.float32]

    def way(self, fronts: Fronts, place: int) -> tuple[Way, int]:
        """Return the way from a place on, and the place where it ends."""
        onward = self.onward
        passed = [place]
        while (place := int(onward[place])) >= 0:
            passed.append(place)
        held = np.array(passed)
        return Way(fronts.row[fronts.lines[held]], fronts.columns[held], self.gains[held[:-1]]), passed[-1]


def _searched(table: Table, fronts: Fronts, below: Floats | None) -> tuple[_Searched, Floats]:
    """Search the stretches of fronts, and return the values of the best ways on from all places too.

    `below` has the values of the first fronts where they are known.
    """
    stretch = abreast(table, fronts)
    scores, targets = stretch.scores, stretch.targets
    values = np.full(fronts.size + 1, -np.inf)
    choices = np.zeros(fronts.size, dtype=np.int8)
    alone = np.zeros(fronts.size, dtype=np.bool_)
    lifts = table.sums(fronts.columns) + fronts.lifts(-1)
    base = last_values(table, fronts)
    done = 0 if below is None else len(below)
    values[:done] = below if below is not None else ()
    for a, b in pairwise(fronts.edges):
        if b <= done:
            continue
        table.pause()
        if a:
            ways = scores[:, a:b] + values[targets[:, a:b]]
            choices[a:b] = chosen = ways.argmax(0)
            base = ways[chosen, np.arange(b - a)]
        shifted = base + lifts[a:b]
        run = np.maximum.accumulate(shifted[::-1])[::-1]
        np.greater(run, shifted, out=alone[a:b])
        values[a:b] = fronts.settled(run - lifts[a:b])
    places = np.arange(fronts.size)
    ends = targets[choices, places]
    ends[: done or fronts.edges[1]] = -1
    added = np.append(table.added, 0.0)[fronts.columns]
    onward = np.where(alone, places + 1, ends).astype(np.int32)
    return _Searched(onward, np.where(alone, added, scores[choices, places]).astype(np.float32)), values


def _abreast(table: Table, parts: Sequence[range]) -> list[Way]:
    """Return the best way through each of some stretches, searched abreast."""
    fronts = fronts_of(table.band, parts)
    found, values = _searched(table, fronts, None)
    return [found.way(fronts, _start(fronts, values, number))[0] for number in range(len(parts))]


def _in_pieces(table: Table, part: range) -> Way:
    """Return the best way through a stretch, searched from its end in pieces of which each knows the values below it."""
    tall = max(m for m, _ in table.shapes)
    cut = pieces(table.band, part, tall, table.fixed_rows())
    found: list[_Searched] = []
    below: Floats | None = None
    for piece in cut:
        fronts = fronts_of(table.band, [piece])
        searched, values = _searched(table, fronts, below)
        found.append(searched)  # a piece keeps its ways, but not their values: there may be hundreds of pieces
        below = values[fronts.edges[-1 - min(tall, len(piece))] : fronts.size].copy()
        place = _start(fronts, values, 0)
    ways = []
    for number in range(len(cut) - 1, -1, -1):
        fronts = fronts_of(table.band, [cut[number]])
        way, place = found[number].way(fronts, place)
        ways.append(way)
        if number:
            # The first places of a piece are the last of the piece below.
            lower = cut[number - 1]
            last = fronts_of(table.band, [lower])
            place += last.edges[-1 - min(tall, len(lower))]
    rows, columns = (
        np.concatenate([*(side[:-1] for side in sides), sides[-1][-1:]])
        for sides in ([way.rows for way in ways], [way.columns for way in ways])
    )
    return Way(rows, columns, np.concatenate([way.gains for way in ways]))


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
