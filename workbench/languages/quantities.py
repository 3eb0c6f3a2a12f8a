"""Quantities in running text, so that versions can be compared: counts, ordinals, percentages, money.

`quantities("на сумму 1,5 млрд долларов США", knowledge("ru"))` finds the same value and unit as `quantities("15亿美元", …)`.
Dates are left to `workbench.languages.dates`; years are cardinals in every language (`2024-ýyl`, `2024 году`, `2024年`).
The two ends of a range are two quantities of one kind and unit.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from workbench.languages.answers import Answers
from workbench.languages.chinese_numbers import characters
from workbench.languages.cut import Cut, cut
from workbench.languages.dates import FoundDate, dates, month_spans
from workbench.languages.digits import digits
from workbench.languages.knowledge import Knowledge
from workbench.languages.number_words import counted, number_words
from workbench.languages.numeral_systems import roman_value
from workbench.languages.numerals import ordinal_prefix, ordinal_suffix
from workbench.languages.taken import Taken
from workbench.languages.units import PERCENT, is_behind_unit, unit_at
from workbench.languages.wordforms import fold, is_form, word_texts

# Roman numerals of centuries and congresses: two letters at least, Latin or their Cyrillic look-alikes.
_ROMAN = re.compile(r"[IVXІХ](?<![\w-][IVXІХ])[IVXІХ]{1,5}(?![\w'’])")
# The words that hold such a numeral, in lower case.
_ROMAN_WORD = re.compile("(?:^|')[ivxіх]{2,6}$")
MAY_BE_ROMAN = Answers(lambda word: _ROMAN_WORD.search(word) is not None)
_MARKS = ".,;:!?)]»”"
_WORD_BEHIND = re.compile(r"[ -]?(?P<word>[^\W\d_]+)")
_WORD_BEFORE = re.compile(r"(?P<word>[^\W\d_]+) $")
_LONGEST = 12  # code points of the longest word for a year, and its space
_FIRST_YEAR, _LAST_YEAR = 1000, 3000  # exclusive


class QuantityKind(StrEnum):
    """What a number says: how many, the how-manieth, how much of a hundred, how much money."""

    CARDINAL = "cardinal"
    ORDINAL = "ordinal"
    PERCENT = "percent"
    MONEY = "money"


_MEASURED = frozenset({QuantityKind.PERCENT, QuantityKind.MONEY})


class Quantity(NamedTuple):
    """A number in a text with its unit: its place is in code points, end exclusive, and covers suffix, scale and unit.

    `unit` is a code of ISO 4217 for money, else empty; `word` says that the number itself is written in words or characters.
    """

    start: int
    end: int
    kind: QuantityKind
    value: Decimal
    unit: str = ""
    word: bool = False


def quantities(text: str | Cut, knowledge: Knowledge, dated: Sequence[FoundDate] | None = None) -> tuple[Quantity, ...]:
    """Return the quantities of a text in order. Numbers within dates are left out, and so are words that count nothing.

    `dated` are the dates of the text, where they are known already.
    """
    text = cut(text)
    found = [*_from_digits(text, knowledge)]
    found += _from_words(text, knowledge)
    if any(map(MAY_BE_ROMAN.__getitem__, text.telling)):
        found += _from_roman(text.text)
    if not found:
        return ()
    found.sort(key=lambda quantity: (quantity.start, -quantity.end))
    kept = _free(found, [*_others(text, knowledge, dated, any(one.word for one in found))])
    if any(one.kind in _MEASURED for one in kept):
        return tuple(_ranged(text.folded, kept, knowledge))
    return tuple(kept)


def _others(
    text: Cut, knowledge: Knowledge, dated: Sequence[FoundDate] | None, worded: bool
) -> Iterator[tuple[int, int]]:
    """Yield the stretches whose numbers are left out: of words that count nothing, months and dates."""
    if worded and _may_be_silenced(text, knowledge):
        for match in _silenced(knowledge).finditer(text.folded):
            yield match.span()
    yield from month_spans(text.folded, knowledge)
    if text.figures or knowledge.wordforms.unspaced:
        for date in dates(text, knowledge) if dated is None else dated:
            yield date.start, date.end


def _free(found: Sequence[Quantity], others: Sequence[tuple[int, int]]) -> list[Quantity]:
    """Return the quantities, in order, that overlap neither other stretches nor one that is kept."""
    if not others and all(one.end <= following.start for one, following in pairwise(found)):
        return [*found]  # most texts
    taken = Taken()
    for start, end in others:
        taken.add(start, end)
    kept: list[Quantity] = []
    for quantity in found:
        if taken.free(quantity.start, quantity.end):
            taken.add(quantity.start, quantity.end)
            kept.append(quantity)
    return kept


@lru_cache(maxsize=64)
def _not_numbers(knowledge: Knowledge) -> tuple[str, ...]:
    return tuple(sorted(map(fold, knowledge.quantities.not_numbers), key=len, reverse=True))


def _may_be_silenced(text: Cut, knowledge: Knowledge) -> bool:
    """Return whether a phrase may stand in a text that counts nothing: two cheap questions."""
    if not knowledge.wordforms.unspaced and _silencing(knowledge).isdisjoint(text.words):
        return False
    return any(map(text.folded.__contains__, _not_numbers(knowledge)))


@lru_cache(maxsize=64)
def _silencing(knowledge: Knowledge) -> frozenset[str]:
    """Return of each phrase that counts nothing the longest word: a text without it does not have the phrase."""
    return frozenset(max(words, key=len) for phrase in _not_numbers(knowledge) if (words := word_texts(phrase)))


@lru_cache(maxsize=64)
def _silenced(knowledge: Knowledge) -> re.Pattern[str]:
    phrases = _not_numbers(knowledge)
    if not phrases:
        return re.compile(r"(?!)")
    source = "|".join(map(re.escape, phrases))
    return re.compile(source if knowledge.wordforms.unspaced else rf"(?<![^\W_])(?:{source})(?![^\W_])")


@lru_cache(maxsize=64)
def _scale(knowledge: Knowledge) -> re.Pattern[str]:
    names = sorted(map(fold, knowledge.quantities.scales), key=len, reverse=True)
    if not names:
        return re.compile(r"(?!)")
    source = "|".join(map(re.escape, names))
    # Chinese 千克 and 千米 are units of their own.
    return re.compile(
        rf"(?P<scale>{source})余?(?![克米瓦])"
        if knowledge.wordforms.unspaced
        else rf"[ -]?(?P<scale>{source})(?:\.|(?![^\W_]))"
    )


@lru_cache(maxsize=64)
def _folded_multiples(knowledge: Knowledge) -> Mapping[str, int]:
    return {fold(word): value for word, value in knowledge.quantities.multiples.items()}


@lru_cache(maxsize=64)
def _multiple(knowledge: Knowledge) -> re.Pattern[str]:
    names = sorted(_folded_multiples(knowledge), key=len, reverse=True)
    source = "|".join(map(re.escape, names)) or "(?!)"
    return re.compile(rf"(?P<word>{source})" if knowledge.wordforms.unspaced else rf"[ -]?(?P<word>{source})(?![^\W_])")


def _multiplied(folded: str, quantity: Quantity, knowledge: Knowledge) -> Quantity:
    """Return a number with the word for so many behind it (three decades, 2 dozen) as the one number that they are."""
    word = _multiple(knowledge).match(folded, quantity.end)
    if word is None or quantity.kind is not QuantityKind.CARDINAL:
        return quantity
    return quantity._replace(end=word.end(), value=quantity.value * _folded_multiples(knowledge)[word["word"]])


@lru_cache(maxsize=64)
def _ends(knowledge: Knowledge) -> frozenset[str]:
    """Return what stands behind a number that nothing belongs to: the end of the text, and marks that begin no suffix."""
    return frozenset(("", *_MARKS)) - {suffix[:1] for suffix in knowledge.ordinal_suffixes}


def _from_digits(text: Cut, knowledge: Knowledge) -> Iterator[Quantity]:
    folded, ends, scale = text.folded, _ends(knowledge), _scale(knowledge)
    for start, end, value in digits(text, knowledge.quantities.decimal):
        alone = folded[end : end + 1] in ends
        if not alone and (found := scale.match(folded, end)):
            value *= knowledge.quantities.scales[found["scale"]]
            end = found.end()
        whole = value.to_integral_value()
        quantity = Quantity(start, end, QuantityKind.CARDINAL, whole if whole == value else value.normalize())
        if not alone:
            quantity = _measured(folded, _multiplied(folded, quantity, knowledge), knowledge)
        elif knowledge.ordinal_prefixes or is_behind_unit(folded, start):
            quantity = _measured(folded, quantity, knowledge)
        yield quantity


def _from_words(text: Cut, knowledge: Knowledge) -> Iterator[Quantity]:
    folded = text.folded
    if knowledge.wordforms.unspaced:
        for number in characters(folded, knowledge):
            kind = QuantityKind.ORDINAL if number.ordinal else QuantityKind.CARDINAL
            quantity = Quantity(number.start, number.end, kind, number.value, word=True)
            yield (
                quantity._replace(kind=QuantityKind.PERCENT)
                if number.percent
                else _measured(folded, quantity, knowledge)
            )
    elif knowledge.cardinals and not number_words(knowledge).keys().isdisjoint(text.telling):
        for found in counted(text, knowledge):
            kind = QuantityKind.ORDINAL if found.ordinal else QuantityKind.CARDINAL
            quantity = Quantity(found.start, found.end, kind, Decimal(found.value), word=True)
            yield _measured(folded, _multiplied(folded, quantity, knowledge), knowledge)


def _from_roman(text: str) -> Iterator[Quantity]:
    for match in _ROMAN.finditer(text):
        if value := roman_value(match.group()):
            yield Quantity(match.start(), match.end(), QuantityKind.ORDINAL, Decimal(value))


def _measured(folded: str, quantity: Quantity, knowledge: Knowledge) -> Quantity:
    """Return a number with the unit, the ordinal suffix or the ordinal prefix that stands beside it."""
    if quantity.kind is QuantityKind.ORDINAL:
        return quantity
    if unit := unit_at(folded, quantity.start, quantity.end, knowledge):
        if unit.name == PERCENT:
            return quantity._replace(start=unit.start, end=unit.end, kind=QuantityKind.PERCENT)
        return quantity._replace(start=unit.start, end=unit.end, kind=QuantityKind.MONEY, unit=unit.name)
    if quantity.word:
        return quantity
    prefix = ordinal_prefix(folded, quantity.start, knowledge)
    suffix = ordinal_suffix(knowledge).match(folded, quantity.end)
    orders = prefix or folded.startswith(knowledge.quantities.ordering, quantity.end)
    if not (orders or suffix) or quantity.value != quantity.value.to_integral_value():
        return quantity
    written = suffix.group() if suffix else ""
    end = quantity.end + len(written)
    counts = written in knowledge.quantities.counting_suffixes or _is_count(folded, quantity, end, knowledge)
    kind = QuantityKind.CARDINAL if counts else QuantityKind.ORDINAL
    return quantity._replace(start=quantity.start - len(prefix), end=end - written.endswith("-"), kind=kind)


def _is_count(folded: str, quantity: Quantity, end: int, knowledge: Knowledge) -> bool:
    """Return whether what looks like an ordinal is none: a year (`2024-ýyl`), or a number with a case ending (`2025-ке`)."""
    behind = _WORD_BEHIND.match(folded, end)
    if behind and folded[end - 1] == "-" and behind["word"] in knowledge.wordforms.endings:
        return True
    if not _FIRST_YEAR <= quantity.value < _LAST_YEAR:
        return False
    before = _WORD_BEFORE.search(folded, max(0, quantity.start - _LONGEST), quantity.start)  # Tajik соли 2024-ум
    beside = [match["word"] for match in (behind, before) if match]
    years = knowledge.quantities.years
    return any(is_form(word, fold(year), knowledge.wordforms) for word in beside for year in years)


@lru_cache(maxsize=64)
def _through(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(("-", *map(fold, knowledge.quantities.through)))


def _ranged(folded: str, found: Sequence[Quantity], knowledge: Knowledge) -> Iterator[Quantity]:
    """Give the first end of a range (`10–15 %`, `от 10 до 15 процентов`) the kind and unit of its second."""
    through = _through(knowledge)
    for position, quantity in enumerate(found):
        following = found[position + 1] if position + 1 < len(found) else None
        if (
            following is not None
            and quantity.kind is QuantityKind.CARDINAL
            and following.kind in _MEASURED
            and folded[quantity.end : following.start].strip() in through
        ):
            yield quantity._replace(kind=following.kind, unit=following.unit)
        else:
            yield quantity
