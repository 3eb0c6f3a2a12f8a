"""Dates as they are written: day, month and year in the orders and cases of a language."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import product
from typing import NamedTuple

from workbench.languages.answers import Answers
from workbench.languages.cut import Cut, cut
from workbench.languages.knowledge import Knowledge
from workbench.languages.numeral_systems import chinese_value
from workbench.languages.taken import Taken
from workbench.languages.wordforms import fold, is_form, word_texts

_DIGIT = re.compile(r"\d")
_AROUND = 40  # code points before and behind a month's name in which its day and year stand
_DAY = r"[0-3]?\d"
_MARKS = {"«": '[«“„"]', "»": '[»”“"]', ",": ",?"}  # a pattern's marks, with those that texts have in their place
_CHARACTERS = "[〇○零一二三四五六七八九十]"
_IN_CHARACTERS = re.compile(f"{_CHARACTERS}[年日]")
_MAY_BE_NUMERIC = re.compile(r"\d(?:\d{3}-\d|\.\d{4})")
_NUMERIC = re.compile(
    r"(?<![\w.-])(?:(?P<day>[0-3]?\d)\.(?P<month>[01]?\d)\.(?P<year>\d{4})"
    r"|(?P<iso_year>\d{4})-(?P<iso_month>[01]\d)-(?P<iso_day>[0-3]\d))(?![\w-]|\.\d)"
)


class FoundDate(NamedTuple):
    """A date in a text: year and day may be missing (None); its place in code points, end exclusive."""

    start: int
    end: int
    year: int | None
    month: int
    day: int | None


@lru_cache(maxsize=64)
def _patterns(knowledge: Knowledge) -> tuple[tuple[str, str], ...]:
    """Return the patterns of dates for folded text, each with a word or sign that it cannot do without, or "".

    They are compiled once a text has that: of most languages a text has few.
    """
    unspaced = knowledge.wordforms.unspaced
    if unspaced:
        names = sorted({re.escape(fold(name)) for month in knowledge.months for name in month}, key=len, reverse=True)
        month = f"(?P<month>{'|'.join(names)})" if names else "(?!)"
    else:
        month = r"(?P<month>[^\W\d_]{2,20}\.?)"
    day, year = (
        (rf"(?:[0-3]?\d|{_CHARACTERS}{{1,3}})", rf"(?:\d{{4}}|{_CHARACTERS}{{4}})") if unspaced else (_DAY, r"\d{4}")
    )
    through = "|".join(map(re.escape, sorted(("-", *map(fold, knowledge.quantities.through)), key=len, reverse=True)))
    result = []
    for pattern in map(fold, knowledge.date_patterns):
        sign = re.search(r"\{day\}([^\s{]*)", pattern)
        first = rf"(?:(?P<first>{day})(?:{re.escape(sign[1])})? ?(?:{through}) ?)?" if sign else ""
        parts = {"{day}": rf"{first}(?P<day>{day})", "{year}": f"(?P<year>{year})", "{month}": month} | _MARKS
        pieces = re.split(r"(\{\w+\}|\s+|[«»,])", pattern)
        source = "".join(parts.get(piece) or (r"\s+" if piece.isspace() else re.escape(piece)) for piece in pieces)
        literal = max((piece for piece in pieces if piece.strip() and piece not in parts), key=len, default="")
        result.append((rf"(?<!\d){source}(?!\d)" if unspaced else rf"(?<!\w){source}(?!\d)", literal))
    return tuple(result)


_compiled = lru_cache(maxsize=1024)(re.compile)


def _number(written: str) -> int | None:
    return int(written) if written.isdecimal() else chinese_value(written)


@lru_cache(maxsize=8192)
def _month(written: str, knowledge: Knowledge) -> int | None:
    for number, names in enumerate(knowledge.months, start=1):
        for name in map(fold, names):
            if written in (name, name.removesuffix(".")):
                return number
            # What looks like an abbreviation with an ending is another word: Kyrgyz -деги is no form of дек.
            if not _is_short(name, names) and is_form(written.removesuffix("."), name, knowledge.wordforms):
                return number
    return None


def _is_short(name: str, names: Sequence[str]) -> bool:
    return name.endswith(".") or (len(name) <= 3 and max(map(len, names)) > 4)


@lru_cache(maxsize=1024)
def _may_be_other(written: str, knowledge: Knowledge) -> bool:
    """Return whether a month is written as other words are: abbreviated without a full stop, or English may."""
    if written.removesuffix(".") in knowledge.months_that_are_words:
        return True
    found = (
        _is_short(name, names) for names in knowledge.months for name in names if written == name.removesuffix(".")
    )
    return not written.endswith(".") and any(found)


def dates(text: str | Cut, knowledge: Knowledge) -> tuple[FoundDate, ...]:
    """Return the dates of a text in order; where two readings overlap the longest wins.

    `01.12.2024` and `2024-12-01` are read in every language. The first day of a range (`1–3 December`) is a date of its own
    that stands where the range stands.
    """
    text, unspaced = cut(text), knowledge.wordforms.unspaced
    if not (text.digit or (unspaced and _IN_CHARACTERS.search(text.text))):
        return ()  # most segments: every date has a day or a year in digits
    found = [*_in_digits(text.folded)] if _MAY_BE_NUMERIC.search(text.folded) else []
    if unspaced or any(map(_monthly(knowledge).__getitem__, text.words)):
        found += _in_words(text.text, text.folded, knowledge)
    if not found:
        return ()
    found.sort(key=lambda date: (date.start - date.end, date.start))
    kept: list[FoundDate] = []
    taken, days = Taken(), defaultdict[tuple[int, int], set[int | None]](set)
    for date in found:
        twins = days[date.start, date.end]
        if twins - {date.day} or taken.free(date.start, date.end):
            kept.append(date)
            taken.add(date.start, date.end)
            twins.add(date.day)
    return tuple(sorted(kept, key=lambda date: date.start))


@lru_cache(maxsize=64)
def _beginnings(knowledge: Knowledge) -> frozenset[str]:
    names = (fold(name) for month in knowledge.months for name in month)
    return frozenset(name[: 3 if len(name) > 4 else 2] for name in names)


@lru_cache(maxsize=64)
def _month_like(knowledge: Knowledge) -> re.Pattern[str]:
    # A name stands at the beginning of a word; what is before it is looked at behind its beginning, so that the search leaps.
    names = sorted(_beginnings(knowledge), key=len, reverse=True)
    sources = (rf"{re.escape(name)}(?<![^\W_].{{{len(name)}}})[^\W_]*" for name in names)
    return re.compile("|".join(sources) or "(?!)", re.DOTALL)


@lru_cache(maxsize=64)
def _monthly(knowledge: Knowledge) -> Answers[bool]:
    """Return whether a folded word is a month's name in any form."""
    return Answers(lambda word: any(True for _ in _windows(word, knowledge)))


