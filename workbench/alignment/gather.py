"""Gathering: short segments that a ladder leaves alone join the bead beside them whose other text has their words.

Where one version says in half a sentence what the others set off ("The General Assembly"), the two lengths tell nothing,
and every pair of versions leaves the short segment alone for the same reason: their votes repeat one guess. The words of
the other text do tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from workbench.alignment.edges import Evidences
from workbench.alignment.evidence.hearing import heard
from workbench.alignment.evidence.straying import Wording
from workbench.alignment.recut import Rungs
from workbench.alignment.shapes import Counts

_MOST = 3  # segments that join a bead on one side of it
_SHORT = 0.3  # of what the bead has on that side already: longer ones are weighed by their lengths
_LEAST = 0.35  # how well words are found there, at least (1: each has its counterpart)
_OUTSTANDING = 5.0  # by how many deviations better than in other segments, for their number of words
_SURE = 0.9  # how likely it then is that the segment belongs there

# The thresholds: on the development sets 23 runs of segments are above them and belong there, none that does not.


@dataclass(frozen=True, slots=True)
class _Run:
    """Steps `first` to `last` that would be one bead: the step `bead`, its segments on both sides, those `alone` beside it."""

    first: int
    last: int
    bead: int
    alone: range
    own: range
    other: range


def gathered(rungs: Rungs, number: int, known: Evidences) -> Rungs:
    """Return the ladder of version `number` with short segments joined to the bead that has their words; fixed beads stay.

    It is unchanged where the words of either version are not known.
    """
    one, other = known.words[0], known.words[number]
    if one is None or other is None:
        return rungs
    taken: dict[int, _Run] = {}
    for side, (mine, theirs) in enumerate(((one, other), (other, one))):
        version = number if side else 0
        for run in _runs(rungs, side, known.begins[version]):
            lengths = known.lengths[version]
            short = _sum(lengths, run.alone) <= _SHORT * _sum(lengths, run.own)
            if short and taken.keys().isdisjoint(range(run.first, run.last + 1)) and _has(theirs, mine, run):
                taken.update(dict.fromkeys(range(run.first, run.last + 1), run))
    return _joined(rungs, taken) if taken else rungs


def _sum(lengths: Sequence[float], segments: range) -> float:
    return sum(lengths[segments.start : segments.stop])


def _runs(rungs: Rungs, side: int, begins: frozenset[int]) -> Iterator[_Run]:
    """Give for each bead the segments of one side that are alone next to it, in its paragraph: most first."""
    steps = rungs.steps
    starts = [(0, 0), *_sums(steps)]
    fixed = {index for span in rungs.pair.fixed for index in (span.version if side else span.pivot)}
    fixed_beads = {(span.pivot.start, span.version.start) for span in rungs.pair.fixed}
    for at, step in enumerate(steps):
        rungs.pair.pause()
        if not all(step) or starts[at] in fixed_beads:
            continue
        spans = [range(start, start + count) for start, count in zip(starts[at], step, strict=True)]
        own, other = spans[side], spans[1 - side]
        for way in (-1, 1):
            ends = [at]
            while len(ends) <= _MOST and _is_alone(steps, ends[-1] + way, side):
                edge = starts[max(ends[-1], ends[-1] + way)][side]  # the segment behind the edge that would go
                if edge in begins or {edge - 1, edge} & fixed:
                    break
                ends.append(ends[-1] + way)
            for end in ends[:0:-1]:
                alone = range(own.stop, starts[end][side] + 1) if way > 0 else range(starts[end][side], own.start)
                yield _Run(min(at, end), max(at, end), at, alone, own, other)


def _is_alone(steps: Sequence[Counts], at: int, side: int) -> bool:
    return 0 <= at < len(steps) and steps[at][side] == 1 and not steps[at][1 - side]


def _sums(steps: Sequence[Counts]) -> Iterator[tuple[int, int]]:
    i = j = 0
    for m, n in steps:
        i, j = i + m, j + n
        yield i, j


def _has(text: Wording, words: Wording, run: _Run) -> bool:
    """Return whether the bead's other text has the words of the segments alone, more than any text about it."""
    told = heard(words, run.alone, text, run.other)
    return told is not None and told[0] >= _LEAST and told[1] >= _OUTSTANDING


def _joined(rungs: Rungs, taken: dict[int, _Run]) -> Rungs:
    steps: list[Counts] = []
    likely: list[float] = []
    for at, (step, sure) in enumerate(zip(rungs.steps, rungs.likely, strict=True)):
        run = taken.get(at)
        if run is None:
            steps.append(step)
            likely.append(sure)
        elif at == run.first:
            held = rungs.steps[run.first : run.last + 1]
            steps.append((sum(m for m, _ in held), sum(n for _, n in held)))
            likely.append(rungs.likely[run.bead] * _SURE)
    return replace(rungs, steps=steps, likely=likely)
