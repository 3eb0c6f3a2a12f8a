"""The dynamic programme: from scores of beads to the best ladder, inside a corridor."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, inf, log

from workbench.model.ladder import Bead

Score = Callable[[int, int, int, int], float]
Counts = tuple[int, int]
Corridor = Sequence[range]
"""For every number of pivot segments done (0 to all) the numbers of version segments that may be done then."""

# How usual beads are in official texts and news, by rank, not by measure: the programme needs their order of size.
USUAL: Mapping[Counts, float] = {
    (1, 1): 0.76, (1, 0): 0.03, (0, 1): 0.03, (1, 2): 0.06, (2, 1): 0.06, (2, 2): 0.012, (1, 3): 0.012, (3, 1): 0.012,
    (2, 3): 0.004, (3, 2): 0.004, (3, 3): 0.002, (1, 4): 0.003, (4, 1): 0.003, (2, 4): 0.001, (4, 2): 0.001,
    (3, 4): 0.0005, (4, 3): 0.0005, (4, 4): 0.0003,
}  # fmt: skip
FEW: Mapping[Counts, float] = {
    counts: USUAL[counts] for counts in ((1, 1), (1, 0), (0, 1), (1, 2), (2, 1), (1, 3), (3, 1))
}
# Evidence is not independent, as its sum pretends: so much of the sum is believed where probabilities are asked for.
_BELIEVED = 0.5
# What is so much worse than the best way over the same pivot segments is not followed: some thirty omissions in a
# run, and for each segment that one side has more than the other one addition.
_BEAM, _BEAM_MORE = 150.0, 5.0
_SLIGHT = 12.0  # what is so much worse than the best way into the same cell has no probability worth keeping


_PRIOR = 20.0  # beads that what is usual is worth when a text teaches how often it omits and adds


def with_gaps(usual: Mapping[Counts, float], omissions: float, additions: float) -> dict[Counts, float]:
    """Return what is usual in a text with the given shares of omissions and additions."""
    before = sum(p for (m, n), p in usual.items() if m and n)
    scale = (1 - omissions - additions) / before
    result = {counts: p * scale for counts, p in usual.items()}
    return {**result, (1, 0): omissions, (0, 1): additions}


def adapted(usual: Mapping[Counts, float], beads: Sequence[Bead]) -> dict[Counts, float]:
    """Return what is usual with omissions and additions as frequent as the beads of a first ladder have them."""
    alone: dict[Counts, float] = {(1, 0): 0.0, (0, 1): 0.0}
    for bead in beads:
        if not (bead.pivot and bead.version):
            alone[min(bead.pivot, 1), min(bead.version, 1)] += 1.0 if bead.score is None else bead.score
    omissions, additions = ((n + _PRIOR * usual[half]) / (len(beads) + _PRIOR) for half, n in alone.items())
    return with_gaps(usual, omissions, additions)


@dataclass(frozen=True, slots=True)
class Step:
    """One bead of a path: how many segments of each side, and the probability that it is right."""

    pivot: int
    version: int
    probability: float


@dataclass(frozen=True, slots=True)
class Path:
    """The best steps through a table, and the logarithm of the likelihood of all ways together."""

    steps: tuple[Step, ...]
    likelihood: float


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be aligned: pivot and version segments `pivot` and `version`, and those that must stay alone."""

    pivot: range
    version: range
    alone_pivot: frozenset[int] = frozenset()
    alone_version: frozenset[int] = frozenset()


_Edge = tuple[int, int, float]  # counts of a bead that ends in a cell, its score with what is usual


@dataclass(slots=True)
class _Cell:
    """What is known of all ways into a cell: the best sum, the logarithm of their mass, their last beads."""

    best: float
    mass: float
    edges: list[_Edge]


_Row = dict[int, _Cell]  # by the number of version segments done