def _may_hold_month(folded: str, knowledge: Knowledge) -> bool:
    """Return whether a word is a month's name: a cheap look before all patterns are tried."""
    return knowledge.wordforms.unspaced or any(_windows(folded, knowledge))


def _windows(folded: str, knowledge: Knowledge) -> Iterator[tuple[int, int]]:
    """Yield the stretches in which a date may stand: around each name of a month, near ones together; or the whole text."""
    if knowledge.wordforms.unspaced:
        yield 0, len(folded)
        return
    start, end = 0, -1
    for match in _month_like(knowledge).finditer(folded):
        if _month(match.group(), knowledge):
            if match.start() - _AROUND > end:
                if end >= 0:
                    yield start, end
                start = max(0, match.start() - _AROUND)
            end = match.end() + _AROUND
    if end >= 0:
        yield start, end


def _in_digits(folded: str) -> Iterator[FoundDate]:
    for match in _NUMERIC.finditer(folded):
        day, month, year = (int(match[name] or match[f"iso_{name}"]) for name in ("day", "month", "year"))
        if 1 <= month <= 12 and 1 <= day <= 31:
            yield FoundDate(match.start(), match.end(), year, month, day)


def _in_words(text: str, folded: str, knowledge: Knowledge) -> Iterator[FoundDate]:
    windows = _windows(folded, knowledge)
    if not knowledge.wordforms.unspaced:
        windows = ((start, end) for start, end in windows if _DIGIT.search(folded, start, end))
    for (start, end), (pattern, literal) in product(windows, _patterns(knowledge)):
        if folded.find(literal, start, end) < 0:
            continue
        for match in _compiled(pattern).finditer(folded, start, end):
            if match.end() == end < len(folded):
                continue  # what is cut off there is not near the month
            parts = match.groupdict()
            month = _month(parts["month"], knowledge)
            day, year = (_number(parts[name]) if parts.get(name) else None for name in ("day", "year"))
            if month is None or (parts.get("day") and not 1 <= (day or 0) <= 31):
                continue
            if not year and text[match.start("month")].islower() and _may_be_other(parts["month"], knowledge):
                continue  # "Article 5 may be amended"
            first = _number(parts["first"]) if parts.get("first") else None
            if first and day and first < day:
                yield FoundDate(match.start(), match.end(), year, month, first)
            yield FoundDate(match.start(), match.end(), year, month, day)


@lru_cache(maxsize=8)
def _month_names(knowledge: Knowledge) -> re.Pattern[str]:
    names = {fold(name): number for number, listed in enumerate(knowledge.months, start=1) for name in listed}
    source = "|".join(map(re.escape, sorted(names, key=len, reverse=True))) or "(?!)"
    return re.compile(rf"(?<![\d十])(?:{source})")


def month_spans(folded: str, knowledge: Knowledge) -> tuple[tuple[int, int], ...]:
    """Return where a folded text without spaces names months: the number of 5月 counts nothing."""
    if not knowledge.wordforms.unspaced:
        return ()
    return tuple(match.span() for match in _month_names(knowledge).finditer(folded))


def months_named(text: str, knowledge: Knowledge) -> frozenset[int]:
    """Return the months that a text names, dated or not ("in May")."""
    folded = fold(text)
    if knowledge.wordforms.unspaced:
        names = {folded[start:end] for start, end in month_spans(folded, knowledge)}
        months = enumerate(knowledge.months, start=1)
        return frozenset(number for number, listed in months if names & set(map(fold, listed)))
    if not _may_hold_month(folded, knowledge):
        return frozenset()
    return frozenset(filter(None, (_month(word, knowledge) for word in word_texts(folded))))
