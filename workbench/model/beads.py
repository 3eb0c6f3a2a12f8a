"""The beads of a long ladder: they stay where they are written, and are made when they are asked for."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import accumulate
from typing import ClassVar, NamedTuple, overload

from workbench.model.ladder import Bead, Ladder
from workbench.model.starts import Starts

_KEPT = 8  # blocks whose beads are kept once they were made


class Counts(NamedTuple):
    """How many beads stand in a block, and how many segments of the pivot and of the version they hold."""

    beads: int
    pivot: int
    version: int


class _Made(NamedTuple):
    """A block of beads, and the segments that they begin with, behind them its end."""

    beads: tuple[Bead, ...]
    pivot: array[int]
    version: array[int]


class Beads(Sequence[Bead]):
    """An unchanging sequence of beads: `made` gives those of a block (its index), `counts` tells of each block.

    `marked` are the indices of those that have a mark.
    """

    def __init__(
        self, made: Callable[[int], tuple[Bead, ...]], counts: Iterable[Counts], marked: Sequence[int]
    ) -> None:
        self.marked = marked
        told = [*counts]
        self._made = made
        self._firsts = array("I", accumulate([one.beads for one in told], initial=0))
        self._pivot = array("I", accumulate([one.pivot for one in told], initial=0))
        self._version = array("I", accumulate([one.version for one in told], initial=0))
        self._kept: dict[int, _Made] = {}

    def starts(self) -> tuple[Starts, Starts]:
        """Return the pivot segment and the version segment that each bead begins with, and behind the last their ends."""
        return (
            Starts(self._firsts, self._pivot, lambda block: self._block(block).pivot),
            Starts(self._firsts, self._version, lambda block: self._block(block).version),
        )

    def __len__(self) -> int:
        return self._firsts[-1]

    @overload
    def __getitem__(self, index: int) -> Bead: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Bead, ...]: ...
    def __getitem__(self, index: int | slice) -> Bead | tuple[Bead, ...]:
        if isinstance(index, slice):
            return self._cut(range(len(self))[index])
        at = range(len(self))[index]
        block = bisect_right(self._firsts, at) - 1
        return self._block(block).beads[at - self._firsts[block]]

    def __iter__(self) -> Iterator[Bead]:
        for block in range(len(self._firsts) - 1):
            yield from self._block(block).beads

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, (Beads, tuple)):
            return NotImplemented
        return len(self) == len(other) and all(one == two for one, two in zip(self, other, strict=True))

    __hash__: ClassVar[None]  # type: ignore[assignment] # nothing asks for it, and it would take long

    def _cut(self, wanted: range) -> tuple[Bead, ...]:
        if wanted.step != 1 or not wanted:
            return tuple(self[index] for index in wanted)
        result: list[Bead] = []
        block = bisect_right(self._firsts, wanted.start) - 1
        while self._firsts[block] < wanted.stop:
            first = self._firsts[block]
            result += self._block(block).beads[max(0, wanted.start - first) : wanted.stop - first]
            block += 1
        return tuple(result)

    def _block(self, block: int) -> _Made:
        found = self._kept.get(block)
        if found is None:
            if len(self._kept) >= _KEPT:
                del self._kept[next(iter(self._kept))]
            beads = self._made(block)
            found = self._kept[block] = _Made(
                beads,
                array("I", accumulate([bead.pivot for bead in beads], initial=self._pivot[block])),
                array("I", accumulate([bead.version for bead in beads], initial=self._version[block])),
            )
        return found


def ladder_in_blocks(beads: Beads) -> Ladder:
    """Return the ladder of beads of which memory holds few."""
    ladder = Ladder(beads)
    ladder._starts.pivot, ladder._starts.version = beads.starts()
    ladder._starts.marked = beads.marked
    return ladder
