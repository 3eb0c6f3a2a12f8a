"""Numbers that a text may hold somewhere: what it takes to say that a number does not stand there at all.

`traces("пятилетний план, G20, 12:30", knowledge("ru"))` holds 5, 20, 12 and 30: none of them is a quantity of the text, yet
a translation may well have "five years" there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

from workbench.languages.cut import Cut, cut
from workbench.languages.dates import dates
from workbench.languages.digits import LONGEST, digits
from workbench.languages.knowledge import Knowledge
from workbench.languages.number_words import number_words
from workbench.languages.numeral_systems import chinese_value, roman_value
from workbench.languages.numerals import numerals
from workbench.languages.quantities import quantities
from workbench.languages.wordforms import fold

_RUN = re.compile(r"\d+(?:[.,]\d+)*")
_AFTERNOON = re.compile(r"(?<!\d)(1[01]|[1-9])(?:[.:]\d\d)? ?p\.? ?m\b")
_PARTS = re.compile(r"[.,]")
_ROMAN = re.compile(r"(?<!\w)[IVXІХ]{1,6}(?!\w)")
_CHARACTERS = re.compile("[零〇一二两三四五六七八九十百千]+")
_CENTURY = Decimal(1900)  # the nineties are the 1990s
_DECADES = frozenset(map(Decimal, range(10, 100, 10)))
_SHORTEST = 3  # a shorter beginning of a word is hardly the number


def traces(text: str | Cut, knowledge: Knowledge) -> frozenset[Decimal]:
    """Return all numbers of a text, those of its dates, and those within words and signs: far too many, never too few."""
    found = frozenset(_all(cut(text), knowledge))
    years = [value for value in found if value < 2 * _CENTURY]
    decades = {one for value in years for one in (value - _CENTURY, value + _CENTURY) if one % 10 == 0}
    return found.union(one for one in decades if one in _DECADES or one - _CENTURY in _DECADES)


def _all(whole: Cut, knowledge: Knowledge) -> Iterator[Decimal]:
    dated = dates(whole, knowledge)
    yield from (quantity.value for quantity in quantities(whole, knowledge, dated))
    kept, at = [], 0
    for date in dated:
        yield from (Decimal(part) for part in (date.year, date.day) if part)
        kept.append(whole.text[at : date.start])
        at = max(at, date.end)
    # The month of 2024年5月 is no five; day and year are numbers where a date is not read as one.
    rest = Cut(" ".join((*kept, whole.text[at:]))) if kept else whole
    text, folded = rest.text, rest.folded
    yield from (Decimal(numeral.value) for numeral in numerals(rest, knowledge))
    yield from (number.value for number in digits(rest, knowledge.quantities.decimal))
    for hour in _AFTERNOON.findall(folded):
        yield Decimal(hour) + 12
    for run in _RUN.findall(folded):
        parts = [part for part in _PARTS.split(run) if len(part) <= LONGEST]
        if len(run) > LONGEST:
            yield from map(Decimal, parts)
            continue
        yield from map(Decimal, (*parts, "".join(parts)))  # 1,500 may be a decimal number or thousands
    yield from (Decimal(value) for match in _ROMAN.finditer(text) if (value := roman_value(match.group())))
    yield from (Decimal(value) for beginning, value in _implied(knowledge) if beginning.search(folded))
    if knowledge.wordforms.unspaced:
        runs = _CHARACTERS.findall(text)
        yield from (Decimal(value) for run in runs for one in (run, *run) if (value := chinese_value(one)) is not None)
    elif knowledge.cardinals:
        numbers = number_words(knowledge)
        for word in rest.words:
            beginnings = (word[:length] for length in range(_SHORTEST, len(word) + 1))
            yield from (Decimal(numbers[beginning].value) for beginning in beginnings if beginning in numbers)


@lru_cache(maxsize=64)
def _implied(knowledge: Knowledge) -> tuple[tuple[re.Pattern[str], int], ...]:
    before = "" if knowledge.wordforms.unspaced else r"(?<![^\W_])"
    listed = knowledge.quantities.implied.items()
    return tuple((re.compile(before + re.escape(fold(word))), value) for word, value in listed)
