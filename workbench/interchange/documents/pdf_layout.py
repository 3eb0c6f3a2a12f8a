"""Lines of pages to paragraphs, by what a reader sees: distance, indents, short last lines; heads and page numbers apart."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from workbench.interchange.documents.pdf_lines import Line, Page
from workbench.languages.knowledge import NEUTRAL
from workbench.languages.labels import find_label

_AT_EDGE = 3  # lines at the top and the bottom of a page that may be a running head
_OFTEN = 0.3  # of the pages: left and right ones may have heads of their own
_NUMBER = re.compile(r"\W*(?:\w{1,8}\.?\s?)?\d{1,4}(?:\s?(?:/|of|из|бет|页)\s?\d{0,4})?\W*")
# What browsers print above and below a page: the day and hour, the address and "1/3".
_BROWSER = re.compile(r"\d{1,4}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d{2}\b.*|(?:https?|file)://\S*(?: \d+/\d+)?")
_WIDER = 1.3  # times the usual distance of lines, which is measured in sizes of their letters
_FARTHEST = 3.0  # sizes: lines farther from each other are not of one paragraph
_OTHER_SIZE = 0.12  # share by which letters of another size differ
_NOTE_SIZE = 0.9  # of the usual size: smaller lines at the end of a page are footnotes
_INDENT = 0.6  # of the size of the letters
_ENDS = ".!?…:;。！？：；»”)"
_BUCKET = 40.0  # points: lines that begin so near each other have one right edge
_LEFTMOST = -1
_FEW, _MOST = 6, 0.75  # lines; share of the room between the margins
_HYPHENS = ("-", "‐")
_WIDE = re.compile("[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]")


@dataclass(slots=True)
class Laid:
    """Paragraphs, and how many running heads and page numbers were taken out."""

    paragraphs: list[str] = field(default_factory=list)
    heads: int = 0
    numbers: int = 0


def laid_out(pages: Sequence[Page]) -> Laid:
    """Return the paragraphs of a document; within one "-" and a line feed stand where a line ends with a hyphen."""
    laid = Laid()
    bodies = _without_heads(pages, laid)
    sizes = Counter(round(line.size, 1) for body in bodies for line in body for _ in line.text)
    usual = sizes.most_common(1)[0][0] if sizes else 0.0
    edges = _right_edges([line for body in bodies for line in body], min((page.width for page in pages), default=0.0))
    flow = _Flow(laid.paragraphs, edges)
    for body in bodies:
        lines, notes = _parted(body, usual)
        flow.page(lines)
        flow.notes(notes)
    flow.end()
    return laid


def _without_heads(pages: Sequence[Page], laid: Laid) -> list[list[Line]]:
    """Return the pages without what stands at the edges of many of them, at one height, the numbers in it aside."""
    seen: Counter[tuple[str, int]] = Counter()
    for page in pages:
        ordered = sorted(page.lines, key=lambda line: -line.bottom)
        seen.update({_key(line) for line in (*ordered[:_AT_EDGE], *ordered[-_AT_EDGE:])})
    often = max(2, _OFTEN * len(pages))
    bodies = []
    for page in pages:
        ordered = sorted(page.lines, key=lambda line: -line.bottom)
        dropped: set[int] = set()
        for edge in (ordered, ordered[::-1]):
            for line in edge[:_AT_EDGE]:
                numbered = _NUMBER.fullmatch(line.text) is not None
                alone = numbered and len(pages) == 1 and _is_alone(line, ordered)
                if not (alone or _near(seen, line) >= often or _BROWSER.fullmatch(line.text)):
                    break
                if id(line) not in dropped:
                    dropped.add(id(line))
                    laid.numbers += numbered
                    laid.heads += not numbered
        bodies.append([line for line in page.lines if id(line) not in dropped])
    return bodies


def _key(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+|\b[ivxlc]+\b", "#", line.text.lower()), round(line.bottom / 4)


def _near(seen: Counter[tuple[str, int]], line: Line) -> int:
    text, height = _key(line)
    return sum(seen[text, height + step] for step in (-1, 0, 1))


def _is_alone(line: Line, ordered: Sequence[Line]) -> bool:
    """Return whether a line is the last one of its page, far below the others."""
    return len(ordered) > 1 and ordered[-1] is line and ordered[-2].bottom - line.bottom > 2 * line.size


def _parted(body: Sequence[Line], usual: float) -> tuple[Sequence[Line], Sequence[Line]]:
    """Return the lines of a page, and the small ones at its end: footnotes."""
    end = len(body)
    while end and body[end - 1].size < _NOTE_SIZE * usual:
        end -= 1
    return (body[:end], body[end:]) if end else (body, ())


class _Flow:
    """Lines on lines to paragraphs, over the ends of pages; footnotes wait until the paragraph that they stand under is whole."""

    def __init__(self, into: list[str], edges: dict[int, float]) -> None:
        self._into, self._edges = into, edges
        self._held: list[Line] = []
        self._waiting: list[str] = []

    def page(self, lines: Sequence[Line]) -> None:
        """Take the lines of the next page."""
        steps = [(one.bottom - two.bottom) / max(1.0, two.size) for one, two in pairwise(lines)]
        pitch = median([step for step in steps if 0 < step < _FARTHEST] or [0.0])
        for number, line in enumerate(lines):
            if self._held and self._begins(line, pitch, is_first=number == 0):
                self.end()
            self._held.append(line)

    def notes(self, lines: Sequence[Line]) -> None:
        """Take the footnotes of the page."""
        if lines:
            apart = _Flow(self._waiting, self._edges)
            apart.page(lines)
            apart.end()

    def end(self) -> None:
        """End the paragraph that is held."""
        if self._held:
            self._into.append(_text(self._held))
        self._held = []
        self._into += self._waiting
        self._waiting = []

    def _begins(self, line: Line, pitch: float, *, is_first: bool) -> bool:
        """Return whether a line begins a paragraph, behind those that are held."""
        last = self._held[-1]
        if abs(line.size - last.size) > _OTHER_SIZE * max(line.size, last.size):
            return True
        step = (last.bottom - line.bottom) / max(1.0, line.size)
        if not is_first and (step < 0 or step > max(_WIDER * pitch, 1.1)):
            return step > 0 or _ended(last)
        if last.text.endswith(_HYPHENS):
            return False
        is_label = find_label(line.text, NEUTRAL) is not None
        if _ended(last) and (is_label or is_first):
            return True
        if not is_first and self._is_centred(line, last):
            return False
        return self._is_short(last, line) or (not is_first and self._is_set_in(line, last))

    def _is_centred(self, line: Line, last: Line) -> bool:
        """Return whether two lines are set about one middle, both away from the left edge: a heading of several lines."""
        near = 0.5 * line.size
        edge = self._edges.get(_LEFTMOST, 0.0) + near
        return abs(line.middle - last.middle) < near < abs(line.left - last.left) and min(line.left, last.left) > edge

    def _is_short(self, last: Line, line: Line) -> bool:
        """Return whether the first word of a line would have had room on the line before."""
        bucket = int(last.left // _BUCKET)
        right = max(self._edges.get(near, last.right) for near in (bucket - 1, bucket, bucket + 1))
        first = line.text[0] if _WIDE.match(line.text) else line.text.split(" ", 1)[0]
        width = (line.right - line.left) / max(1, len(line.text)) * (len(first) + 1)
        return last.right + width < right

    def _is_set_in(self, line: Line, last: Line) -> bool:
        """Return whether a line begins farther right, or farther left, than the lines of its paragraph do."""
        shift = line.left - last.left
        if len(self._held) == 1:
            # Behind the first line the others may hang (behind a label), or come back from its indent.
            return shift > _INDENT * line.size and find_label(last.text, NEUTRAL) is None
        return abs(shift) > _INDENT * line.size


def _right_edges(lines: Sequence[Line], width: float) -> dict[int, float]:
    """Return how far right the lines go that begin near each other; under `_LEFTMOST` how far left any begins.

    Where few lines begin, they need not reach the edge: they are held to go over most of the page, its margins being alike.
    """
    edges: dict[int, float] = {}
    counts: Counter[int] = Counter()
    leftmost = min((line.left for line in lines), default=0.0)
    for line in lines:
        bucket = int(line.left // _BUCKET)
        edges[bucket] = max(edges.get(bucket, 0.0), line.right)
        counts[bucket] += 1
    for bucket in edges:
        if counts[bucket] < _FEW:
            edges[bucket] = max(edges[bucket], leftmost + _MOST * (width - 2 * leftmost))
    return {**edges, _LEFTMOST: leftmost}


def _ended(line: Line) -> bool:
    return line.text[-1:] in _ENDS


def _text(lines: Sequence[Line]) -> str:
    return "".join(_pieces(lines)).strip()


def _pieces(lines: Sequence[Line]) -> Iterator[str]:
    for line, following in zip(lines, (*lines[1:], None), strict=True):
        yield line.text
        if following is None:
            return
        if line.text.endswith(_HYPHENS):
            yield "\n"
        elif not (_WIDE.match(line.text[-1:]) and _WIDE.match(following.text[:1])):
            yield " "
