"""Where the beads of a ladder begin in one of its texts, of a ladder that is too long to be held."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import overload


class Starts(Sequence[int]):
    """The segments that beads begin with, ascending, and behind the last their end: known of each block of beads.

    `firsts` holds the index of the first bead of each block and how many beads there are, `begins` the segments that blocks begin
    with and the end of the last. `made` gives the starts in a block, and behind them its end.
    """

    def __init__(self, firsts: array[int], begins: array[int], made: Callable[[int], array[int]]) -> None:
        self._firsts = firsts
        self._begins = begins
        self._made = made

    def __len__(self) -> int:
        return self._firsts[-1] + 1

    @overload
    def __getitem__(self, index: int) -> int: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[int]: ...
    def __getitem__(self, index: int | slice) -> int | Sequence[int]:
        if isinstance(index, slice):
            return self._cut(range(len(self))[index])
        at = range(len(self))[index]
        block = bisect_right(self._firsts, at) - 1
        if block == len(self._firsts) - 1:
            return self._begins[-1]
        return self._made(block)[at - self._firsts[block]]

    def __iter__(self) -> Iterator[int]:
        for block in range(len(self._firsts) - 1):
            yield from self._made(block)[:-1]
        yield self._begins[-1]

    def left(self, segment: int) -> int:
        """Return the index of the first start that is `segment` or behind it, as `bisect_left` does."""
        return self._found(bisect_left(self._begins, segment) - 1, segment, bisect_left)

    def right(self, segment: int) -> int:
        """Return the index of the first start behind `segment`, as `bisect_right` does."""
        return self._found(bisect_right(self._begins, segment) - 1, segment, bisect_right)

    def _found(self, block: int, segment: int, bisect: Callable[[array[int], int], int]) -> int:
        if block < 0:
            return 0
        if block == len(self._firsts) - 1:
            return len(self)
        return self._firsts[block] + bisect(self._made(block), segment)

    def _cut(self, wanted: range) -> Sequence[int]:
        if wanted.step != 1 or not wanted:
            return array("I", [self[index] for index in wanted])
        result = array("I")
        for block in range(bisect_right(self._firsts, wanted.start) - 1, bisect_left(self._firsts, wanted.stop)):
            first = self._firsts[block]
            held = self._made(block)[:-1] if block < len(self._firsts) - 1 else self._begins[-1:]
            result += held[max(0, wanted.start - first) : wanted.stop - first]
        return result


def left(starts: Sequence[int], segment: int) -> int:
    """Return the index of the first start that is `segment` or behind it."""
    return starts.left(segment) if isinstance(starts, Starts) else bisect_left(starts, segment)


def right(starts: Sequence[int], segment: int) -> int:
    """Return the index of the first start behind `segment`."""
    return starts.right(segment) if isinstance(starts, Starts) else bisect_right(starts, segment)
