"""Percentages and money: the unit that stands before or behind a number."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from workbench.languages.knowledge import Knowledge
from workbench.languages.wordforms import fold, is_form

PERCENT = "%"
_SIGNS = {"$": "USD", "€": "EUR", "¥": "CNY", "￥": "CNY", "₽": "RUB", "₸": "KZT"}
_CODES = ("usd", "eur", "cny", "rmb", "rub", "kzt", "kgs", "tjs", "tmt", "uzs")
_LAST = frozenset((*_SIGNS, *(code[-1] for code in _CODES)))
_SIGN = "[" + "".join(_SIGNS) + "]"
_BEFORE = re.compile(
    rf"(?:(?:(?<![^\W_])(?:us|u\.s\.) ?)?(?P<sign>{_SIGN})|(?<![^\W_])(?P<code>{'|'.join(_CODES)})) ?$"
)
_BEHIND = re.compile(rf" ?(?:(?P<percent>[%٪％])|(?P<sign>{_SIGN})|(?P<code>{'|'.join(_CODES)})(?![^\W_]))")
_WIDEST = 8  # what stands before a number is looked for in so many code points


class Unit(NamedTuple):
    """A unit beside a number: `%` or a code of ISO 4217, and the stretch of number and unit together."""

    name: str
    start: int
    end: int


def is_behind_unit(folded: str, start: int) -> bool:
    """Return whether a unit may stand before a number that begins at `start`: a cheap question."""
    near = folded[start - 2 : start].rstrip(" ") if start > 1 else folded[:start]
    return near[-1:] in _LAST


def unit_at(folded: str, start: int, end: int, knowledge: Knowledge) -> Unit | None:
    """Return the unit of the number that stands from `start` to `end` in a folded text, or None.

    Signs and ISO codes are read in every language, words (`процентов`, `million АҚШ доллары`, `亿美元`) in those that data names.
    """
    if is_behind_unit(folded, start) and (before := _BEFORE.search(folded, max(0, start - _WIDEST), start)):
        return Unit(_code(before), before.start(), end)
    if behind := _BEHIND.match(folded, end):
        return Unit(PERCENT if behind["percent"] else _code(behind), start, behind.end())
    words = knowledge.quantities
    if not words.percent and not words.currencies:
        return None
    match = _worded(knowledge).match(folded, end)
    if match is None:
        return None
    if knowledge.wordforms.unspaced:
        return Unit(_literal(knowledge)[match["word"]], start, match.end("word"))
    for group in ("two", "word"):
        if match[group] and (name := _name(match[group], knowledge)):
            return Unit(name, start, match.end(group))
    return None


def _code(match: re.Match[str]) -> str:
    if match["sign"]:
        return _SIGNS[match["sign"]]
    return "CNY" if match["code"] == "rmb" else match["code"].upper()


@lru_cache(maxsize=64)
def _literal(knowledge: Knowledge) -> dict[str, str]:
    table = {fold(name): code for code, names in knowledge.quantities.currencies.items() for name in names}
    return table | {fold(name): PERCENT for name in knowledge.quantities.percent}


@lru_cache(maxsize=64)
def _worded(knowledge: Knowledge) -> re.Pattern[str]:
    qualifiers = "|".join(re.escape(fold(word)) for word in knowledge.quantities.qualifiers) or "(?!)"
    if knowledge.wordforms.unspaced:
        names = "|".join(map(re.escape, sorted(_literal(knowledge), key=len, reverse=True)))
        return re.compile(f"(?:{qualifiers})?(?P<word>{names})")
    letters = r"[^\W\d_](?:'?[^\W\d_])*"
    return re.compile(rf" ?-?(?:(?:{qualifiers}) )?(?P<two>(?P<word>{letters})(?: {letters})?)")


@lru_cache(maxsize=8192)
def _name(written: str, knowledge: Knowledge) -> str | None:
    parts = written.split(" ")
    for unit, name in _literal(knowledge).items():
        nouns = unit.split(" ")
        if len(nouns) == len(parts) and all(map(is_form, parts, nouns, [knowledge.wordforms] * len(parts))):
            return name
    return None
