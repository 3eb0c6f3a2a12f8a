"""Parting: two segments that only their place brought together, and of which neither has the other's words, are left alone.

Where one version lacks a sentence and has another in its place, lengths and order fit, and every pair of versions with the
same gap takes the two for a bead.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from statistics import median

from workbench.alignment.edges import Evidences
from workbench.alignment.evidence.hearing import heard
from workbench.alignment.evidence.straying import Wording
from workbench.alignment.recut import Rungs
from workbench.alignment.shapes import Counts

_DOUBTFUL = 0.8  # how likely a bead is, at most, that is looked at
_SURE = 0.9  # and how likely, at least, those are that tell how much of each other's words two texts have
_SAMPLE = 48  # of these
_FOREIGN = 1 / 3  # of their median: what two texts have at most that are parted

# On development sets and others, with word tables good and poor, thirty-eight beads are below both, and three of them are right.


def parted(rungs: Rungs, number: int, known: Evidences) -> Rungs:
    """Return the ladder of version `number` with doubtful 1-1 beads parted in which few words meet; fixed beads stay.

    It is unchanged where the words of either version are not known.
    """
    one, other = known.words[0], known.words[number]
    if one is None or other is None:
        return rungs
    fixed = {
        (span.pivot.start, span.version.start) for span in rungs.pair.fixed if span.bead.pivot and span.bead.version
    }
    places = dict(_singles(rungs))
    doubtful = [at for at, place in places.items() if rungs.likely[at] < _DOUBTFUL and place not in fixed]
    if not doubtful:
        return rungs
    sure = [place for at, place in places.items() if rungs.likely[at] > _SURE]
    meet = [_meet(one, other, place) for place in sure[:: 1 + len(sure) // _SAMPLE]]
    usual = [value for value in meet if value is not None]
    if not usual:
        return rungs
    least = _FOREIGN * median(usual)
    apart = {at for at in doubtful if (value := _meet(one, other, places[at])) is not None and value < least}
    steps: list[Counts] = []
    likely: list[float] = []
    for at, (step, share) in enumerate(zip(rungs.steps, rungs.likely, strict=True)):
        steps += [(1, 0), (0, 1)] if at in apart else [step]
        likely += [1 - share / 2] * 2 if at in apart else [share]
    return replace(rungs, steps=steps, likely=likely)


def _singles(rungs: Rungs) -> Iterator[tuple[int, tuple[int, int]]]:
    """Give the numbers of the 1-1 beads, and where each begins."""
    i = j = 0
    for at, (m, n) in enumerate(rungs.steps):
        if m == n == 1:
            yield at, (i, j)
        i, j = i + m, j + n


def _meet(one: Wording, other: Wording, place: tuple[int, int]) -> float | None:
    """Return by how many deviations more than elsewhere the words of one text are found in the other, whichever is more.

    None where it cannot be told.
    """
    here, there = (range(index, index + 1) for index in place)
    told = heard(one, here, other, there), heard(other, there, one, here)
    return None if told[0] is None or told[1] is None else max(told[0][1], told[1][1])
