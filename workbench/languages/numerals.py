"""Numbers in running text: digits and words, cardinal and ordinal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from workbench.languages.knowledge import Knowledge
from workbench.languages.numeral_systems import CHINESE_LETTERS, chinese_value
from workbench.languages.wordforms import fold, word_texts, words

# Digits inside a word ("G20") are no number; in a text without spaces they may follow a letter (年12月).
_DIGITS = re.compile(
    r"(?<![^\W_㐀-鿿])(?<!\d[.,])(?P<whole>\d{1,3}(?:[ \u00a0\u202f,]\d{3})+(?!\d)|\d+)(?P<fraction>[.,]\d+)?"
)


@dataclass(frozen=True, slots=True)
class Numeral:
    """A whole number in a text: its value, its place (code points, end exclusive), whether it orders, whether it is a word."""

    value: int
    start: int
    end: int
    ordinal: bool
    word: bool


def numerals(text: str, knowledge: Knowledge) -> tuple[Numeral, ...]:
    """Return the whole numbers of a text in order, as digits (`5`, `5-й`, `150 000`) and as words (`fifth`, `altynjy`, `六方`).

    Fractions are left out. Words are those of the language's tables; tens and ones join (`двадцать пятый`).
    """
    found = [*_digits(text, knowledge)]
    found += _chinese(text, knowledge) if knowledge.wordforms.unspaced else _words(text, knowledge)
    return tuple(sorted(found, key=lambda numeral: numeral.start))


@lru_cache(maxsize=64)
def ordinal_suffix(knowledge: Knowledge) -> re.Pattern[str]:
    """Return the pattern of what follows the digits of an ordinal, for folded text."""
    endings = sorted((fold(suffix) for suffix in knowledge.ordinal_suffixes), key=len, reverse=True)
    # A bare hyphen makes an ordinal only before a word (Uzbek 5-modda, Kyrgyz 1-декабрь).
    parts = [r"-(?=[^\W\d_])" if ending == "-" else re.escape(ending) + r"(?![^\W_])" for ending in endings]
    return re.compile("|".join(parts) if parts else r"(?!)")


def _digits(text: str, knowledge: Knowledge) -> Iterator[Numeral]:
    folded = fold(text)
    for match in _DIGITS.finditer(text):
        if match["fraction"]:
            continue
        value = int(re.sub(r"\D", "", match["whole"]))
        start, end = match.span("whole")
        suffix = ordinal_suffix(knowledge).match(folded, end)
        prefix = next((p for p in knowledge.ordinal_prefixes if text.endswith(p, 0, start)), "")
        if suffix:
            end = suffix.end()
        yield Numeral(value, start - len(prefix), end, bool(suffix or prefix), word=False)


@lru_cache(maxsize=64)
def _number_words(knowledge: Knowledge) -> frozenset[str]:
    return frozenset(knowledge.cardinals) | frozenset(knowledge.ordinals)


def _words(text: str, knowledge: Knowledge) -> Iterator[Numeral]:
    if not knowledge.cardinals and not knowledge.ordinals:
        return
    if _number_words(knowledge).isdisjoint(word_texts(fold(text))):  # most segments
        return
    tens: tuple[int, int, int] | None = (
        None  # value, start and end of a word like "twenty" or Kazakh "он" that may go on
    )
    for word in words(text):
        key = fold(word.text)
        cardinal, ordinal = knowledge.cardinals.get(key), knowledge.ordinals.get(key)
        value = ordinal if ordinal is not None else cardinal
        if value is not None and tens and 0 < value < 10 and not text[tens[2] : word.start].strip(" -\u00a0‑"):
            yield Numeral(tens[0] + value, tens[1], word.end, ordinal is not None, word=True)
            tens = None
            continue
        if tens:
            yield Numeral(tens[0], tens[1], tens[2], ordinal=False, word=True)
            tens = None
        if value is None:
            continue
        if ordinal is None and value % 10 == 0 and 10 <= value <= 90:
            tens = (value, word.start, word.end)
        else:
            yield Numeral(value, word.start, word.end, ordinal is not None, word=True)
    if tens:
        yield Numeral(tens[0], tens[1], tens[2], ordinal=False, word=True)


@lru_cache(maxsize=8)
def _chinese_pattern(knowledge: Knowledge) -> re.Pattern[str]:
    prefix = "|".join(re.escape(p) for p in knowledge.ordinal_prefixes) or "(?!)"
    measures = "|".join(re.escape(m) for m in sorted(knowledge.measures, key=len, reverse=True)) or "(?!)"
    number = f"[{CHINESE_LETTERS}]+"
    return re.compile(f"(?P<prefix>{prefix})(?P<ordinal>{number})|(?P<cardinal>{number})(?={measures})")


def _chinese(text: str, knowledge: Knowledge) -> Iterator[Numeral]:
    for match in _chinese_pattern(knowledge).finditer(text):
        value = chinese_value(match["ordinal"] or match["cardinal"])
        if value is not None:
            yield Numeral(value, match.start(), match.end(), match["ordinal"] is not None, word=True)
