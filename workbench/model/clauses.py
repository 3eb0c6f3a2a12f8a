"""The clauses of a long text: told when they are asked for, while memory holds few of them."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.model.clause import Outline
from workbench.model.label import Label
from workbench.model.segment import Segment

_BLOCK = 512  # segments whose clauses are told at once


class Clauses:
    """The names of the places that the segments of a text stand in, as `places` has them."""

    def __init__(self, labels: Sequence[Label | None], segments: Sequence[Segment]) -> None:
        self._labels = labels
        self._segments = segments
        self._before = [Outline()]  # as it is before each block that was gone through, and before the next
        self._block, self._names = -1, [""][:0]  # the block that was asked for last

    def name(self, segment: int) -> str:
        """Return the name of the place of a segment (its index); raises IndexError where there is none."""
        block, at = divmod(segment, _BLOCK)
        if block != self._block:
            for each in range(min(block, len(self._before) - 1), block + 1):
                self._names = self._told(each)
            self._block = block
        return self._names[at]

    def _told(self, block: int) -> list[str]:
        outline = self._before[block].copy()
        there = slice(block * _BLOCK, (block + 1) * _BLOCK)
        segments, labels = self._segments[there], self._labels[there]
        names = [
            outline.step(label, starts=bool(segment.before)).name
            for segment, label in zip(segments, labels, strict=True)
        ]
        if block == len(self._before) - 1:
            self._before.append(outline)
        return names
