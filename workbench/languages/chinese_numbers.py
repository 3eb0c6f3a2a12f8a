"""Numbers in running Chinese: `第六`, `六方`, `150万`, `三十五亿`, `百分之三十`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from workbench.languages.knowledge import Knowledge
from workbench.languages.numeral_systems import chinese_value

_DIGITS = "零〇○一二两三四五六七八九"
# No number is longer; without a bound a text of nothing but numerals would be gone through from each of them.
_LONGEST = 24
_NUMBER = f"[{_DIGITS}十百千]{{1,{_LONGEST}}}"
_FRACTION = f"(?:点[{_DIGITS}]{{1,{_LONGEST}}})?"
_LARGE = {"万亿": 10**12, "亿": 10**8, "万": 10**4}
_PERCENT = "百分之"


class Characters(NamedTuple):
    """A number in characters: its place (code points, end exclusive), value, whether it orders or is a percentage."""

    start: int
    end: int
    value: Decimal
    ordinal: bool = False
    percent: bool = False


@lru_cache(maxsize=8)
def _pattern(knowledge: Knowledge) -> re.Pattern[str]:
    prefixes = "|".join(map(re.escape, knowledge.ordinal_prefixes)) or "(?!)"
    listed = sorted({*knowledge.measures, *knowledge.quantities.counters}, key=len, reverse=True)
    measures = "|".join(map(re.escape, listed)) or "(?!)"
    large = "|".join(_LARGE)
    words = "|".join(map(re.escape, _listed(knowledge))) or "(?!)"
    # Without a measure word a number is one only when it is written out with a unit: 三十五, 五百万, but not 十分 or 千万.
    return re.compile(
        rf"(?P<percent>{_PERCENT})(?P<part>{_NUMBER}{_FRACTION})"
        rf"|(?P<prefix>{prefixes})(?P<ordinal>{_NUMBER})"
        rf"|(?P<head>[{_DIGITS}十][{_DIGITS}十百千]{{0,{_LONGEST}}}{_FRACTION})(?P<scale>{large})(?P<tail>{_NUMBER})?"
        rf"|(?P<listed>{words})"
        rf"|(?P<cardinal>{_NUMBER})(?={measures})"
        rf"|(?P<bare>[{_DIGITS}]十[{_DIGITS}]?|[{_DIGITS}][百千][{_DIGITS}十百]{{0,{_LONGEST}}})(?![分之])"
    )


def _listed(knowledge: Knowledge) -> tuple[str, ...]:
    """Return the words of the tables that are more than numerals: 首届, 双方."""
    return tuple(word for word in (*knowledge.ordinals, *knowledge.cardinals) if chinese_value(word) is None)


def _decimal(written: str) -> Decimal | None:
    whole, _, fraction = written.partition("点")
    value = chinese_value(whole)
    if value is None:
        return None
    return Decimal(f"{value}.{''.join(str(chinese_value(digit)) for digit in fraction)}" if fraction else value)


def characters(text: str, knowledge: Knowledge) -> Iterator[Characters]:
    """Yield the numbers in characters of a text; single digits and tens count only before a measure word (`六方`, not 一致)."""
    for match in _pattern(knowledge).finditer(text):
        if word := match["listed"]:
            ordinal = word in knowledge.ordinals
            value = Decimal(knowledge.ordinals[word] if ordinal else knowledge.cardinals[word])
            yield Characters(match.start(), match.end(), value, ordinal)
            continue
        written = match["part"] or match["ordinal"] or match["head"] or match["cardinal"] or match["bare"]
        number = _decimal(written)
        if number is None:
            continue
        if match["head"]:
            number = number * _LARGE[match["scale"]] + (chinese_value(match["tail"] or "零") or 0)
        # 五届 is five sessions, 五世纪 the fifth century
        orders = any(text.startswith(counter, match.end()) for counter in knowledge.quantities.ordering)
        yield Characters(match.start(), match.end(), number, bool(match["ordinal"]) or orders, bool(match["percent"]))
