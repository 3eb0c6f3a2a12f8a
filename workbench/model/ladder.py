"""Beads and ladders: which consecutive segments of the pivot stand for which of a version."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import accumulate, pairwise
from typing import overload

from workbench.model.starts import left, right

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


@dataclass(slots=True)
class _Starts:
    """Where each bead of a ladder begins, behind the last where it ends, and which have a mark; worked out once asked for."""

    pivot: Sequence[int] = field(default_factory=lambda: array("I"))
    version: Sequence[int] = field(default_factory=lambda: array("I"))
    marked: Sequence[int] | None = None


@dataclass(frozen=True, slots=True)
class Ladder:
    """The sequence of beads of one version against the pivot: a tuple, or `Beads` of which memory holds few."""

    beads: Sequence[Bead] = ()
    _starts: _Starts = field(default_factory=_Starts, init=False, repr=False, compare=False)

    def starts(self) -> tuple[Sequence[int], Sequence[int]]:
        """Return the pivot segment and the version segment that each bead begins with, and behind the last their ends."""
        if not self._starts.pivot:
            self._starts.version = array("I", accumulate([bead.version for bead in self.beads], initial=0))
            self._starts.pivot = array("I", accumulate([bead.pivot for bead in self.beads], initial=0))
        return self._starts.pivot, self._starts.version

    def marked(self) -> Sequence[int]:
        """Return the indices of the beads that have a mark, ascending."""
        if self._starts.marked is None:
            self._starts.marked = [index for index, bead in enumerate(self.beads) if bead.mark]
        return self._starts.marked

    def span(self, index: int) -> Span:
        """Return one bead with the segments that it ties; raises IndexError where there is none."""
        pivot, version = self.starts()
        return self._span(range(len(self.beads))[index], pivot, version)

    def spans(self) -> Sequence[Span]:
        """Return the beads with the segments that they tie, in order: each is made when it is come to."""
        return _Spans(self)

    def holding(self, segment: int, *, pivot: bool) -> Span | None:
        """Return the bead that holds a segment (0-based) of the pivot, or of the version; None where there is none."""
        starts = self.starts()[0 if pivot else 1]
        index = right(starts, segment) - 1
        return self.span(index) if 0 <= index < len(self.beads) else None

    def between(self, start: int, end: int) -> tuple[Span, ...]:
        """Return the beads that begin at pivot segments `start` to `end` (exclusive), additions before `start` among them."""
        pivot, version = self.starts()
        first, last = left(pivot, start), min(left(pivot, end), len(self.beads))
        if last - first == 1:  # what nearly every row of an export asks for
            return (self._span(first, pivot, version),)
        return tuple(self._span(index, pivot, version) for index in range(first, last))

    def _span(self, index: int, pivot: Sequence[int], version: Sequence[int]) -> Span:
        return Span(
            self.beads[index], index, range(pivot[index], pivot[index + 1]), range(version[index], version[index + 1])
        )

    def replaced(self, start: int, count: int, beads: Sequence[Bead]) -> Ladder:
        """Return the ladder with other beads in the place of `count` from `start` on."""
        result = Ladder((*self.beads[:start], *beads, *self.beads[start + count :]))
        there = self.beads[start : start + count]
        if [(bead.pivot, bead.version) for bead in there] == [(bead.pivot, bead.version) for bead in beads]:
            starts = self._starts
            result._starts.pivot, result._starts.version = starts.pivot, starts.version
        return result

    def size(self) -> tuple[int, int]:
        """Return how many segments of the pivot and of the version the beads hold."""
        pivot, version = self.starts()
        return pivot[-1], version[-1]


class _Spans(Sequence[Span]):
    """The spans of a ladder, of which memory holds none."""

    def __init__(self, ladder: Ladder) -> None:
        self._ladder = ladder

    def __len__(self) -> int:
        return len(self._ladder.beads)

    @overload
    def __getitem__(self, index: int) -> Span: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Span]: ...
    def __getitem__(self, index: int | slice) -> Span | Sequence[Span]:
        if not isinstance(index, slice):
            return self._ladder.span(index)
        wanted = range(len(self))[index]
        if wanted.step != 1 or not wanted:
            return tuple(map(self._ladder.span, wanted))
        pivot, version = (starts[wanted.start : wanted.stop + 1] for starts in self._ladder.starts())
        return tuple(_tied(self._ladder.beads[index], pivot, version, wanted.start))

    def __iter__(self) -> Iterator[Span]:
        return _tied(self._ladder.beads, *self._ladder.starts(), 0)


def _tied(beads: Iterable[Bead], pivot: Iterable[int], version: Iterable[int], first: int) -> Iterator[Span]:
    """Yield beads, the first of which has the index `first`, with the segments that they tie."""
    ties = zip(beads, pairwise(pivot), pairwise(version), strict=True)
    for index, (bead, one, other) in enumerate(ties, first):
        yield Span(bead, index, range(*one), range(*other))


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
    omitted: dict[str, Span] = {}
    added: dict[str, Span] = {}
    for span in map(ladder.span, ladder.marked()):
        if not span.bead.version:
            omitted.setdefault(span.bead.mark, span)
        elif not span.bead.pivot:
            added.setdefault(span.bead.mark, span)
    return tuple(Crossing(mark, span, added[mark]) for mark, span in omitted.items() if mark in added)


def ladder_of(counts: Iterable[Sequence[int]]) -> Ladder:
    """Return the ladder of automatic beads with the given (pivot, version) counts."""
    return Ladder(tuple(Bead(pivot, version) for pivot, version in counts))
