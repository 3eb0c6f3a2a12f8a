"""The segments of a long text: held in blocks as the bytes of their lines, and made when they are asked for.

A segment that is an object takes far more memory than its words do, and very many of them take long to be made, while a
screen shows forty. What is changed stands as objects in a block of its own; all other blocks are shared with the text before.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from itertools import accumulate, chain, islice, pairwise
from typing import ClassVar, Protocol, TypeAlias, overload

from workbench.model.segment import Segment, format_segment, parse_lines

A_BLOCK = 64  # segments that stand together, more or less
_KEPT = 16  # blocks whose segments are kept once they were made


class Lines(Protocol):
    """UTF-8 lines that are read when they are asked for; the last of them ends with a line feed and is not blank."""

    def read(self) -> bytes:
        """Return the bytes. Raises ConflictError where they are not what they were."""


Block: TypeAlias = "bytes | Lines | tuple[Segment, ...]"


class Blocks(Protocol):
    """An unchanging sequence of blocks: a list, or what makes each when it is asked for."""

    def __len__(self) -> int: ...
    def __getitem__(self, index: int, /) -> Block: ...
    def __iter__(self) -> Iterator[Block]: ...


class Segments(Sequence[Segment]):
    """An unchanging sequence of segments. `blocks` are never empty; `counts` says how many segments stand in each."""

    __slots__ = ("_blocks", "_made", "_starts")

    def __init__(self, blocks: Blocks, counts: Iterable[int]) -> None:
        self._blocks = blocks
        self._starts = array("I", accumulate(counts, initial=0))
        self._made: dict[int, tuple[Segment, ...]] = {}

    def __len__(self) -> int:
        return self._starts[-1]

    @overload
    def __getitem__(self, index: int) -> Segment: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Segment, ...]: ...
    def __getitem__(self, index: int | slice) -> Segment | tuple[Segment, ...]:
        if isinstance(index, slice):
            return self._cut(range(len(self))[index])
        if index < 0:
            index += len(self)
        if not 0 <= index < len(self):
            raise IndexError(index)
        block = bisect_right(self._starts, index) - 1
        return self._segments(block)[index - self._starts[block]]

    def __iter__(self) -> Iterator[Segment]:
        for block in self._blocks:
            yield from made(block)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, (Segments, tuple)):
            return NotImplemented
        if len(self) != len(other):
            return False
        # What both share is not looked into; and what is only made when it is asked for, nobody shares.
        theirs = list(other.blocks()) if isinstance(other, Segments) else []
        shared = {(start, id(block)) for start, block in theirs}
        for start, block in self.blocks():
            if (start, id(block)) not in shared:
                held = made(block)
                if other[start : start + len(held)] != held:
                    return False
        return True

    __hash__: ClassVar[None]  # type: ignore[assignment] # nothing asks for it, and it would take long

    def __reduce__(self) -> tuple[type[Segments], tuple[tuple[Block, ...], list[int]]]:
        return Segments, (tuple(self._blocks), [stop - start for start, stop in pairwise(self._starts)])

    def __repr__(self) -> str:
        return f"Segments({tuple(self)!r})"

    def texts(self) -> Iterator[str]:
        """Yield the texts of the segments in order, without making the segments."""
        return chain.from_iterable(self.texts_by_block())

    def texts_by_block(self) -> Iterator[Sequence[str]]:
        """Yield the texts of the segments in order, those of a block at a time."""
        return map(_texts, self._blocks)

    def texts_beside(self, index: int) -> tuple[int, Sequence[str]]:
        """Return the texts of the block that a segment (its index) stands in, and the index of the first.

        Raises IndexError where there is no such segment.
        """
        if not 0 <= index < len(self):
            raise IndexError(index)
        block = bisect_right(self._starts, index) - 1
        return self._starts[block], _texts(self._blocks[block])

    def contents(self) -> Iterator[bytes]:
        """Yield the lines of the file in order, as UTF-8, a block at a time."""
        for block in self._blocks:
            yield "".join(map(format_segment, block)).encode() if isinstance(block, tuple) else _content(block)

    def lines_before(self, index: int) -> int:
        """Return how many lines of the file belong to the segments before one (its index)."""
        block = max(0, bisect_right(self._starts, index) - 1)
        lines = sum(map(_count_lines, islice(self._blocks, block)))
        return lines + _count_lines(self[self._starts[block] : index])

    def blocks(self) -> Iterator[tuple[int, Block]]:
        """Yield the blocks, each with the index of its first segment."""
        return zip(self._starts, self._blocks, strict=False)

    def _segments(self, index: int) -> tuple[Segment, ...]:
        found = self._made.get(index)
        if found is None:
            block = self._blocks[index]
            if isinstance(block, tuple):
                return block
            if len(self._made) >= _KEPT:
                with suppress(RuntimeError, StopIteration):  # another thread does the same
                    self._made.pop(next(iter(self._made)), None)
            found = self._made[index] = made(block)
        return found

    def _cut(self, wanted: range) -> tuple[Segment, ...]:
        if wanted.step != 1 or not wanted:
            return tuple(self[index] for index in wanted)
        result: list[Segment] = []
        block = bisect_right(self._starts, wanted.start) - 1
        while self._starts[block] < wanted.stop:
            first = self._starts[block]
            result += self._segments(block)[max(0, wanted.start - first) : wanted.stop - first]
            block += 1
        return tuple(result)


def segments_of(segments: Iterable[Segment]) -> Segments:
    """Return any segments as `Segments`."""
    if isinstance(segments, Segments):
        return segments
    left = iter(segments)
    blocks: list[Block] = list(iter(lambda: tuple(islice(left, A_BLOCK)), ()))
    return Segments(blocks, [len(block) for block in blocks if isinstance(block, tuple)])


def lines_of(segments: Iterable[Segment]) -> int:
    """Return how many lines of the file belong to some segments: their own, and the blank ones before them."""
    return sum(1 + segment.before.count("\n") for segment in segments)


def made(block: Block) -> tuple[Segment, ...]:
    """Return the segments of a block."""
    return block if isinstance(block, tuple) else parse_lines(_content(block).decode())[0]


def said_in(lines: str) -> list[str]:
    """Return the texts that lines hold, without blank ones and without their ends."""
    if "\r" in lines:
        return [segment.text for segment in parse_lines(lines)[0]]
    return [line for line in lines.split("\n") if line and not line.isspace()]


def _texts(block: Block) -> list[str]:
    return [segment.text for segment in block] if isinstance(block, tuple) else said_in(_content(block).decode())


def _count_lines(block: Block) -> int:
    if isinstance(block, tuple):
        return lines_of(block)
    return _content(block).count(b"\n")


def _content(block: bytes | Lines) -> bytes:
    return block if isinstance(block, bytes) else block.read()
