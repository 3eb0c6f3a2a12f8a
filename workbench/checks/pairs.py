"""Marks that come in pairs, quotation marks and brackets: which belong together in a version, and which stand alone."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import accumulate
from typing import NamedTuple

from workbench.checks.reading import Reading

_DEEPEST = 20  # marks that may be open at once
_PATIENCE = 3  # paragraphs that a quotation may run on before its closing mark


class Mark(NamedTuple):
    """A mark at its place: segment, position in it (code points), and the sign itself."""

    segment: int
    at: int
    sign: str


@dataclass(frozen=True, slots=True)
class Found:
    """What is wrong with the marks of a version.

    `alone` have no partner; `nested` open what is open already, though it is closed twice too; `crossed` close what was
    opened before another that is still open; `mixed` are an opening mark and the mark of another pair that closes it.
    """

    alone: tuple[Mark, ...] = ()
    nested: tuple[Mark, ...] = ()
    crossed: tuple[Mark, ...] = ()
    mixed: tuple[tuple[Mark, Mark], ...] = ()


@dataclass(slots=True)
class _Paragraph:
    opened: list[Mark] = field(default_factory=list)
    closed: list[Mark] = field(default_factory=list)
    nested: list[Mark] = field(default_factory=list)
    crossed: list[Mark] = field(default_factory=list)
    mixed: list[tuple[Mark, Mark]] = field(default_factory=list)


_EMPTY = _Paragraph()  # of most paragraphs


class Pairing:
    """Pairs the marks of one kind.

    `pairs` are opening and closing signs; one sign may close one pair and open another (“ in „…“ and “…”), or do both (").
    `kin` are pairs of signs that close each other by mistake (`(` and `）`).
    """

    def __init__(self, pairs: Iterable[tuple[str, str]], kin: Iterable[tuple[str, str]] = ()) -> None:
        self._pairs = tuple(pairs)
        self._kin = frozenset(kin)
        self._opening = {opening for opening, _ in self._pairs}
        self._closing = {closing for _, closing in self._pairs}
        signs = "".join(sorted(self._opening | self._closing))
        self._sign = re.compile(f"[{re.escape(signs)}]") if signs else re.compile(r"(?!)")

    def find(self, reading: Reading, tag: str, wanted: Callable[[str, int], bool]) -> Found:
        """Return what is wrong with the marks of a version; `wanted` says of a text and a position whether it counts."""
        texts = reading.texts(tag)
        paragraphs = reading.document.versions[tag].text.paragraphs()
        marks = self._marks(texts, wanted)
        read = [
            self._paragraph(found) if (found := [mark for one in paragraph for mark in marks.get(one, ())]) else _EMPTY
            for paragraph in paragraphs
        ]
        return Found(
            tuple(self._alone(read, [texts[paragraph.start] for paragraph in paragraphs])),
            tuple(mark for one in read if not one.opened for mark in one.nested),
            tuple(mark for one in read if not one.opened and not one.closed for mark in one.crossed),
            tuple(pair for one in read for pair in one.mixed),
        )

    def _marks(self, texts: Sequence[str], wanted: Callable[[str, int], bool]) -> dict[int, list[Mark]]:
        """Return the marks of each segment that has any."""
        starts = [0, *accumulate(len(text) + 1 for text in texts)]
        marks: dict[int, list[Mark]] = {}
        for match in self._sign.finditer("\n".join(texts)):
            segment = bisect_right(starts, match.start()) - 1
            at = match.start() - starts[segment]
            if wanted(texts[segment], at):
                marks.setdefault(segment, []).append(Mark(segment, at, match.group()))
        return marks

    def _closes(self, opened: Mark, sign: str) -> bool:
        return (opened.sign, sign) in self._pairs

    def _partner(self, stack: Sequence[Mark], sign: str) -> int:
        """Return how deep in the stack the opening mark stands that a sign closes (1: on top), or 0."""
        if sign not in self._closing:
            return 0
        near = enumerate(reversed(stack[-_DEEPEST:]), start=1)
        return next((depth for depth, one in near if self._closes(one, sign)), 0)

    def _paragraph(self, marks: Iterable[Mark]) -> _Paragraph:
        result = _Paragraph()
        stack = result.opened
        for mark in marks:
            depth = self._partner(stack, mark.sign)
            if depth:
                if depth > 1:
                    result.crossed.append(mark)
                del stack[-depth]
            elif mark.sign in self._opening:
                if any(one.sign == mark.sign for one in stack[-_DEEPEST:]):
                    result.nested.append(mark)
                stack.append(mark)
            elif stack and (stack[-1].sign, mark.sign) in self._kin:
                result.mixed.append((stack.pop(), mark))
            else:
                result.closed.append(mark)
        return result

    def _alone(self, read: Sequence[_Paragraph], firsts: Sequence[str]) -> Iterator[Mark]:
        """Yield the marks without a partner; what runs on into the next paragraphs, or is opened anew there, has one."""
        waiting: list[tuple[int, Mark]] = []
        for number, paragraph in enumerate(read):
            closed = deque(paragraph.closed)
            while waiting and closed and self._closes(waiting[-1][1], closed[0].sign):
                waiting.pop()
                closed.popleft()
            while waiting and firsts[number].lstrip().startswith(waiting[-1][1].sign):
                waiting.pop()
            yield from closed
            yield from (mark for since, mark in waiting if number - since >= _PATIENCE)
            waiting = [(since, mark) for since, mark in waiting if number - since < _PATIENCE]
            waiting += [(number, mark) for mark in paragraph.opened]
        yield from (mark for _, mark in waiting)
