"""The form in which a wording stands in a glossary: without the ending that its sentence gave it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

from rapidfuzz import fuzz

from workbench.languages.knowledge import Knowledge
from workbench.languages.lexemes import nominative
from workbench.languages.romanise import romanised
from workbench.languages.wordforms import fold, is_form, word_texts, words

_LETTERS = 3  # of a word that is left
_VOWELS = tuple("aeiou")  # no ending repeats the vowel before it: Tajik хориҷии ends in its own и
_LIKER = 2.0  # of 100: how much more like the pivot's a name must be without its ending
_ENDING = 3  # letters of an ending of possession


class Vocabulary(NamedTuple):
    """The folded words of a document with how often they stand there, and whether a language has a folded word."""

    said: Mapping[str, int]
    knows: Callable[[str], bool]


def base_form(text: str, knowledge: Knowledge, vocabulary: Vocabulary) -> str:
    """Return a term in its first form where the language's knowledge gives it, else as it stands.

    A dictionary puts a phrase in the nominative. Where endings are rules, the last word loses one of `cases`, and a single
    word its possession too, if what is left is a word.
    """
    forms = knowledge.wordforms
    if forms.dictionary:
        return nominative(text, vocabulary.said)
    found = words(text)
    if not found or not forms.cases:
        return text
    last = found[-1]
    stem = bare = fold(last.text)
    for shorter in _without_case(bare, knowledge):
        if _is_word(shorter, bare, vocabulary) or (
            len(found) > 1 and _is_made_of_one(shorter, bare, knowledge, vocabulary)
        ):
            stem = shorter
            break
    if len(found) == 1:
        bases = (stem[:size] for size in range(len(stem) - 1, _LETTERS - 1, -1))
        stem = next((one for one in bases if _is_word(one, stem, vocabulary) and is_form(stem, one, forms)), stem)
    return text[: last.start] + last.text[: len(stem)] + text[last.end :]


def name_form(text: str, knowledge: Knowledge, name: str) -> str:
    """Return a name without the ending of case that makes it less like the pivot's."""
    own = [romanised(word) for word in word_texts(name)]
    if knowledge.wordforms.dictionary:
        first = nominative(text, {})
        return first if len(word_texts(text)) > 1 or _likest(first, own) > _likest(text, own) else text
    found = words(text)
    if not found or not knowledge.wordforms.cases:
        return text
    last = found[-1]
    whole = fold(last.text)
    best = max(_without_case(whole, knowledge), key=lambda one: (_likest(one, own), len(one)), default=whole)
    best = best if _likest(best, own) > _likest(whole, own) + _LIKER else whole
    return text[: last.start] + last.text[: len(best)] + text[last.end :]


def _without_case(word: str, knowledge: Knowledge) -> list[str]:
    """Return what may be left of a folded word that loses an ending of case, the shortest first."""
    forms = knowledge.wordforms
    left = {
        word.removesuffix(ending)
        for ending in forms.cases
        if word.endswith(ending) and not (word.endswith(ending[0] + ending) and romanised(ending[0]) in _VOWELS)
    }
    return sorted((one for one in left if len(one) >= _LETTERS and is_form(word, one, forms)), key=len)


def _is_word(stem: str, form: str, vocabulary: Vocabulary) -> bool:
    """Return whether a stem is a word and the form none of its own: Kazakh сауда is trade, and no form of сау."""
    return stem in vocabulary.said or (vocabulary.knows(stem) and not vocabulary.knows(form))


def _is_made_of_one(stem: str, form: str, knowledge: Knowledge, vocabulary: Vocabulary) -> bool:
    """Return whether a stem is a word with an ending: тізбегі in көлік тізбегінің."""
    if vocabulary.knows(form):
        return False
    shorter = (stem[:-size] for size in range(1, _ENDING + 1) if len(stem) - size >= _LETTERS)
    return any(
        (one in vocabulary.said or vocabulary.knows(one)) and is_form(stem, one, knowledge.wordforms) for one in shorter
    )


def _likest(word: str, names: list[str]) -> float:
    roman = romanised(word)  # of all words of the name: the order may be another
    return max((fuzz.ratio(roman, name) for name in names), default=0.0)