def best_path(task: Task, score: Score, usual: Mapping[Counts, float], corridor: Corridor) -> Path:
    """Return the path with the highest sum of scores through the corridor.

    `score` takes absolute indices of segments; `usual` holds the beads that may be and their probabilities. The
    corridor must have a way through: its rows rise and overlap, the first holds 0, the last the version's length.
    Probabilities are those of the forward–backward algorithm over the same paths.
    """
    table: list[_Row] = []
    followed: list[_Row] = []  # the rows' cells within the beam
    priors = [(m, n, log(p)) for (m, n), p in usual.items()]
    beam = _BEAM + _BEAM_MORE * abs(len(task.pivot) - len(task.version))
    for i, columns in enumerate(corridor):
        row = _row(task, score, priors, followed, i, columns)
        if not row:
            # The corridor turned away from the beam: what the beam left out is the way.
            followed[-1] = table[-1]
            row = _row(task, score, priors, followed, i, columns)
        floor = max(cell.best for cell in row.values()) - beam
        table.append(row)
        followed.append({j: cell for j, cell in row.items() if cell.best >= floor})
    return _back(table, corridor[-1].stop - 1)


def _row(
    task: Task, score: Score, priors: Sequence[tuple[int, int, float]], followed: Sequence[_Row], i: int, columns: range
) -> _Row:
    """Return the cells of row `i`, given the followed cells of the rows before it."""
    row: _Row = {0: _Cell(0.0, 0.0, [])} if i == 0 else {}
    none: _Row = {}
    ways = [
        (m, n, prior, (followed[i - m] if m else row) if m <= i else none)
        for m, n, prior in priors
        if not n or not m or task.alone_pivot.isdisjoint(range(task.pivot.start + i - m, task.pivot.start + i))
    ]
    end, start = task.pivot.start + i, task.version.start
    for j in columns:
        top = -inf
        found: list[tuple[float, _Edge, _Cell]] = []
        for m, n, prior, before in ways:
            source = before.get(j - n)
            if source is None:
                continue
            value = prior
            if m and n:
                if task.alone_version and not task.alone_version.isdisjoint(range(start + j - n, start + j)):
                    continue
                value += score(end - m, end, start + j - n, start + j)
            reached = source.best + value
            if reached > top - _SLIGHT:
                found.append((reached, (m, n, value), source))
                top = max(top, reached)
        if found:
            kept = [(edge, source) for reached, edge, source in found if reached > top - _SLIGHT]
            mass = _log_sum([source.mass + _BELIEVED * edge[2] for edge, source in kept])
            row[j] = _Cell(top, mass, [edge for edge, _ in kept])
    return row


def _back(table: Sequence[_Row], last: int) -> Path:
    """Walk back from the end; the mass behind each cell is pushed back over the same edges."""
    path: dict[tuple[int, int], _Edge] = {}
    i, j = len(table) - 1, last
    total = table[i][j].mass
    while i or j:
        # Of equal ways the bead that is usual most, which stands first, is taken.
        edge = max(table[i][j].edges, key=lambda e: table[i - e[0]][j - e[1]].best + e[2])
        path[i, j] = edge
        i, j = i - edge[0], j - edge[1]
    rest: list[dict[int, float]] = [{} for _ in table]
    rest[-1][last] = 0.0
    steps: list[Step] = []
    for i in range(len(table) - 1, -1, -1):
        for j in sorted(table[i], reverse=True):
            behind = rest[i].get(j)
            if behind is None:
                continue
            taken = path.get((i, j))
            for edge in table[i][j].edges:
                a, b, flow = i - edge[0], j - edge[1], behind + _BELIEVED * edge[2]
                known = rest[a].get(b)
                rest[a][b] = flow if known is None else _log_sum((known, flow))
                if edge is taken:
                    steps.append(Step(edge[0], edge[1], min(1.0, exp(table[a][b].mass + flow - total))))
    return Path(tuple(reversed(steps)), total)


def _log_sum(values: Sequence[float]) -> float:
    """Return the logarithm of the sum of numbers given as logarithms."""
    top = max(values)
    return top + log(sum([exp(value - top) for value in values]))
