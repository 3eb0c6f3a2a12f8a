"""Segments that come one after another: finished blocks of them are put away as the lines of a file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol

from workbench.model.segment import Segment, format_segment
from workbench.model.segments import Block, Segments

_BLOCK = 30_000  # code points of a block, more or less


class Away(Protocol):
    """Bytes that were put away."""

    def read(self) -> bytes:
        """Return the bytes."""


Put = Callable[[bytes], "bytes | Away"]  # takes the bytes of a block, and gives what they are read from


def kept(content: bytes) -> bytes | Away:
    """Put bytes away where they are: in memory."""
    return content


class GrowingSegments:
    """The segments of a text while more of them come; `put` puts the lines of finished blocks away."""

    def __init__(self, put: Put = kept) -> None:
        self._put = put
        self._blocks: list[Block] = []
        self._counts: list[int] = []
        self._coming: list[Segment] = []
        self._size = 0
        self._empty = True

    def __bool__(self) -> bool:
        return not self._empty

    def add(self, segments: Sequence[Segment]) -> None:
        """Take segments at the end."""
        for segment in segments:
            self._coming.append(segment)
            self._size += len(segment.text)
            self._empty = False
        if self._size > _BLOCK:
            self._end_block(self._lines() or tuple(self._coming))

    def done(self) -> Sequence[Segment]:
        """Return all segments: of a short text as a tuple."""
        if not self._blocks:
            return tuple(self._coming)
        if self._coming:
            self._end_block(tuple(self._coming))
        return Segments(self._blocks, self._counts)

    def _lines(self) -> Block | None:
        """Put what came away as lines; None where lines would not say the same: one has no end, or what stands before it none."""
        for segment in self._coming:
            if not segment.end or (segment.before and segment.before[-1] != "\n"):
                return None
        return self._put("".join(map(format_segment, self._coming)).encode())

    def _end_block(self, block: Block) -> None:
        self._blocks.append(block)
        self._counts.append(len(self._coming))
        self._coming, self._size = [], 0
