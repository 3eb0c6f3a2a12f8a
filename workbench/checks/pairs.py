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
from workbench.checks.texts import Texts, joined

_DEEPEST = 20  # marks that may be open at once
_NEAR = 300  # characters between two marks that are plainly a pair
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


def _escaped(signs: Iterable[str]) -> str:
    return re.escape("".join(signs))


class Pairing:
    """Pairs the marks of one kind.

    `pairs` are opening and closing signs; one sign may close one pair and open another (“ in „…“ and “…”), or do both (").
    `kin` are pairs of signs that close each other by mistake (`(` and `）`). `doubtful` are signs that may be no marks even
    where they stand in pairs: apostrophes, inches.
    """

    def __init__(
        self, pairs: Iterable[tuple[str, str]], kin: Iterable[tuple[str, str]] = (), doubtful: str = ""
    ) -> None:
        self._pairs = tuple(pairs)
        self._kin = frozenset(kin)
        self._opening = {opening for opening, _ in self._pairs}
        self._closing = {closing for _, closing in self._pairs}
        signs = sorted(self._opening | self._closing)
        self._sign = re.compile(f"[{_escaped(signs)}]") if signs else re.compile(r"(?!)")
        plain = [
            f"{re.escape(opening)}[^{_escaped(signs)}\n]{{0,{_NEAR}}}{re.escape(closing)}"
            for opening, closing in self._pairs
            if opening != closing and opening not in doubtful and closing not in doubtful
        ]
        # Two marks of a pair with no other between them, close together in one segment; or else one mark. Each alternative
        # begins with a sign and not with a set, so that the search leaps from sign to sign.
        self._plain_or_one = re.compile("|".join((*plain, *map(re.escape, signs))) or r"(?!)")

    def find(self, reading: Reading, tag: str, wanted: Callable[[str, int], bool]) -> Found:
        """Return what is wrong with the marks of a version; `wanted` says of a text and a position whether it counts."""
        texts = reading.texts(tag)
        segments = self._astray(texts)
        if not segments:
            return Found()  # most versions
        paragraphs = reading.document.versions[tag].text.paragraphs()
        firsts = [paragraph.start for paragraph in paragraphs]
        read = [_EMPTY] * len(paragraphs)
        for number in {bisect_right(firsts, segment) - 1 for segment in segments}:
            read[number] = self._paragraph(self._marks(texts, paragraphs[number], wanted))
        return Found(
            tuple(self._alone(read, [texts[first] for first in firsts])),
            tuple(mark for one in read if not one.opened for mark in one.nested),
            tuple(mark for one in read if not one.opened and not one.closed for mark in one.crossed),
            tuple(pair for one in read for pair in one.mixed),
        )

    def _astray(self, texts: Texts) -> set[int]:
        """Return the segments with a mark that is not plainly one of a pair."""
        result: set[int] = set()
        for first, some in joined(texts):
            if 1 in map(len, self._plain_or_one.findall(some)):
                found = [match.start() for match in self._plain_or_one.finditer(some) if len(match.group()) == 1]
                starts = [0, *accumulate(len(text) + 1 for text in some.split("\n"))]
                result |= {first + bisect_right(starts, at) - 1 for at in found}
        return result

    def _marks(self, texts: Texts, segments: range, wanted: Callable[[str, int], bool]) -> list[Mark]:
        """Return the marks of some segments in order."""
        return [
            Mark(segment, match.start(), match.group())
            for segment in segments
            for match in self._sign.finditer(texts[segment])
            if wanted(texts[segment], match.start())
        ]

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
            if paragraph is _EMPTY and not waiting:
                continue
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
