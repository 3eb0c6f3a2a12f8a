"""Words, and whether a word form belongs to a word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from workbench.languages.knowledge import WordForms

_APOSTROPHES = "’‘ʻʼ`´′＇"
_DASHES = "‐‑‒–—―−－"
_SPACES = "\u00a0\u2007\u2009\u202f\u3000"
# Looked for one by one: several times as fast as str.translate, which looks up every letter.
_FOLDED = tuple((dict.fromkeys(_APOSTROPHES, "'") | dict.fromkeys(_DASHES, "-") | dict.fromkeys(_SPACES, " ")).items())
_LONGEST = 6  # code points of the longest compound
WORD = re.compile(r"[^\W_]++(?:['’‘`´][^\W\d_]++)*+")
PLAIN_WORD = re.compile(r"\w++(?:['’‘`´][^\W\d_]++)*+")  # the same and much faster, for texts without an underscore
_PARTED, _PLAIN_PARTED = (re.compile(f"({word.pattern})") for word in (WORD, PLAIN_WORD))


class Word(NamedTuple):
    """A word of a text: its letters and its place (code points, 0-based, end exclusive)."""

    text: str
    start: int
    end: int


@lru_cache(maxsize=32)  # one segment is folded for many readings, one after the other
def fold(text: str) -> str:
    """Return `text` in lower case with apostrophes, dashes and spaces folded together, as long as it was."""
    lowered = text.lower()
    if len(lowered) != len(text):
        lowered = "".join(low if len(low := character.lower()) == 1 else character for character in text)
    for sign, folded in _FOLDED:
        if sign in lowered:
            lowered = lowered.replace(sign, folded)
    return lowered


@lru_cache(maxsize=32)
def words(text: str) -> tuple[Word, ...]:
    """Return the words of a text in order: runs of letters and digits, with apostrophes inside; hyphens part words."""
    return tuple(Word(match.group(), match.start(), match.end()) for match in WORD.finditer(text))


@lru_cache(maxsize=32)
def word_spans(text: str) -> list[tuple[str, int, int]]:
    """Return the words of `words` as plain tuples of letters, start and end: for what reads long texts."""
    # Words and what parts them in turn: their places are sums of lengths.
    parts = (_PARTED if "_" in text else _PLAIN_PARTED).split(text)
    ends = [*accumulate(map(len, parts))]
    return [*zip(parts[1::2], ends[::2], ends[1::2], strict=False)]


def word_matches(text: str) -> Iterator[re.Match[str]]:
    """Yield the words of `words` as matches: for those who look at few of them."""
    return WORD.finditer(text)


def word_texts(text: str) -> list[str]:
    """Return the words of `words` without their places: several times as fast."""
    return (WORD if "_" in text else PLAIN_WORD).findall(text)


def _is_chain(stem: str, rest: str, wordforms: WordForms, links: int) -> bool:
    """Return whether `rest` is a chain of at most `links` endings behind `stem`, each fit for the letters before it."""
    if not rest:
        return True
    if not links:
        return False
    return any(
        rest.startswith(ending)
        and _fits(stem, ending, wordforms)
        and _is_chain(stem + ending, rest[len(ending) :], wordforms, links - 1)
        for ending in wordforms.endings
        if ending
    )


def _fits(stem: str, ending: str, wordforms: WordForms) -> bool:
    """Return whether an ending may stand behind a stem: behind its last letter, and in harmony with its vowels."""
    behind = wordforms.behind.get(ending)
    if behind is not None and stem[-1:] not in behind:
        return False
    if not wordforms.harmony or ending in wordforms.free:
        return True
    wanted = next((group for c in ending for group in wordforms.harmony if c in group), None)
    for character in reversed(stem):
        if character in wordforms.neutral:
            return True
        for group in wordforms.harmony:
            if character in group:
                return wanted is None or group == wanted
    return True


@lru_cache(maxsize=65536)
def is_form(form: str, word: str, wordforms: WordForms) -> bool:
    """Return whether `form` is an inflected form of `word`; both folded (see `fold`).

    Where the language has a dictionary that knows the word, it decides. Else a form is a stem and up to `chain` endings, each
    fit for what stands before it. The stem is the word, the word whose last letter has softened (Kazakh қ to ғ), the word less
    its last vowel (`elided`) or less an ending of its own (`strip`: Russian -ия, -ый). What a glossary lists as a form is a word
    here.
    """
    if form == word:
        return True
    if not word or form[0] != word[0] or len(word) < 2:
        return False
    if wordforms.dictionary:
        from workbench.languages.lexemes import same_lexeme

        if (known := same_lexeme(form, word)) is not None:
            return known
    if any(word.endswith(own) and form == word.removesuffix(own) + end for own, end in wordforms.fused.items()):
        return True
    return any(
        (rest or "" in wordforms.endings) and _is_chain(stem, rest, wordforms, wordforms.chain)
        for stem, rest in _stems(form, word, wordforms)
    )


def _stems(form: str, word: str, wordforms: WordForms) -> Iterator[tuple[str, str]]:
    """Yield the ways to cut a form into a stem of the word and what follows it."""
    softened = wordforms.soften.get(word[-1])
    soft = word[:-1] + softened if softened else ""
    for stem in stems_of(word, wordforms):
        if form.startswith(stem) and (stem != soft or len(form) > len(stem)):
            yield stem, form[len(stem) :]
            dropped = word[len(stem) :] if word.startswith(stem) else ""
            if dropped and dropped in wordforms.neutral:  # it still decides the ending: Kazakh юань, юані
                yield word, form[len(stem) :]


def stems_of(word: str, wordforms: WordForms) -> Iterator[str]:
    """Yield what forms of a folded word by rule begin with: the word, softened, less its last vowel or an ending of its own."""
    yield word
    softened = wordforms.soften.get(word[-1:])
    if softened:
        yield word[:-1] + softened
    if word in wordforms.elided:
        yield wordforms.elided[word]
    for own, end in wordforms.fused.items():
        if word.endswith(own):
            yield word.removesuffix(own) + end
    for ending in wordforms.strip:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) >= 2:
            yield stem


def cuts_word(folded: str, start: int, end: int, wordforms: WordForms) -> bool:
    """Return whether a stretch of a text without spaces begins or ends inside a word of `compounds` (中国 in 发展中国家)."""
    if not wordforms.compounds:
        return False
    return any(
        match.start() < start < match.end() or match.start() < end < match.end()
        for match in _compounds(wordforms).finditer(folded, max(0, start - _LONGEST), end + _LONGEST)
    )


@lru_cache(maxsize=8)
def _compounds(wordforms: WordForms) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(wordforms.compounds, key=len, reverse=True))))
