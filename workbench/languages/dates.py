"""Dates as they are written: day, month and year in the orders and cases of a language."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from workbench.languages.answers import Answers
from workbench.languages.cut import Cut, cut, matches_at
from workbench.languages.knowledge import Knowledge
from workbench.languages.numeral_systems import chinese_value
from workbench.languages.taken import Taken
from workbench.languages.wordforms import fold, is_form, word_texts

_AROUND = 40  # code points before and behind a month's name in which its day and year stand
_DAY = r"[0-3]?\d"
_MARKS = {"«": '[«“„"]', "»": '[»”“"]', ",": ",?"}  # a pattern's marks, with those that texts have in their place
_CHARACTERS = "[〇○零一二三四五六七八九十]"
_IN_CHARACTERS = re.compile(f"{_CHARACTERS}[年日]")
_NUMERIC = re.compile(
    r"(?<![\w.-])(?:(?P<day>[0-3]?\d)\.(?P<month>[01]?\d)\.(?P<year>\d{4})"
    r"|(?P<iso_year>\d{4})-(?P<iso_month>[01]\d)-(?P<iso_day>[0-3]\d))(?![\w-]|\.\d)"
)
# A month and a year, but no number of an act (№ 03/2024) and no decimal (10.2024 %).
_MONTH_AND_YEAR = re.compile(
    r"(?<![\w./-])(?<!№)(?<!№ )(?<!no\. )(?P<month>0[1-9]|1[0-2])[./](?P<year>(?:19|20)\d\d)(?![\w/-]|[.,]\d|\s?%)"
)


class FoundDate(NamedTuple):
    """A date in a text: year and day may be missing (None); its place in code points, end exclusive."""

    start: int
    end: int
    year: int | None
    month: int
    day: int | None


class _Pattern(NamedTuple):
    """A pattern of dates for folded text, with a word or sign that it cannot do without, or "", and what it begins with.

    It is compiled once a text has that word: of most languages a text has few patterns.
    """

    source: str
    literal: str
    first: str


@lru_cache(maxsize=64)
def _patterns(knowledge: Knowledge) -> tuple[_Pattern, ...]:
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
        whole = rf"(?<!\d){source}(?!\d)" if unspaced else rf"(?<!\w){source}(?!\d)"
        result.append(_Pattern(whole, literal, next(filter(None, pieces), "")))
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

    `01.12.2024`, `2024-12-01`, `12.2024` and `12/2024` are read in every language.
    The first day of a range (`1–3 December`) is a date of its own
    that stands where the range stands.
    """
    text, unspaced = cut(text), knowledge.wordforms.unspaced
    if not (text.figures or (unspaced and _IN_CHARACTERS.search(text.text))):
        return ()  # most segments: every date has a day or a year in digits
    found = [*_in_digits(text)]
    if unspaced or any(map(months_in(knowledge).__getitem__, text.telling)):
        found += _in_words(text, knowledge)
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
def months_in(knowledge: Knowledge) -> Answers[tuple[tuple[int, int], ...]]:
    """Return where in a folded word the names of months stand, in any form: of nearly all words nowhere."""
    like = _month_like(knowledge)
    return Answers(
        lambda word: tuple(match.span() for match in like.finditer(word) if _month(match.group(), knowledge))
    )


@dataclass(slots=True)
class _Window:
    """A stretch of a text in which a date may stand, and where in it names of months begin."""

    start: int
    end: int
    months: list[int]


def _windows(text: Cut, knowledge: Knowledge) -> list[_Window]:
    """Return the stretches in which a date may stand: around each name of a month, near ones together."""
    named = months_in(knowledge)
    months = ((at + start, at + end) for word, at, _ in text.spans for start, end in named[word])
    found: list[_Window] = []
    for start, end in months:
        if not found or start - _AROUND > found[-1].end:
            found.append(_Window(max(0, start - _AROUND), end + _AROUND, []))
        found[-1].end = end + _AROUND
        found[-1].months.append(start)
    return found


