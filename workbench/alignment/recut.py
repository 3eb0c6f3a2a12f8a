"""Recutting: after ladders are found, their edges are looked at one by one, and beads shifted or joined.

The programme weighs every bead by itself, so that two beads each of which holds most of what belongs together stay
two, though a clause of one stands in the other's segment.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import exp

from workbench.alignment.cuts import alone, together
from workbench.alignment.edges import Edge, Evidences, edges
from workbench.alignment.evidence.length import Length
from workbench.alignment.pair import Pair
from workbench.alignment.shapes import Counts
from workbench.alignment.shifts import shifted

_LARGEST = 6  # segments of one side in a joined bead
_DOUBTFUL = -4.0  # log odds of one pair from which on the other versions are asked
_JOINED = 0.0  # log odds from which on beads are joined


@dataclass(frozen=True, slots=True)
class Rungs:
    """A ladder with the pivot: its steps, how likely each is, and the pair of versions."""

    steps: Sequence[Counts]
    likely: Sequence[float]
    pair: Pair


def recut(ladders: Mapping[int, Rungs], known: Evidences) -> dict[int, Rungs]:
    """Return the ladders of versions, by their numbers, with beads shifted and joined; fixed beads stay."""
    shifts = {
        number: Rungs(*shifted(rungs.steps, rungs.likely, rungs.pair, number, known), rungs.pair)
        for number, rungs in ladders.items()
    }
    held = {number: _by_pivot(rungs, number, known) for number, rungs in shifts.items()}
    lengths = {number: rungs.pair.length() for number, rungs in shifts.items()}
    odds: dict[int, dict[int, float]] = {number: {} for number in ladders}
    for at in sorted({at for found in held.values() for at in found}):
        here = {number: found[at] for number, found in held.items() if at in found}
        for number, value in _odds(here, lengths, known).items():
            odds[number][here[number].number] = value
    return {number: _joined(rungs, odds[number]) for number, rungs in shifts.items()}


def _by_pivot(rungs: Rungs, number: int, known: Evidences) -> dict[int, Edge]:
    found = edges(rungs.steps, rungs.pair, (known.begins[0], known.begins[number]))
    return {edge.pivot.behind.start: edge for edge in found}


def _odds(here: Mapping[int, Edge], lengths: Mapping[int, Length], known: Evidences) -> dict[int, float]:
    """Return, for the versions whose ladders have an edge at one place of the pivot, the log odds that it is none."""
    settled = {number for number, edge in here.items() if edge.settled}
    if len(settled) == len(here):
        return {}
    pairs = {
        (0, number): known.odds((0, number), (edge.pivot, edge.version), lengths[number], edge.whole)
        for number, edge in here.items()
    }
    single = {number: alone(pairs[0, number]) for number in here if number not in settled}
    if len(here) == 1 or max(single.values()) < _DOUBTFUL:
        return single
    for one, other in combinations(sorted(here), 2):
        alike = here[one].pivot == here[other].pivot
        length = _between(lengths[one], lengths[other]) if alike else None
        pairs[one, other] = known.odds((one, other), (here[one].version, here[other].version), length)
    return {number: odds for number, odds in together(pairs, settled).items() if number not in settled}


def _between(one: Length, other: Length) -> Length | None:
    """Return the lengths of two versions against each other, from theirs against the pivot."""
    if one.ratio is None or other.ratio is None:
        return None
    return Length(other.ratio / one.ratio)


def _joined(rungs: Rungs, odds: Mapping[int, float]) -> Rungs:
    """Return the ladder with the steps joined whose edge is likely none, the surest first."""
    runs = {at: (at, at + 1) for at in range(len(rungs.steps))}  # by each step: first and last + 1 of those joined
    for at, value in sorted(odds.items(), key=lambda one: (-one[1], one[0])):
        first, last = runs[at][0], runs[at + 1][1]
        if value >= _JOINED and max(_size(rungs.steps[first:last])) <= _LARGEST:
            runs.update(dict.fromkeys(range(first, last), (first, last)))
    steps: list[Counts] = []
    likely: list[float] = []
    for first, last in sorted(set(runs.values())):
        steps.append(_size(rungs.steps[first:last]))
        score = min(rungs.likely[first:last])
        for at in range(first - 1, last):
            if at in odds:
                score *= _probability(odds[at] if first <= at < last - 1 else -odds[at])
        likely.append(score)
    return Rungs(steps, likely, rungs.pair)


def _size(steps: Sequence[Counts]) -> Counts:
    return sum(m for m, _ in steps), sum(n for _, n in steps)


def _probability(odds: float) -> float:
    return 1 / (1 + exp(-odds))
