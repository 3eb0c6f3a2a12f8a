"""The dynamic programme: from scores of beads to the best ladder, inside a corridor."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from math import exp, inf, log

from workbench.model.ladder import Ladder

Score = Callable[[int, int, int, int], float]
Counts = tuple[int, int]
Corridor = Sequence[range]
"""For every number of pivot segments done (0 to all) the numbers of version segments that may be done then."""

# How usual beads are in official texts and news, by rank and not by measure: what the programme needs is their order of size.
USUAL: Mapping[Counts, float] = {
    (1, 1): 0.76, (1, 0): 0.03, (0, 1): 0.03, (1, 2): 0.06, (2, 1): 0.06, (2, 2): 0.012, (1, 3): 0.012, (3, 1): 0.012,
    (2, 3): 0.004, (3, 2): 0.004, (3, 3): 0.002, (1, 4): 0.003, (4, 1): 0.003, (2, 4): 0.001, (4, 2): 0.001,
    (3, 4): 0.0005, (4, 3): 0.0005, (4, 4): 0.0003,
}  # fmt: skip
FEW: Mapping[Counts, float] = {counts: USUAL[counts] for counts in ((1, 1), (1, 0), (0, 1), (1, 2), (2, 1))}
# Evidence is not independent, as its sum pretends: so much of the sum is believed where probabilities are asked for.
_BELIEVED = 0.5
_SLIGHT = 12.0  # what is so much worse than the best way into the same cell has no probability worth keeping


_PRIOR = 20.0  # beads that what is usual is worth when a text teaches how often it omits and adds
_RARE = 0.01

def adapted(usual: Mapping[Counts, float], ladder: Ladder) -> dict[Counts, float]:
    """Return what is usual with omissions and additions as frequent as a first ladder has them: some texts have none, some many."""
    halves: defaultdict[Counts, float] = defaultdict(float)
    for bead in ladder.beads:
        halves[min(bead.pivot, 1), min(bead.version, 1)] += 1 if bead.score is None else bead.score
    total = len(ladder.beads) + _PRIOR
    alone = {half: (halves[half] + _PRIOR * _RARE) / total for half in ((1, 0), (0, 1))}
    return {**usual, **alone}


@dataclass(frozen=True, slots=True)
class Step:
    """One bead of a path: how many segments of each side, and the probability that it is right."""

    pivot: int
    version: int
    probability: float


@dataclass(frozen=True, slots=True)
class Task:
    """What is to be aligned: pivot and version segments `pivot` and `version`, and those that must stay alone."""

    pivot: range
    version: range
    alone_pivot: Collection[int] = frozenset()
    alone_version: Collection[int] = frozenset()


_Edge = tuple[int, int, float]  # counts of a bead that ends here, its score with what is usual


def best_path(task: Task, score: Score, usual: Mapping[Counts, float], corridor: Corridor) -> tuple[Step, ...]:
    """Return the steps of the path with the highest sum of scores through the corridor.

    `score` takes absolute indices of segments; `usual` holds the beads that may be and their probabilities. The corridor
    must have a way through: its rows rise without gaps, the first holds 0, the last the number of version segments.
    Probabilities are those of the forward–backward algorithm over the same paths.
    """
    best: list[list[float]] = []
    mass: list[list[float]] = []
    edges: list[list[list[_Edge]]] = []
    priors = [(m, n, log(p)) for (m, n), p in usual.items()]
    alone_pivot, alone_version = _sums(task.pivot, task.alone_pivot), _sums(task.version, task.alone_version)
    from_pivot, from_version = task.pivot.start, task.version.start
    for i, row in enumerate(corridor):
        best_row: list[float] = []
        mass_row: list[float] = []
        edge_row: list[list[_Edge]] = []
        best.append(best_row)
        mass.append(mass_row)
        edges.append(edge_row)
        for j in row:
            if i == 0 and j == 0:
                best_row.append(0.0)
                mass_row.append(0.0)
                edge_row.append([])
                continue
            top = -inf
            found: list[_Edge] = []
            for m, n, prior in priors:
                a, b = i - m, j - n
                if a < 0:
                    continue
                before = corridor[a]
                if b < before.start or b >= before.stop or b - before.start >= len(best[a]):
                    continue
                reached = best[a][b - before.start]
                if reached == -inf:
                    continue
                if m and n:
                    if alone_pivot[i] > alone_pivot[a] or alone_version[j] > alone_version[b]:
                        continue
                    value = prior + score(from_pivot + a, from_pivot + i, from_version + b, from_version + j)
                else:
                    value = prior
                if reached + value > top - _SLIGHT:
                    found.append((m, n, value))
                    top = max(top, reached + value)
            found = [e for e in found if best[i - e[0]][j - e[1] - corridor[i - e[0]].start] + e[2] > top - _SLIGHT]
            best_row.append(top)
            edge_row.append(found)
            mass_row.append(
                _log_sum([mass[i - m][j - n - corridor[i - m].start] + _BELIEVED * value for m, n, value in found])
            )
    return _back(best, mass, edges, corridor)


def _back(
    best: list[list[float]], mass: list[list[float]], edges: list[list[list[_Edge]]], corridor: Corridor
) -> tuple[Step, ...]:
    """Walk back from the end; the mass behind each cell is pushed back over the same edges."""
    rest: list[list[float]] = [[-inf] * len(row) for row in best]
    end = len(corridor) - 1
    rest[end][-1] = 0.0
    total = mass[end][-1]
    path = {}
    i, j = end, corridor[end].stop - 1
    while i or j:
        options = edges[i][j - corridor[i].start]
        m, n, value = max(options, key=lambda e: best[i - e[0]][j - e[1] - corridor[i - e[0]].start] + e[2])
        path[i, j] = (m, n)
        i, j = i - m, j - n
    steps: list[Step] = []
    for i in range(end, -1, -1):
        start = corridor[i].start
        for at in range(len(rest[i]) - 1, -1, -1):
            behind = rest[i][at]
            if behind == -inf:
                continue
            j = start + at
            taken = path.get((i, j))
            for m, n, value in edges[i][at]:
                row, column = i - m, j - n - corridor[i - m].start
                flow = behind + _BELIEVED * value
                rest[row][column] = _log_sum([rest[row][column], flow])
                if taken == (m, n):
                    steps.append(Step(m, n, min(1.0, exp(mass[row][column] + flow - total))))
    return tuple(reversed(steps))


def _log_sum(values: Sequence[float]) -> float:
    if not values:
        return -inf
    top = max(values)
    return top + log(sum(exp(value - top) for value in values)) if top > -inf else top


def _sums(segments: range, alone: Collection[int]) -> list[int]:
    sums = [0]
    for index in segments:
        sums.append(sums[-1] + (index in alone))
    return sums
