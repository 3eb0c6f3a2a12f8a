"""Composition: from ladders pivot–middle and middle–version, a ladder pivot–version."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.alignment.shapes import Counts


@dataclass(frozen=True, slots=True)
class Opinion:
    """One bead of a composition; `informed` is false for a segment that the version in the middle lacks.

    Of such a segment the middle version cannot tell whether it has a counterpart.
    """

    pivot: int
    version: int
    informed: bool = True


def composed(first: Sequence[Counts], second: Sequence[Counts]) -> list[Opinion]:
    """Return the beads that two ladders over the same middle version make together.

    A bead is a connected component of both ladders' beads. Segments that have no counterpart on the way become
    omissions and additions of one segment each; middle segments without any leave no trace.
    """
    result: list[Opinion] = []
    at = 0  # beads of the second ladder that are done
    pivot = version = 0  # segments of the component that is open
    ahead = 0  # middle segments that the second ladder has done and the first has not
    for a, b in first:
        while not ahead and not (pivot or version) and at < len(second) and not second[at][0]:
            result.extend([Opinion(0, 1, False)] * second[at][1])
            at += 1
        if not (b or ahead):
            result.extend([Opinion(1, 0, False)] * a)
            continue
        pivot += a
        ahead -= b
        while ahead < 0:
            ahead += second[at][0]
            version += second[at][1]
            at += 1
        if not ahead:
            _close(result, pivot, version)
            pivot = version = 0
    result.extend([Opinion(0, 1, False)] * sum(n for _, n in second[at:]))
    return result


def _close(result: list[Opinion], pivot: int, version: int) -> None:
    if pivot and version:
        result.append(Opinion(pivot, version))
    else:
        result.extend([Opinion(1, 0)] * pivot)
        result.extend([Opinion(0, 1)] * version)


def turned(ladder: Sequence[Counts]) -> list[Counts]:
    """Return the ladder seen from the other side."""
    return [(n, m) for m, n in ladder]
