"""Whether a number in running text refers to a part of a document: Article 4, 第四条, 4-бап."""

from __future__ import annotations

import re
from functools import lru_cache

from workbench.languages.answers import Answers
from workbench.languages.cut import Cut
from workbench.languages.knowledge import Knowledge
from workbench.languages.vocabulary import Vocabulary
from workbench.languages.wordforms import fold, is_form

# What stands before a number is read backwards.
_WORD_BEFORE = re.compile(r"[§№(«“]?\s*\.?(?P<word>[^\W\d_]+)")
_WORD_BEHIND = re.compile(r"[-)]?\s?(?P<word>[^\W\d_]+)")
_WIDEST = 24  # code points in which the word before a number is looked for
_SIGNS = "§№"
_LETTERS = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=64)
def _frames(knowledge: Knowledge) -> tuple[frozenset[str], frozenset[str], tuple[tuple[str, str], ...]]:
    """Return the words that stand before a reference's number, those behind it, and what stands on its two sides."""
    before, behind, around = set(), set(), []
    for pattern in knowledge.label_patterns:
        head, _, tail = fold(pattern).partition("{n}")
        around.append((head, tail))
        if found := re.findall(r"[^\W\d_]+", head):
            before.add(found[-1])
        if found := re.findall(r"[^\W\d_]+", tail):
            behind.add(found[-1])
    return frozenset(before), frozenset(behind), tuple(around)


def may_refer(text: Cut, knowledge: Knowledge) -> bool:
    """Return whether a number of a text may refer to a part of a document: a cheap question, asked once of all its numbers.

    It may where a word of a label's pattern stands in any form, or a sign; in a language without spaces anywhere.
    """
    if knowledge.wordforms.unspaced or any(map(holds_noun(knowledge).__getitem__, text.telling)):
        return True
    return any(map(text.text.__contains__, _SIGNS))


@lru_cache(maxsize=64)
def holds_noun(knowledge: Knowledge) -> Answers[bool]:
    """Return whether letters of a folded word are a form of a word that labels have."""
    patterns = " ".join(knowledge.label_patterns).replace("{n}", " ")
    nouns = Vocabulary(_LETTERS.findall(fold(patterns)), knowledge.wordforms)
    return Answers(lambda word: any(map(nouns.words_of, _LETTERS.findall(word))))


def is_reference(folded: str, start: int, end: int, knowledge: Knowledge) -> bool:
    """Return whether the number from `start` to `end` of a folded text has a word beside it that labels have, in any form."""
    before, behind, around = _frames(knowledge)
    if knowledge.wordforms.unspaced:
        stretch = folded[start:end]
        beside = [head for head, tail in around if (tail or head) and folded.startswith(tail, end)]
        return stretch.startswith(tuple(beside)) or folded.endswith(tuple(beside), 0, start)
    found = _WORD_BEFORE.match(folded[max(0, start - _WIDEST) : start][::-1])
    if found and _is_noun(found["word"][::-1], before, knowledge):
        return True
    found = _WORD_BEHIND.match(folded, end)
    return bool(found and _is_noun(found["word"], behind, knowledge))


@lru_cache(maxsize=8192)
def _is_noun(word: str, nouns: frozenset[str], knowledge: Knowledge) -> bool:
    return any(is_form(word, noun, knowledge.wordforms) for noun in nouns)
