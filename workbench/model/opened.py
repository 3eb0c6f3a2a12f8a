"""Segments that are being changed, and what changes made of them: blocks that nobody touched stay the same objects."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from workbench.model.segment import Segment
from workbench.model.segments import A_BLOCK, Block, Segments, made, segments_of


class Opened:
    """Segments that can be changed: thousands of changes cost as many steps, not as many copies of the text."""

    def __init__(self, segments: Sequence[Segment]) -> None:
        self._was = segments
        found = list(segments_of(segments).blocks())
        self._blocks: list[Block | list[Segment]] = [block for _, block in found]
        self._starts = [*(start for start, _ in found), len(segments)]
        self._touched = False

    def __len__(self) -> int:
        return self._starts[-1]

    def __getitem__(self, index: int) -> Segment:
        block = bisect_right(self._starts, index) - 1
        return self._open(block)[index - self._starts[block]]

    def between(self, start: int, end: int) -> tuple[Segment, ...]:
        """Return the segments from index `start` to `end` (exclusive)."""
        return tuple(self[index] for index in range(start, end))

    def put(self, start: int, count: int, segments: Sequence[Segment]) -> None:
        """Put segments in the place of `count` (at least one) from index `start`."""
        self._touched = True
        block = bisect_right(self._starts, start) - 1
        first, there = self._starts[block], self._open(block)
        behind = block + 1
        while first + len(there) < start + count:  # what is replaced goes over the edge of the block
            there += self._open(behind)
            self._blocks[behind] = ()
            behind += 1
        there[start - first : start - first + count] = segments
        if behind > block + 1 or len(segments) != count:
            more = len(segments) - count
            emptied = [first + len(there)] * (behind - block - 1)
            self._starts[block + 1 :] = [*emptied, *(each + more for each in self._starts[behind:])]

    def done(self) -> Sequence[Segment]:
        """Return the segments as they are by now; the same object as at first where nothing was put in."""
        if not self._touched:
            return self._was
        blocks: list[Block] = []
        counts: list[int] = []
        for index, block in enumerate(self._blocks):
            if isinstance(block, list):
                for part in _parts(block):
                    blocks.append(part)
                    counts.append(len(part))
            elif block != ():
                blocks.append(block)
                counts.append(self._starts[index + 1] - self._starts[index])
        return Segments(blocks, counts)

    def _open(self, index: int) -> list[Segment]:
        block = self._blocks[index]
        if not isinstance(block, list):
            block = self._blocks[index] = list(made(block))
        return block


def _parts(segments: Sequence[Segment]) -> Iterator[tuple[Segment, ...]]:
    size = len(segments) if len(segments) <= 2 * A_BLOCK else A_BLOCK
    for start in range(0, len(segments), max(size, 1)):
        yield tuple(segments[start : start + size])


def replaced(segments: Sequence[Segment], start: int, count: int, others: Sequence[Segment]) -> Sequence[Segment]:
    """Return the segments with others in the place of `count` (at least one) from index `start`."""
    opened = Opened(segments)
    opened.put(start, count, others)
    return opened.done()


def changed(before: Sequence[Segment], after: Sequence[Segment]) -> Iterator[int]:
    """Yield the indices of the segments of `after`, ascending, that are not as `before` has them.

    What both share is not looked into. A segment that only stands elsewhere, since others came or went, is not changed.
    """
    if before is after:
        return
    old, new = list(segments_of(before).blocks()), list(segments_of(after).blocks())
    place = {id(block): index for index, (_, block) in enumerate(old)}
    came: list[Segment] = []  # what stands in blocks of its own since the last that both have
    first = was = 0
    for start, block in new:
        at = place.get(id(block), -1)
        if at < was:
            first = first if came else start
            came += made(block)
        else:
            yield from _changed(old[was:at], came, first)
            came, was = [], at + 1
    yield from _changed(old[was:], came, first)


def _changed(old: Sequence[tuple[int, Block]], came: Sequence[Segment], first: int) -> Iterator[int]:
    """Yield the indices of segments, which begin with `first`, that are not as in the old blocks in whose place they came."""
    gone = [segment for _, block in old for segment in made(block)] if came else []
    if len(gone) == len(came):
        pairs = enumerate(zip(gone, came, strict=True))
        yield from (first + index for index, (one, two) in pairs if one is not two and one != two)
        return
    known: dict[Segment, int] = {}
    old_ones, new_ones = ([known.setdefault(one, len(known)) for one in side] for side in (gone, came))
    for kind, _, _, begin, stop in SequenceMatcher(None, old_ones, new_ones, autojunk=False).get_opcodes():
        if kind in ("replace", "insert"):
            yield from range(first + begin, first + stop)
