"""Parting: segments that only their place brought together, and that have none of each other's words, are left alone.

Where one version lacks a sentence and has another in its place, lengths and order fit, and every pair of versions with the
same gap takes the two for a bead. Where it has nothing in its place, a short one goes into a bead beside it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from statistics import median

from workbench.alignment.edges import Evidences
from workbench.alignment.evidence.hearing import heard
from workbench.alignment.evidence.straying import Wording
from workbench.alignment.recut import Rungs
from workbench.alignment.shapes import Counts
from workbench.model.pause import Pause

_DOUBTFUL = 0.8  # how likely a bead is, at most, that is looked at
_SURE = 0.9  # and how likely, at least, those are that tell how much of each other's words two texts have
_SAMPLE = 48  # of these
_FOREIGN = 1 / 3  # of their median: what two texts have at most that are parted
_NOTHING = 1 / 8  # of it: what an outermost segment of a larger bead has at most that is left alone

# On development sets and others, with word tables good and poor, thirty-eight beads are below _FOREIGN, and three of them
# are right. Twenty-five outermost segments are below _NOTHING on development sets: twenty-one are without counterpart, the
# beads of the others are wrong.

_Meet = Callable[[range, range], float | None]


def parted(rungs: Rungs, number: int, known: Evidences) -> Rungs:
    """Return the ladder of version `number` with doubtful 1-1 beads parted in which few words meet; fixed beads stay.

    It is unchanged where the words of either version are not known.
    """
    one, other = known.words[0], known.words[number]
    if one is None or other is None:
        return rungs
    meet = partial(_meet, rungs.pair.pause, (one, other))
    single = [bead for bead in _doubtful(rungs) if len(bead[1]) == len(bead[2]) == 1]
    usual = _usual(rungs, meet) if single else None
    if usual is None:
        return rungs
    apart = {at for at, here, there in single if (value := meet(here, there)) is not None and value < _FOREIGN * usual}
    steps: list[Counts] = []
    likely: list[float] = []
    for at, (step, share) in enumerate(zip(rungs.steps, rungs.likely, strict=True)):
        steps += [(1, 0), (0, 1)] if at in apart else [step]
        likely += [1 - share / 2] * 2 if at in apart else [share]
    return replace(rungs, steps=steps, likely=likely)


def trimmed(rungs: Rungs, number: int, known: Evidences) -> Rungs:
    """Return the ladder of version `number` with doubtful larger beads less an outermost segment that has no words there.

    What is left of the bead has them. It is unchanged where the words of either version are not known; fixed beads stay.
    """
    one, other = known.words[0], known.words[number]
    if one is None or other is None:
        return rungs
    meet = partial(_meet, rungs.pair.pause, (one, other))
    larger = [bead for bead in _doubtful(rungs) if len(bead[1]) + len(bead[2]) > 2]
    usual = _usual(rungs, meet) if larger else None
    if usual is None:
        return rungs
    cuts = {at: cut for at, here, there in larger if (cut := _cut(here, there, meet, usual)) is not None}
    steps: list[Counts] = []
    likely: list[float] = []
    for at, (step, share) in enumerate(zip(rungs.steps, rungs.likely, strict=True)):
        steps += cuts.get(at, (step,))
        likely += [1 - share / 2] * 2 if at in cuts else [share]
    return replace(rungs, steps=steps, likely=likely)


def _cut(here: range, there: range, meet: _Meet, usual: float) -> tuple[Counts, Counts] | None:
    """Return the two steps that a bead becomes; None where it stays."""
    for segments, text, side in ((here, there, 0), (there, here, 1)):
        if len(segments) < 2:
            continue
        alone = (0, 1) if side else (1, 0)
        rest = (len(here) - alone[0], len(there) - alone[1])
        for end, left, steps in (
            (segments[:1], segments[1:], (alone, rest)),
            (segments[-1:], segments[:-1], (rest, alone)),
        ):
            values = [meet(text, part) if side else meet(part, text) for part in (end, left)]
            if values[0] is None or values[1] is None:
                continue
            if values[0] < _NOTHING * usual and values[1] >= _FOREIGN * usual:
                return steps
    return None


def _usual(rungs: Rungs, meet: _Meet) -> float | None:
    """Return how much of each other's words the texts of sure 1-1 beads have; None where it cannot be told."""
    beads = [
        (here, there) for at, here, there in _beads(rungs) if len(here) == len(there) == 1 and rungs.likely[at] > _SURE
    ]
    told = [value for bead in beads[:: 1 + len(beads) // _SAMPLE] if (value := meet(*bead)) is not None]
    return median(told) if told else None


def _doubtful(rungs: Rungs) -> Iterator[tuple[int, range, range]]:
    """Give the doubtful beads that are not fixed: their numbers and segments."""
    fixed = {
        (span.pivot.start, span.version.start) for span in rungs.pair.fixed if span.bead.pivot and span.bead.version
    }
    for at, here, there in _beads(rungs):
        if rungs.likely[at] < _DOUBTFUL and (here.start, there.start) not in fixed:
            yield at, here, there


def _beads(rungs: Rungs) -> Iterator[tuple[int, range, range]]:
    """Give the numbers of the steps with segments on both sides, and these segments."""
    i = j = 0
    for at, (m, n) in enumerate(rungs.steps):
        if m and n:
            yield at, range(i, i + m), range(j, j + n)
        i, j = i + m, j + n


def _meet(pause: Pause, words: tuple[Wording, Wording], here: range, there: range) -> float | None:
    """Return by how many deviations more than elsewhere the words of one text are found in the other, whichever is more.

    None where it cannot be told.
    """
    pause()
    one, other = words
    told = heard(one, here, other, there), heard(other, there, one, here)
    return None if told[0] is None or told[1] is None else max(told[0][1], told[1][1])
