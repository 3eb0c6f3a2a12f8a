"""Letters of different scripts that look the same, and digits that are letters: what a keyboard left switched puts in."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from workbench.languages.answers import Sums

# Latin and Cyrillic letters that print alike in upright type; Unicode's confusables.txt (UTS #39) holds these among others.
_LATIN = "ABCEHIJKMOPSTXYaceijopsxyÄËÏÖäëïöəƏhHɵƟ"
_CYRILLIC = "АВСЕНІЈКМОРЅТХУасеіјорѕхуӒЁЇӦӓёїӧәӘһҺөӨ"
_TO_CYRILLIC = dict(zip(_LATIN, _CYRILLIC, strict=True)) | {"H": "Н"}
_TO_LATIN = {cyrillic: latin for latin, cyrillic in zip(_LATIN, _CYRILLIC, strict=True)} | {
    "Ӏ": "I",
    "ԁ": "d",
    "ԛ": "q",
}
_TABLES = {"Cyrl": _TO_CYRILLIC, "Latn": _TO_LATIN}
_SCRIPTS = {"LATIN": "Latn", "CYRILLIC": "Cyrl", "GREEK": "Grek", "ARABIC": "Arab", "CJK": "Hani", "HIRAGANA": "Kana"}
_RUN = re.compile(r"[^\W\d_]+(?:['’‘ʻʼ`´][^\W\d_]+)*")
CYRILLIC_LETTER = re.compile("[\u0400-\u052f]")
LATIN_LETTER = re.compile("[A-Za-z\u00c0-\u024f\u0259\u0275]")
# Where the two scripts meet, as they must somewhere in a mixed word.
_MEETING = re.compile(
    r"[A-Za-z\u00c0-\u024f\u0275]['’‘ʻʼ`´]?[\u0400-\u052f]|[\u0400-\u052f]['’‘ʻʼ`´]?[A-Za-z\u00c0-\u024f\u0275]"
)
_LETTERS_OF = {
    "Latn": re.compile("[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]+"),
    "Cyrl": re.compile("[\u0400-\u0481\u048a-\u052f]+"),
    "Hans": re.compile("[\u4e00-\u9fa5]+"),
    "Hant": re.compile("[\u4e00-\u9fa5]+"),
}
# A letter that stands for a digit: O for 0 behind or between digits; l, I and З only between digits.
_LETTER = r"[^\W_㐀-鿿]"  # a Han character may stand beside a number
_FALSE_DIGITS = re.compile(
    rf"(?<!{_LETTER})\d+(?:[OОoо]+|(?<=\d)[lIІЗ](?=\d))(?:\d|[OОoо](?![^\W\dOОoо_㐀-鿿]))*(?!{_LETTER})"
)
_DIGIT_AND_LETTER = re.compile(r"\d[OОoоlIІЗ]")
_DIGIT_OF = str.maketrans({"O": "0", "О": "0", "o": "0", "о": "0", "l": "1", "I": "1", "І": "1", "З": "3"})


class Proposal(NamedTuple):
    """A stretch of a text (code points, end exclusive) and what should stand there."""

    start: int
    end: int
    text: str


@lru_cache(maxsize=4096)
def script_of(character: str) -> str:
    """Return the ISO 15924 code of a letter's script (Latn, Cyrl, Grek, Arab, Hani, Kana), or "" for all else."""
    if not character.isalpha():
        return ""
    return _SCRIPTS.get(unicodedata.name(character, "").split(" ", 1)[0].split("-", 1)[0], "")


def is_mostly_in(text: str, script: str) -> bool:
    """Return whether more than half of a text's characters are letters of a script, its spaces and marks counted: a cheap look.

    False where that is not known of the script.
    """
    letters = _letters_in(script)
    if letters is None:
        return False
    return 2 * letters(text) > len(text)


@lru_cache(maxsize=16)
def _letters_in(script: str) -> Sums | None:
    """Return what counts the letters of a script in a text."""
    letters = _LETTERS_OF.get(script)
    return Sums(lambda part: len(part) - len(letters.sub("", part))) if letters else None


def in_script(word: str, script: str) -> str | None:
    """Return a word with its look-alikes put into one script (Latn, Cyrl), or None if a letter of it has none there."""
    table = _TABLES.get(script, {})
    letters = [c if script_of(c) in ("", script) else table.get(c, "") for c in unicodedata.normalize("NFC", word)]
    return "".join(letters) if all(letters) else None


def small_look_alikes(script: str) -> str:
    """Return the small letters of the other script that look like letters of `script` (Latn, Cyrl)."""
    return "".join(letter for letter in _TABLES[script] if letter.islower())


def may_be_mixed(text: str) -> bool:
    """Return whether a text has Latin and Cyrillic letters: a cheap question that most texts answer with no."""
    return CYRILLIC_LETTER.search(text) is not None and LATIN_LETTER.search(text) is not None


def mixed_words(text: str, script: str) -> Iterator[Proposal]:
    """Yield the words of a text in which Latin and Cyrillic letters are mixed, with the one reading in a single script.

    `script` is that of the text: of two possible readings its own wins. A word of which neither reading is possible
    (`IT-специалист` is two words; `USBшнур`) has an empty proposal. `text` is in NFC.
    """
    if not may_be_mixed(text) or not _MEETING.search(text):
        return
    for match in _RUN.finditer(text):
        word = match.group()
        scripts = {found for character in word if (found := script_of(character)) in _TABLES}
        if len(scripts) > 1:
            first = script if script in _TABLES else max(scripts, key=[script_of(c) for c in word].count)
            readings = (in_script(word, one) for one in (first, *sorted(scripts - {first})))
            yield Proposal(match.start(), match.end(), next((found for found in readings if found), ""))


def false_digits(text: str) -> Iterator[Proposal]:
    """Yield the numbers in which a letter stands for a digit (`2О24`, `1O`), with the digits meant."""
    if not _DIGIT_AND_LETTER.search(text):
        return
    for match in _FALSE_DIGITS.finditer(text):
        yield Proposal(match.start(), match.end(), match.group().translate(_DIGIT_OF))
