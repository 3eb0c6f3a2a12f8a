"""Words, and whether a word form belongs to a word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from workbench.languages.knowledge import WordForms

_APOSTROPHES = "’‘ʻʼ`´′＇"
_DASHES = "‐‑‒–—―−－"
_SPACES = "\u00a0\u2007\u2009\u202f\u3000"
_FOLDED = str.maketrans(dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys(_DASHES, "-") | dict.fromkeys(_SPACES, " "))
_WORD = re.compile(r"[^\W_]+(?:['’‘`´][^\W\d_]+)*")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its letters and its place (code points, 0-based, end exclusive)."""

    text: str
    start: int
    end: int


def fold(text: str) -> str:
    """Return `text` in lower case with apostrophes, dashes and spaces folded together, as long as it was."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := character.lower()) == 1 else character for character in text)
    return lowered.translate(_FOLDED)


def words(text: str) -> tuple[Word, ...]:
    """Return the words of a text in order: runs of letters and digits, with apostrophes inside; hyphens part words."""
    return tuple(Word(match.group(), match.start(), match.end()) for match in _WORD.finditer(text))


def word_texts(text: str) -> list[str]:
    """Return the words of `words` without their places: several times as fast."""
    return _WORD.findall(text)


def _is_chain(rest: str, wordforms: WordForms, links: int) -> bool:
    if not rest:
        return True
    if not links:
        return False
    return any(
        rest.startswith(ending) and _is_chain(rest[len(ending) :], wordforms, links - 1)
        for ending in wordforms.endings
        if ending
    )


class _Forms:
    """A cache key: WordForms holds a mapping and is compared by identity, which is right for data that is read once."""

    __slots__ = ("value",)

    def __init__(self, value: WordForms) -> None:
        self.value = value

    def __hash__(self) -> int:
        return id(self.value)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Forms) and self.value is other.value


@lru_cache(maxsize=65536)
def _is_form(form: str, word: str, key: _Forms) -> bool:
    if form == word:
        return True
    wordforms = key.value
    if not word or form[0] != word[0] or len(word) < 2:
        return False
    if form.startswith(word) and _is_chain(form[len(word) :], wordforms, wordforms.chain):
        return True
    softened = wordforms.soften.get(word[-1])
    if softened and form.startswith(word[:-1] + softened):
        rest = form[len(word) - 1 + len(softened) :]
        if rest and _is_chain(rest, wordforms, wordforms.chain):
            return True
    for ending in wordforms.strip:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= 2 and form.startswith(stem):
            rest = form[len(stem) :]
            if (rest or "" in wordforms.endings) and _is_chain(rest, wordforms, wordforms.chain):
                return True
    return False


def is_form(form: str, word: str, wordforms: WordForms) -> bool:
    """Return whether `form` is an inflected form of `word`; both folded (see `fold`).

    A form is the word, or a stem and up to `chain` endings. The stem is the word, the word whose last letter has softened
    (Kazakh қ to ғ), or the word less an ending of its own (`strip`: Russian -ия, -ый).
    """
    return _is_form(form, word, _Forms(wordforms))
