"""Numbers in running text: digits and words, cardinal and ordinal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from workbench.languages.cut import Cut, cut, matches_at
from workbench.languages.digits import LONGEST
from workbench.languages.knowledge import Knowledge
from workbench.languages.numeral_systems import CHINESE_LETTERS, chinese_value
from workbench.languages.wordforms import fold

# Digits inside a word ("G20") are no number; in a text without spaces they may follow a letter (年12月).
_DIGITS = re.compile(
    r"(?<![^\W_㐀-鿿])(?<!\d[.,])(?P<whole>\d(?:\d{0,2}(?:[ \u00a0\u202f,]\d{3})+(?!\d)|\d*))(?P<fraction>[.,]\d+)?"
)


class Numeral(NamedTuple):
    """A whole number in a text: its value, its place (code points, end exclusive), whether it orders, whether it is a word."""

    value: int
    start: int
    end: int
    ordinal: bool
    word: bool


def numerals(text: str | Cut, knowledge: Knowledge) -> tuple[Numeral, ...]:
    """Return the whole numbers of a text in order, as digits (`5`, `5-й`, `150 000`) and as words (`fifth`, `altynjy`, `六方`).

    Fractions are left out. Words are those of the language's tables; tens and ones join (`двадцать пятый`).
    """
    text = cut(text)
    found = [*_digits(text, knowledge)]
    found += _chinese(text.text, knowledge) if knowledge.wordforms.unspaced else _words(text, knowledge)
    return tuple(sorted(found, key=lambda numeral: numeral.start))


@lru_cache(maxsize=64)
def ordinal_suffix(knowledge: Knowledge) -> re.Pattern[str]:
    """Return the pattern of what follows the digits of an ordinal, for folded text."""
    endings = sorted((fold(suffix) for suffix in knowledge.ordinal_suffixes), key=len, reverse=True)
    # A bare hyphen makes an ordinal only before a word (Uzbek 5-modda, Kyrgyz 1-декабрь).
    parts = [r"-(?=[^\W\d_])" if ending == "-" else re.escape(ending) + r"(?![^\W_])" for ending in endings]
    return re.compile("|".join(parts) if parts else r"(?!)")


def ordinal_prefix(text: str, start: int, knowledge: Knowledge) -> str:
    """Return what makes an ordinal of the digits that begin at `start` (Chinese 第), or ""."""
    prefixes = knowledge.ordinal_prefixes
    if not text.endswith(prefixes, 0, start):
        return ""
    return next(prefix for prefix in prefixes if text.endswith(prefix, 0, start))


def _digits(text: Cut, knowledge: Knowledge) -> Iterator[Numeral]:
    for match in matches_at(_DIGITS, text.text, text.figures):
        if match["fraction"] or match.end() - match.start() > LONGEST:
            continue
        whole = match["whole"]
        value = int(whole if whole.isdecimal() else re.sub(r"\D", "", whole))
        start, end = match.span("whole")
        suffix = ordinal_suffix(knowledge).match(text.folded, end)
        prefix = ordinal_prefix(text.text, start, knowledge)
        if suffix:
            end = suffix.end()
        yield Numeral(value, start - len(prefix), end, bool(suffix or prefix), word=False)


@lru_cache(maxsize=64)
def _folded(knowledge: Knowledge) -> tuple[Mapping[str, int], Mapping[str, int]]:
    cardinals, ordinals = knowledge.cardinals.items(), knowledge.ordinals.items()
    return {fold(word): value for word, value in cardinals}, {fold(word): value for word, value in ordinals}


@lru_cache(maxsize=64)
def folded_numbers(knowledge: Knowledge) -> frozenset[str]:
    """Return the folded words that are numbers, or a part of one, in running text."""
    return frozenset().union(*_folded(knowledge))


def _words(text: Cut, knowledge: Knowledge) -> Iterator[Numeral]:
    numbers = folded_numbers(knowledge)
    if numbers.isdisjoint(text.telling):  # most segments
        return
    cardinals, ordinals = _folded(knowledge)
    folded, spans = text.folded, text.spans
    found = [at for at, word in enumerate(text.words) if word in numbers]
    tens: tuple[int, int, int] | None = (
        None  # value, start and end of a word like "twenty" or Kazakh "он" that may go on
    )
    for word, start, end in spans[found[0] : found[-1] + 1]:
        if tens is None and word not in cardinals and word not in ordinals:
            continue
        cardinal, ordinal = cardinals.get(word), ordinals.get(word)
        value = ordinal if ordinal is not None else cardinal
        if value is not None and tens and 0 < value < 10 and not folded[tens[2] : start].strip(" -"):
            yield Numeral(tens[0] + value, tens[1], end, ordinal is not None, word=True)
            tens = None
            continue
        if tens:
            yield Numeral(tens[0], tens[1], tens[2], ordinal=False, word=True)
            tens = None
        if value is None:
            continue
        if ordinal is None and value % 10 == 0 and 10 <= value <= 90:
            tens = (value, start, end)
        else:
            yield Numeral(value, start, end, ordinal is not None, word=True)
    if tens:
        yield Numeral(tens[0], tens[1], tens[2], ordinal=False, word=True)


@lru_cache(maxsize=8)
def _chinese_pattern(knowledge: Knowledge) -> re.Pattern[str]:
    prefix = "|".join(re.escape(p) for p in knowledge.ordinal_prefixes) or "(?!)"
    measures = "|".join(re.escape(m) for m in sorted(knowledge.measures, key=len, reverse=True)) or "(?!)"
    number = f"[{CHINESE_LETTERS}]{{1,24}}"  # no number is longer, and each place of a long run is begun at
    return re.compile(f"(?P<prefix>{prefix})(?P<ordinal>{number})|(?P<cardinal>{number})(?={measures})")


def _chinese(text: str, knowledge: Knowledge) -> Iterator[Numeral]:
    for match in _chinese_pattern(knowledge).finditer(text):
        value = chinese_value(match["ordinal"] or match["cardinal"])
        if value is not None:
            yield Numeral(value, match.start(), match.end(), match["ordinal"] is not None, word=True)
