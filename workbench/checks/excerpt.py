"""The line that a finding stands in, cut around its words to what a terminal shows."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

from workbench.checks.finding import Finding
from workbench.model.terminal import plain, width

CUT = "…"
_CONTEXT = 36  # cells of the line that are shown on either side of the words
_WIDEST = 72  # cells of the words themselves
_READ = 8  # code points that are looked at for a cell: marks take none


@dataclass(frozen=True, slots=True)
class Excerpt:
    """What is shown of a line: before the words, the words, behind them; controls as escapes."""

    before: str
    words: str
    after: str


def excerpt(finding: Finding) -> Excerpt:
    """Return what is shown of the line of a finding; of a long line only what is near the words is looked at."""
    at, line = finding.location, finding.excerpt
    start, end = at.column - 1, at.end_column - 1
    words = shortened(line[start:end], _WIDEST)
    # Where words are cut, what follows them would seem to follow the cut.
    room = 0 if words.endswith(CUT) else _CONTEXT if start else 2 * _CONTEXT
    after = shortened(line[end : end + room * _READ + 1], room) if room else ""
    return Excerpt(_tail(line, start, _CONTEXT), words, after)


def shortened(text: str, cells: int) -> str:
    """Return as much of the beginning of a text as `cells` hold, plain, with an ellipsis where it is cut."""
    near = text[: cells * _READ]
    shown = plain(near)
    if len(near) == len(text) and width(shown) <= cells:
        return shown
    end = used = 0
    while end < len(shown) and (used := used + width(shown[end])) < cells:
        end += 1
    return shown[:end] + CUT


def _tail(line: str, end: int, cells: int) -> str:
    """Return as much of what stands before `end` as `cells` hold, plain, with an ellipsis where it is cut."""
    begin = max(0, end - cells * _READ)
    shown = plain(line[begin:end])
    if not begin and width(shown) <= cells:
        return shown
    start, used = len(shown), 0
    while start and (used := used + width(shown[start - 1])) < cells:
        start -= 1
    while start < len(shown) and unicodedata.combining(shown[start]):  # a mark whose letter is cut off
        start += 1
    return CUT + shown[start:]
