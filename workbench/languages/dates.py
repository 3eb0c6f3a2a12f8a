"""Dates as they are written: day, month and year in the orders and cases of a language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from workbench.languages.knowledge import Knowledge
from workbench.languages.wordforms import fold, is_form

_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A date in a text: year and day may be missing (None); its place in code points, end exclusive."""

    start: int
    end: int
    year: int | None
    month: int
    day: int | None


@lru_cache(maxsize=64)
def _patterns(knowledge: Knowledge) -> tuple[re.Pattern[str], ...]:
    unspaced = knowledge.wordforms.unspaced
    if unspaced:
        names = sorted({re.escape(fold(name)) for month in knowledge.months for name in month}, key=len, reverse=True)
        month = f"(?P<month>{'|'.join(names)})" if names else "(?!)"
    else:
        month = r"(?P<month>[^\W\d_]{2,20}\.?)"
    parts = {"{day}": r"(?P<day>[0-3]?\d)", "{year}": r"(?P<year>\d{4})", "{month}": month}
    result = []
    for pattern in knowledge.date_patterns:
        pieces = re.split(r"(\{\w+\}|\s+)", fold(pattern))
        source = "".join(parts.get(piece) or (r"\s+" if piece.isspace() else re.escape(piece)) for piece in pieces)
        result.append(re.compile(rf"(?<!\d){source}(?!\d)" if unspaced else rf"(?<!\w){source}(?!\d)"))
    return tuple(result)


def _month(written: str, knowledge: Knowledge) -> int | None:
    for number, names in enumerate(knowledge.months, start=1):
        for name in names:
            if written in (fold(name), fold(name).removesuffix(".")) or is_form(
                written.removesuffix("."), fold(name).removesuffix("."), knowledge.wordforms
            ):
                return number
    return None


def dates(text: str, knowledge: Knowledge) -> tuple[FoundDate, ...]:
    """Return the dates of a text in order; where two readings overlap the longest wins."""
    if not _DIGIT.search(text):  # most segments: every date has a day or a year in digits
        return ()
    folded = fold(text)
    found: list[FoundDate] = []
    for pattern in _patterns(knowledge):
        fields = pattern.groupindex
        for match in pattern.finditer(folded):
            month = _month(match["month"], knowledge)
            day = int(match["day"]) if "day" in fields else None
            year = int(match["year"]) if "year" in fields else None
            if month is None or (day is not None and not 1 <= day <= 31):
                continue
            found.append(FoundDate(match.start(), match.end(), year, month, day))
    found.sort(key=lambda date: (date.start - date.end, date.start))
    kept: list[FoundDate] = []
    for date in found:
        if all(date.end <= other.start or date.start >= other.end for other in kept):
            kept.append(date)
    return tuple(sorted(kept, key=lambda date: date.start))
