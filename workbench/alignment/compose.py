"""Composition: from ladders pivot–middle and middle–version, a ladder pivot–version."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.alignment.shapes import Counts


@dataclass(frozen=True, slots=True)
class Draft:
    """A ladder as a round leaves it: the steps, and how likely each is (0 to 1)."""

    steps: tuple[Counts, ...]
    sure: Sequence[float]

    def turned(self) -> Draft:
        """Return the ladder seen from the other side."""
        return Draft(tuple((n, m) for m, n in self.steps), self.sure)


@dataclass(frozen=True, slots=True)
class Opinion:
    """One bead of a composition, and how sure it is: as its least likely part.

    That of a segment that the version in the middle lacks is 0: it cannot tell whether there is a counterpart.
    """

    pivot: int
    version: int
    sure: float = 1.0


def composed(first: Draft, second: Draft) -> list[Opinion]:
    """Return the beads that two ladders over the same middle version make together.

    A bead is a connected component of both ladders' beads. Segments that have no counterpart on the way become
    omissions and additions of one segment each; middle segments without any leave no trace.
    """
    result: list[Opinion] = []
    steps, sures = second.steps, second.sure
    at = 0  # beads of the second ladder that are done
    pivot = version = 0  # segments of the component that is open
    ahead = 0  # middle segments that the second ladder has done and the first has not
    sure = 1.0
    for (a, b), likely in zip(first.steps, first.sure, strict=True):
        while not ahead and not (pivot or version) and at < len(steps) and not steps[at][0]:
            result.extend([Opinion(0, 1, 0.0)] * steps[at][1])
            at += 1
        if not (b or ahead):
            result.extend([Opinion(1, 0, 0.0)] * a)
            continue
        sure = min(sure, likely)
        pivot += a
        ahead -= b
        while ahead < 0:
            ahead += steps[at][0]
            version += steps[at][1]
            sure = min(sure, sures[at])
            at += 1
        if not ahead:
            _close(result, pivot, version, sure)
            pivot = version = 0
            sure = 1.0
    result.extend([Opinion(0, 1, 0.0)] * sum(n for _, n in steps[at:]))
    return result


def _close(result: list[Opinion], pivot: int, version: int, sure: float) -> None:
    if pivot and version:
        result.append(Opinion(pivot, version, sure))
    else:
        result.extend([Opinion(1, 0, sure)] * pivot)
        result.extend([Opinion(0, 1, sure)] * version)
