"""Words that were cut at the ends of lines, put together again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from workbench.alignment.encoders.words import known_share

# What is cut before a capital or a figure has its hyphen for good: Central-\nAsian, 2024-\nжылдын.
_CUT = re.compile(r"(?P<left>[^\W\d_]{2,40})(?P<sign>[-‐\u00ad])\n(?P<right>[^\W\d_]{1,40})")
SOFT = "\u00ad"
_HYPHENED = re.compile(r"[^\W\d_]+(?:[-‐][^\W\d_]+)+")
_WORD = re.compile(r"[^\W\d_]+")


def mended(paragraphs: Iterable[str], tag: str) -> Iterator[str]:
    """Give paragraphs whose words are whole where a line ends with a hyphen; `tag` is the language.

    Whether the hyphen goes, the text itself tells where it has the word elsewhere, then the words of the language;
    in doubt it goes, unless both halves are words.
    """
    held = list(paragraphs)
    if not any("\n" in paragraph for paragraph in held):
        yield from held
        return
    there = {word.lower() for paragraph in held for word in _WORD.findall(_CUT.sub(" ", paragraph))}
    compounds = {word.lower() for paragraph in held for word in _HYPHENED.findall(paragraph)}

    def whole(match: re.Match[str]) -> str:
        left, right = match["left"], match["right"]
        compound = f"{left}{match['sign'].replace(SOFT, '-')}{right}"
        if right[0].isupper():
            return compound
        joined, parted = f"{left}{right}".lower(), compound.lower()
        if joined not in there and (
            parted in compounds or (not _is_word(joined, tag) and _both(left, right, there, tag))
        ):
            return compound
        return f"{left}{right}"

    for paragraph in held:
        yield re.sub(r"(?<=[^\W_])([-‐])\n(?=[^\W_])", r"\1", _CUT.sub(whole, paragraph)).replace(f"{SOFT}\n", "")


def _is_word(word: str, tag: str) -> bool:
    return known_share([word], tag) == 1


def _both(left: str, right: str, there: set[str], tag: str) -> bool:
    return all(half.lower() in there or _is_word(half.lower(), tag) for half in (left, right))
