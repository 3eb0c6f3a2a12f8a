"""The dynamic programme over a band, row by row in numpy, and the probabilities of the steps that it takes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workbench.alignment.band import Band, Floats, Ints
from workbench.alignment.shapes import Counts

_CHUNK = 1_500_000  # scores that are held at a time
_ADDED = -1  # the choice that stands for a version segment left alone

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


@dataclass(frozen=True, slots=True)
class Found:
    """The best way through: counts of beads from the beginning, their scores, where each begins, and the total."""

    steps: tuple[Counts, ...]
    scores: tuple[float, ...]
    total: float


def best_way(table: Table) -> Found:
    """Return the way of the highest sum through the band; of equal ways that of the shapes named first.

    Time and memory grow with the band's cells; scores are asked for in chunks of rows and thrown away.
    """
    band = table.band
    values = np.full(band.size + 1, -np.inf)
    choices = np.full(band.size + 1, _ADDED, dtype=np.int8)
    gained = np.full(band.size + 1, 0.0, dtype=np.float32)
    sums = np.concatenate(([0.0], np.cumsum(table.added)))
    jumping = {cell[0]: (cell[1], end) for cell, end in table.jumps.items()}
    last = len(band.low) - 1
    for first, stop in _chunks(band, len(table.shapes), last):
        scores, targets = _chunk(table, first, stop)
        start = band.offset[first]
        for i in range(stop - 1, first - 1, -1):
            a, b = int(band.offset[i]), int(band.offset[i + 1])
            if a == b:
                continue
            part = slice(a - start, b - start)
            if i == last:
                base = np.full(b - a, -np.inf)
                base[-1] = 0.0
            elif i in jumping:
                base = np.full(b - a, -np.inf)
                column, (row_end, column_end) = jumping[i]
                base[column - band.low[i]] = values[band.offset[row_end] + column_end - band.low[row_end]]
            else:
                ways = scores[:, part] + values[targets[:, part]]
                chosen = ways.argmax(0)
                at = np.arange(b - a)
                base = ways[chosen, at]
                choices[a:b] = chosen
                gained[a:b] = scores[:, part][chosen, at]
            shifted = base + sums[band.low[i] : band.high[i]]
            run = np.maximum.accumulate(shifted[::-1])[::-1]
            choices[a:b][run > shifted] = _ADDED
            values[a:b] = run - sums[band.low[i] : band.high[i]]
    return _walk(table, values, choices, gained, jumping)


def _walk(
    table: Table,
    values: Floats,
    choices: NDArray[np.int8],
    gained: NDArray[np.float32],
    jumping: dict[int, tuple[int, tuple[int, int]]],
) -> Found:
    band = table.band
    steps: list[Counts] = []
    scores: list[float] = []
    i, j = 0, int(band.low[0])
    end = len(band.low) - 1, int(band.high[-1]) - 1
    while (i, j) != end:
        jump = jumping.get(i)
        if jump is not None and jump[0] == j:
            m, n = jump[1][0] - i, jump[1][1] - j
            gain = 0.0
        else:
            at = int(band.offset[i]) + j - int(band.low[i])
            choice = int(choices[at])
            m, n = (0, 1) if choice == _ADDED or i == end[0] else table.shapes[choice]
            gain = float(table.added[j]) if (m, n) == (0, 1) else float(gained[at])
        steps.append((m, n))
        scores.append(gain)
        i, j = i + m, j + n
    return Found(tuple(steps), tuple(scores), float(values[0]))


def _chunks(band: Band, shapes: int, last: int) -> Iterator[tuple[int, int]]:
    """Give first and last row (exclusive) of runs of rows that are scored at once, from the end."""
    stop = last + 1
    most = max(1, _CHUNK // shapes)
    while stop:
        first = int(np.searchsorted(band.offset, band.offset[stop] - most, side="left"))
        first = min(first, stop - 1)
        yield first, stop
        stop = first


def _chunk(table: Table, first: int, stop: int) -> tuple[NDArray[np.float32], Ints]:
    """Return scores, and where the beads end, for the cells of rows; a bead that ends outside the band has −inf."""
    rows, columns = table.band.cells(first, stop)
    scores = table.scores(rows, columns)
    targets = np.stack([table.band.index(rows + m, columns + n) for m, n in table.shapes])
    return scores, targets


def probabilities(table: Table, found: Found, sharpness: float) -> Sequence[float]:
    """Return how likely each step of a way is among all ways, where a way weighs exp(`sharpness` · its sum).

    By the forward–backward algorithm over the same band, each row scaled to its largest value.
    """
    band = table.band
    last = len(band.low) - 1
    jumping = {cell[0]: (cell[1], end) for cell, end in table.jumps.items()}
    behind = np.full(band.size + 1, -np.inf)
    factors = sharpness * table.added
    sums = np.concatenate(([0.0], np.cumsum(factors)))
    kept: list[tuple[int, int, NDArray[np.float64], Ints]] = []
    for first, stop in _chunks(band, len(table.shapes), last):
        scores, targets = _chunk(table, first, stop)
        weights = sharpness * scores.astype(np.float64)
        kept.append((first, stop, weights, targets))
        start = band.offset[first]
        for i in range(stop - 1, first - 1, -1):
            a, b = int(band.offset[i]), int(band.offset[i + 1])
            if a == b:
                continue
            if i == last:
                base = np.full(b - a, -np.inf)
                base[-1] = 0.0
            elif i in jumping:
                base = np.full(b - a, -np.inf)
                column, (row_end, column_end) = jumping[i]
                base[column - band.low[i]] = behind[band.offset[row_end] + column_end - band.low[row_end]]
            else:
                part = slice(a - start, b - start)
                base = _log_sum(weights[:, part] + behind[targets[:, part]])
            behind[a:b] = _running(base[::-1], -sums[band.low[i] : band.high[i]][::-1])[::-1]
    ahead = np.full(band.size + 1, -np.inf)
    ahead[0] = 0.0
    for first, stop, weights, targets in reversed(kept):
        start = band.offset[first]
        for i in range(first, stop):
            a, b = int(band.offset[i]), int(band.offset[i + 1])
            if a == b:
                continue
            ahead[a:b] = _running(ahead[a:b], sums[band.low[i] : band.high[i]])
            if i in jumping:
                column, (row_end, column_end) = jumping[i]
                at = int(band.offset[row_end] + column_end - band.low[row_end])
                ahead[at] = np.logaddexp(ahead[at], ahead[a + column - band.low[i]])
            elif i < last:
                part = slice(a - start, b - start)
                flow = weights[:, part] + ahead[a:b]
                for shape in range(len(table.shapes)):
                    ends = targets[shape, part]
                    ahead[ends] = np.logaddexp(ahead[ends], flow[shape])
                ahead[-1] = -np.inf
    total = behind[0]
    result: list[float] = []
    i, j = 0, int(band.low[0])
    for (m, n), score in zip(found.steps, found.scores, strict=True):
        here = int(band.offset[i]) + j - int(band.low[i])
        there = int(band.offset[i + m]) + j + n - int(band.low[i + m])
        flow_here = ahead[here] + sharpness * score + behind[there] - total
        result.append(float(min(1.0, np.exp(flow_here))))
        i, j = i + m, j + n
    return result


def _log_sum(rows: Floats) -> Floats:
    top = rows.max(0)
    safe = np.where(np.isfinite(top), top, 0.0)
    with np.errstate(divide="ignore"):
        return np.asarray(safe + np.log(np.exp(rows - safe).sum(0)))


def _running(base: Floats, sums: Floats) -> Floats:
    """Return, for each place, the log of the sum over earlier places of exp(base + what lies between, by `sums`)."""
    shifted = base - sums
    return np.asarray(np.logaddexp.accumulate(shifted) + sums)
