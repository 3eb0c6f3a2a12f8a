"""Beads and ladders: which consecutive segments of the pivot stand for which of a version."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

DOUBTFUL_BELOW = 0.5  # score of a bead that should be looked at


class BeadStatus(StrEnum):
    """How far a bead is trusted."""

    AUTO = "auto"
    CONFIRMED = "confirmed"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True)
class Bead:
    """An m–n alignment unit: `pivot` consecutive pivot segments with `version` consecutive segments of a version.

    1–0 is an omission, 0–1 an addition. `score` (0 to 1, None when unknown) is the aligner's; `digest` the eight digits of
    both texts as a person accepted them; `mark` ties the halves of a crossing; `comments` are the lines that somebody wrote
    before the bead in its file.
    """

    pivot: int
    version: int
    status: BeadStatus = BeadStatus.AUTO
    score: float | None = None
    digest: str = ""
    mark: str = ""
    note: str = ""
    comments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """A bead at its place: the ranges of pivot and version segments that it ties, and its index in the ladder."""

    bead: Bead
    index: int
    pivot: range
    version: range


@dataclass(frozen=True, slots=True)
class Ladder:
    """The sequence of beads of one version against the pivot."""

    beads: tuple[Bead, ...] = ()

    def spans(self) -> tuple[Span, ...]:
        """Return the beads with the segments that they tie, in order."""
        result: list[Span] = []
        i = j = 0
        for index, bead in enumerate(self.beads):
            result.append(Span(bead, index, range(i, i + bead.pivot), range(j, j + bead.version)))
            i += bead.pivot
            j += bead.version
        return tuple(result)

    def size(self) -> tuple[int, int]:
        """Return how many segments of the pivot and of the version the beads hold."""
        return sum(bead.pivot for bead in self.beads), sum(bead.version for bead in self.beads)


@dataclass(frozen=True, slots=True)
class Crossing:
    """Two half-beads that belong together though they stand in different places: a paragraph that moved.

    `pivot` is the 1–0 half, `version` the 0–1 half, `mark` the name that ties them.
    """

    mark: str
    pivot: Span
    version: Span


def crossings(ladder: Ladder) -> tuple[Crossing, ...]:
    """Return the crossings of a ladder in the order of their pivot halves; a mark without both halves makes none."""
    return paired(ladder.spans())


def paired(spans: Iterable[Span]) -> tuple[Crossing, ...]:
    """Return the crossings among the spans of a ladder (see `crossings`)."""
    omitted: dict[str, Span] = {}
    added: dict[str, Span] = {}
    for span in spans:
        if span.bead.mark and not span.bead.version:
            omitted.setdefault(span.bead.mark, span)
        elif span.bead.mark and not span.bead.pivot:
            added.setdefault(span.bead.mark, span)
    return tuple(Crossing(mark, span, added[mark]) for mark, span in omitted.items() if mark in added)


def ladder_of(counts: Iterable[Sequence[int]]) -> Ladder:
    """Return the ladder of automatic beads with the given (pivot, version) counts."""
    return Ladder(tuple(Bead(pivot, version) for pivot, version in counts))
