"""The labels of a long text: read when they are asked for, while memory holds few of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import overload

from workbench.languages.knowledge import Knowledge
from workbench.languages.labels import LabelReader, alone
from workbench.model.label import Label
from workbench.model.segment import Segment

_BLOCK = 256  # segments whose labels are read at once
_KEPT = 8  # blocks that are kept once they were read


class SegmentLabels(Sequence[Label | None]):
    """The label of every segment of a text, or None: what `labels` returns. Who asks in order has each read once."""

    def __init__(self, segments: Sequence[Segment], knowledge: Knowledge) -> None:
        self._segments = segments
        self._knowledge = knowledge
        self._reader = LabelReader(knowledge)
        self._passed = 0  # blocks that the reader has gone through
        self._kept: dict[int, list[Label | None]] = {}

    def __len__(self) -> int:
        return len(self._segments)

    @overload
    def __getitem__(self, index: int) -> Label | None: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Label | None]: ...
    def __getitem__(self, index: int | slice) -> Label | Sequence[Label | None] | None:
        if isinstance(index, slice):
            return self._cut(range(len(self))[index])
        block, at = divmod(range(len(self))[index], _BLOCK)
        return (self._kept.get(block) or self._read(block))[at]

    def _cut(self, wanted: range) -> Sequence[Label | None]:
        if wanted.step != 1:
            return [self[index] for index in wanted]
        result: list[Label | None] = []
        for block in range(wanted.start // _BLOCK, -(-wanted.stop // _BLOCK)):
            first = block * _BLOCK
            held = self._kept.get(block) or self._read(block)
            result += held[max(0, wanted.start - first) : wanted.stop - first]
        return result

    def _read(self, block: int) -> list[Label | None]:
        if block < self._passed:
            return self._keep(block, self._again(block))
        for number in range(self._passed, block + 1):
            found = self._keep(number, self._reader.read(self._texts(number)))
        self._passed = block + 1
        return found

    def _again(self, block: int) -> list[Label | None]:
        """Return the labels of a block that the reader has gone through: what it decided stands."""
        found, decided = alone(self._texts(block), self._knowledge), self._reader.decided
        if not decided:
            return found
        return [decided.get(index, label) for index, label in enumerate(found, start=block * _BLOCK)]

    def _texts(self, block: int) -> list[str]:
        return [segment.text for segment in self._segments[block * _BLOCK : (block + 1) * _BLOCK]]

    def _keep(self, block: int, found: list[Label | None]) -> list[Label | None]:
        if len(self._kept) >= _KEPT:
            del self._kept[next(iter(self._kept))]
        self._kept[block] = found
        return found
