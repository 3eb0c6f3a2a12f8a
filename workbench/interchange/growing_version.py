"""A version of a new document while the units of a file come."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from workbench.interchange.incoming import IncomingWording
from workbench.model.growing import GrowingSegments, Put
from workbench.model.growing_beads import GrowingBeads
from workbench.model.ladder import Bead, Ladder
from workbench.model.opened import Opened
from workbench.model.segment import Segment


@dataclass(frozen=True, slots=True)
class _Placed:
    """A half of a crossing that stands elsewhere than its unit: the index of its bead in the ladder, and its segments."""

    place: int
    bead: Bead
    segments: tuple[Segment, ...]


@dataclass(slots=True)
class GrowingVersion:
    """A version as it grows; `clause` is that of the last unit in which it had text, `put` puts away what is finished."""

    tag: str
    segments: GrowingSegments
    beads: GrowingBeads
    put: Put
    clause: str | None = None
    _placed: list[_Placed] = field(default_factory=list, init=False)

    def tell(self, wording: IncomingWording, segments: Sequence[Segment], one_for_all: Callable[[Bead], Bead]) -> None:
        """Take the beads that a file tells, and their segments; `one_for_all` gives the bead that stands for all equal ones."""
        at = 0
        for told in wording.beads:
            held = tuple(segments[at : at + told.bead.version])
            at += told.bead.version
            if told.place is None:
                self.beads.add((one_for_all(told.bead),))
                self.segments.add(held)
            else:
                self._placed.append(_Placed(told.place, told.bead, held))

    def done(self) -> tuple[Sequence[Segment], Ladder]:
        """Return the segments and the ladder, halves of crossings where they stand. Nothing may come behind it."""
        segments, ladder = self.segments.done(), self.beads.ladder()
        if not self._placed:
            return segments, ladder
        opened, beads = Opened(segments), GrowingBeads(self.put)
        at = 0
        for bead, held in self._ordered(ladder):
            beads.add((bead,))
            if held and not len(opened):
                opened = Opened(held)
            elif held and at < len(opened):
                opened.put(at, 1, (*held, opened[at]))
            elif held:
                opened.put(at - 1, 1, (opened[at - 1], *held))
            at += bead.version
        return opened.done(), beads.ladder()

    def _ordered(self, ladder: Ladder) -> Iterator[tuple[Bead, Sequence[Segment]]]:
        """Yield the beads as they stand in the ladder, those that stand elsewhere than their units with their segments."""
        coming = iter(sorted(self._placed, key=lambda half: half.place))
        half = next(coming, None)
        index = 0
        for bead in ladder.beads:
            while half is not None and half.place <= index:
                yield half.bead, half.segments
                half, index = next(coming, None), index + 1
            yield bead, ()
            index += 1
        while half is not None:
            yield half.bead, half.segments
            half = next(coming, None)