def _in_digits(text: Cut) -> Iterator[FoundDate]:
    for match in matches_at(_NUMERIC, text.folded, text.figures):
        day, month, year = (int(match[name] or match[f"iso_{name}"]) for name in ("day", "month", "year"))
        if 1 <= month <= 12 and 1 <= day <= 31:
            yield FoundDate(match.start(), match.end(), year, month, day)
    for match in matches_at(_MONTH_AND_YEAR, text.folded, text.figures):
        yield FoundDate(match.start(), match.end(), int(match["year"]), int(match["month"]), None)


def _in_words(text: Cut, knowledge: Knowledge) -> Iterator[FoundDate]:
    for match in _near_months(text, knowledge) if not knowledge.wordforms.unspaced else _anywhere(text, knowledge):
        parts = match.groupdict()
        month = _month(parts["month"], knowledge)
        day, year = (_number(parts[name]) if parts.get(name) else None for name in ("day", "year"))
        if month is None or (parts.get("day") and not 1 <= (day or 0) <= 31):
            continue
        if not year and text.text[match.start("month")].islower() and _may_be_other(parts["month"], knowledge):
            continue  # "Article 5 may be amended"
        first = _number(parts["first"]) if parts.get("first") else None
        if first and day and first < day:
            yield FoundDate(match.start(), match.end(), year, month, first)
        yield FoundDate(match.start(), match.end(), year, month, day)


def _anywhere(text: Cut, knowledge: Knowledge) -> Iterator[re.Match[str]]:
    """Yield what is like a date in a text without spaces."""
    for pattern in _patterns(knowledge):
        if pattern.literal in text.folded:
            yield from _compiled(pattern.source).finditer(text.folded)


def _near_months(text: Cut, knowledge: Knowledge) -> Iterator[re.Match[str]]:
    """Yield what is like a date around the names of months; what is cut off there is not near the month."""
    folded = text.folded
    for window in _windows(text, knowledge):
        start, end = window.start, window.end
        figures = [figure for figure in text.figures if start <= figure < end]
        for pattern in _patterns(knowledge) if figures else ():
            if folded.find(pattern.literal, start, end) < 0:
                continue
            compiled = _compiled(pattern.source)
            match pattern.first:
                case "{month}":
                    found = matches_at(compiled, folded, window.months, end)
                case "{day}" | "{year}":
                    found = matches_at(compiled, folded, figures, end)
                case _:
                    found = compiled.finditer(folded, start, end)
            yield from (match for match in found if match.end() < end or end >= len(folded))


@lru_cache(maxsize=8)
def _month_names(knowledge: Knowledge) -> tuple[str, re.Pattern[str]]:
    """Return a sign that all names of months have (月), or "", and the pattern of the names."""
    names = {fold(name) for listed in knowledge.months for name in listed}
    if not names:
        return "", re.compile("(?!)")
    shared = min(frozenset.intersection(*map(frozenset, names)), default="")
    first = re.escape("".join(sorted({name[0] for name in names})))
    source = "|".join(map(re.escape, sorted(names, key=len, reverse=True)))
    return shared, re.compile(rf"(?=[{first}])(?<![\d十])(?:{source})")


def month_spans(folded: str, knowledge: Knowledge) -> tuple[tuple[int, int], ...]:
    """Return where a folded text without spaces names months: the number of 5月 counts nothing."""
    if not knowledge.wordforms.unspaced:
        return ()
    sign, names = _month_names(knowledge)
    return tuple(match.span() for match in names.finditer(folded)) if sign in folded else ()


def months_named(text: str, knowledge: Knowledge) -> frozenset[int]:
    """Return the months that a text names, dated or not ("in May")."""
    folded = fold(text)
    if knowledge.wordforms.unspaced:
        names = {folded[start:end] for start, end in month_spans(folded, knowledge)}
        months = enumerate(knowledge.months, start=1)
        return frozenset(number for number, listed in months if names & set(map(fold, listed)))
    there = word_texts(folded)
    if not any(map(months_in(knowledge).__getitem__, there)):
        return frozenset()
    return frozenset(filter(None, (_month(word, knowledge) for word in there)))
