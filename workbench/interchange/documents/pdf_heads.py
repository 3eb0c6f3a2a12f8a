"""What stands at the edges of a PDF's pages for those who leaf through them: running heads, page numbers, a browser's lines."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from statistics import median

from workbench.interchange.documents.pdf_lines import Line, Page
from workbench.languages.knowledge import NEUTRAL, knowledge, known_tags
from workbench.languages.labels import find_label
from workbench.languages.numeral_systems import roman_value
from workbench.model.label import Label

_HEADING = 40  # characters
_AT_EDGE = 3  # lines at the top and the bottom of a page that may be such
_HEIGHT = 4.0  # points within which two lines stand at one height
_FEW = 4  # lines of a page that tell nothing of how near they stand
_NEAR = 1.2  # of the distance that most lines of a page have
_ALIKE = 0.5  # points between letters of one size
_LONG = 0.6  # of the width of a page: a line that a sentence fills
_LEAVES = 2  # pages: left and right ones may have heads of their own
_NUMBER = re.compile(r"\d+|\b[ivxlc]+\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
# "Page # of #", "Страница # из #", "#-бет", "第#页，共#页".
_PAGES = "бет|барак|bet|sahypa|саҳифаи?|sahifa"
_PAGE = re.compile(
    rf"\W*(?:(?:page|pg?|стр(?:аница)?|с|第|{_PAGES})\W*)?#(?:[\s,，-]{{0,2}}(?:/|of|из|页|共|{_PAGES})\s?#?)*\W*"
)
# What browsers print above and below a page: the day and hour, the address and "1/3".
_BROWSER = re.compile(r"\d{1,4}[/.]\d{1,2}[/.]\d{2,4},? \d{1,2}:\d{2}\b.*|(?:https?|file)://\S*(?: \d+/\d+)?")


@dataclass(slots=True)
class Bodies:
    """The lines of each page without those at its edges, and how many of these there were."""

    pages: list[list[Line]]
    heads: int = 0
    numbers: int = 0


@dataclass(frozen=True, slots=True)
class _Edge:
    """A line at an edge of a page: its wording with # for numbers, and these."""

    page: int
    line: Line
    wording: str
    numbers: tuple[int, ...]

    @property
    def height(self) -> int:
        """Its place among those that stand at one height, or nearly."""
        return round(self.line.bottom / _HEIGHT)


def without_heads(pages: Sequence[Page]) -> Bodies:
    """Return the pages without running heads, page numbers and what a browser printed."""
    edges = [tuple(list(_edges(number, one)) for one in _two_edges(page)) for number, page in enumerate(pages)]
    index: dict[tuple[str, int], list[_Edge]] = defaultdict(list)
    for top, bottom in edges:
        for one in {id(edge.line): edge for edge in (*top, *bottom)}.values():
            index[one.wording, one.height].append(one)
    bodies = Bodies([])
    for page_edges, page in zip(edges, pages, strict=True):
        dropped: dict[int, _Edge] = {}
        prose = _prose(page)
        for edge in page_edges:
            for one in edge:
                if id(one.line) in prose or not (
                    _comes_again(one, index) or _BROWSER.fullmatch(one.line.text) or _is_alone(one, pages)
                ):
                    break
                dropped[id(one.line)] = one
        for one in dropped.values():
            is_number = _PAGE.fullmatch(one.wording) is not None
            bodies.numbers += is_number
            bodies.heads += not is_number
        bodies.pages.append([line for line in page.lines if id(line) not in dropped])
    return bodies


def _prose(page: Page) -> set[int]:
    """Return the lines (their ids) of a page that run on into a neighbour as a sentence does: long, as large, and as near.

    Two pages of one form may begin with the same words, and no word of a text may be lost.
    """
    ordered = sorted(page.lines, key=lambda line: -line.bottom)
    if len(ordered) < _FEW:
        return set()
    near = _NEAR * median(above.bottom - below.bottom for above, below in pairwise(ordered))
    return {
        id(one)
        for above, below in pairwise(ordered)
        if above.bottom - below.bottom <= near and abs(above.size - below.size) < _ALIKE
        if min(line.right - line.left for line in (above, below)) > _LONG * page.width
        for one in (above, below)
    }


def _two_edges(page: Page) -> tuple[list[Line], list[Line]]:
    """Return the first and the last lines of a page, from its edge inwards."""
    ordered = sorted(page.lines, key=lambda line: -line.bottom)
    return ordered[:_AT_EDGE], ordered[::-1][:_AT_EDGE]


def _edges(number: int, lines: Sequence[Line]) -> Iterator[_Edge]:
    for line in lines:
        found = _NUMBER.findall(line.text)
        values = tuple(int(text) if text.isdecimal() else roman_value(text) or 0 for text in found if len(text) < 10)
        yield _Edge(number, line, _NUMBER.sub("#", line.text).lower(), values)


def _comes_again(one: _Edge, index: dict[tuple[str, int], list[_Edge]]) -> bool:
    """Return whether a line stands on a page nearby at the same height, its numbers the same or counting the pages.

    The heading of an article is not one for which numbers may count on.
    """
    is_heading = not _PAGE.fullmatch(one.wording) and begins_with_label(one.line.text)
    for step in (-1, 0, 1):
        for other in index.get((one.wording, one.height + step), ()):
            apart = other.page - one.page
            if not 0 < abs(apart) <= _LEAVES or len(other.numbers) != len(one.numbers):
                continue
            counted = (theirs - ours for theirs, ours in zip(other.numbers, one.numbers, strict=True))
            if all(step == 0 or (step == apart and not is_heading) for step in counted):
                return True
    return False


def begins_with_label(text: str) -> bool:
    """Return whether a line begins with a number before other words, or is the heading of an article in some language.

    "Article 4 of this treaty" is neither: a line may begin so within a sentence.
    """
    label = find_label(text, NEUTRAL)
    if label is not None and label.end < len(text):
        return True
    if len(text) > _HEADING:
        return False
    found = (find_label(text, knowledge(tag)) for tag in known_tags())
    return any(one.end >= len(text) and _says(one) for one in found if one is not None)


def _says(label: Label) -> bool:
    """Return whether a label is a sign of its own, or has a word that some language has for labels."""
    words = _WORD.findall(label.frame.lower().replace("{n}", " "))
    return not words or not _label_words().isdisjoint(words)


@lru_cache(maxsize=1)
def _label_words() -> frozenset[str]:
    patterns = (pattern for tag in known_tags() for pattern in knowledge(tag).label_patterns)
    return frozenset(word for pattern in patterns for word in _WORD.findall(pattern.lower().replace("{n}", " ")))


def _is_alone(one: _Edge, pages: Sequence[Page]) -> bool:
    """Return whether a number is the last line of a lone page, far below the others."""
    if len(pages) > 1 or not _PAGE.fullmatch(one.wording):
        return False
    others = [line.bottom for line in pages[0].lines if line is not one.line]
    return bool(others) and min(others) - one.line.bottom > 2 * one.line.size
