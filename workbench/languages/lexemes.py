"""Russian word forms by the dictionary of pymorphy3: what no table of endings knows (рынок, рынка; право is not правый)."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any

# Parts of speech of OpenCorpora that are one word's forms; any other stands for itself.
_GROUPS = {"ADJS": "ADJF", "INFN": "VERB", "GRND": "VERB", "PRTS": "PRTF"}
_DECLINED = ("NOUN", "ADJF", "PRTF")
_FEWER = 5  # a first form that is said so many times less than another is not what is meant
_EDGES = {"NOUN", "ADJF", "PRTF", "None"}  # what a noun phrase begins and ends with
_NOMINAL = _EDGES | {"PREP", "CONJ", "NUMR"}
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LIKELY = 0.2  # a reading of the term itself less likely than this is not meant: право is no short form of правый


@lru_cache(maxsize=1)
def _analyser() -> Any:
    import pymorphy3
    import pymorphy3_dicts_ru

    # Named, the dictionary need not be looked for among all packages that are installed.
    return pymorphy3.MorphAnalyzer(path=pymorphy3_dicts_ru.get_path())


@lru_cache(maxsize=65536)
def _readings(word: str) -> tuple[tuple[str, str, float], ...]:
    parsed = _analyser().parse(word)
    return tuple(
        (p.normal_form.replace("ё", "е"), _GROUPS.get(str(p.tag.POS), str(p.tag.POS)), p.score) for p in parsed
    )


def lexemes(word: str) -> frozenset[tuple[str, str]]:
    """Return first form and part of speech of every reading of a Russian word (lower case): words that share none differ."""
    return frozenset((lemma, group) for lemma, group, _ in _readings(word))


def is_known(word: str) -> bool:
    """Return whether the dictionary has a Russian word (lower case) in any of its forms."""
    return bool(_analyser().word_is_known(word))


def same_lexeme(form: str, word: str) -> bool | None:
    """Return whether two Russian words (lower case) are forms of one, or None where the dictionary cannot say.

    Every reading of the form counts; of the word those that are likely. The dictionary can deny only a word that it has
    in its first form: Саидов is no form of саид, as it reads it.
    """
    if not is_known(word):
        return None
    readings = _readings(word)
    if all(word in (f"{lemma}ов", f"{lemma}ев") for lemma, _, _ in readings):
        return None  # a surname that looks like a genitive plural: Саид is no form of Саидов
    best = max(score for _, _, score in readings)
    meant = {(lemma, group) for lemma, group, score in readings if score >= min(best, _LIKELY)}
    if any((lemma, group) in meant for lemma, group, _ in _readings(form)):
        return True
    return False if any(lemma == word.replace("ё", "е") for lemma, _ in meant) else None


def in_form(form: str, word: str, other: str) -> str | None:
    """Return the word `other` in the case and number in which `form` has `word` (all in lower case), or None.

    Every reading of the form as one of the word must lead to the same result, and both words must be of one part of speech
    and, where they are nouns, of one gender: adjectives beside them would have to change else.
    """
    if form == word and word == other:
        return other
    if not all(map(_analyser().word_is_known, (word, other))):
        return other if form == word else None
    lemma, group, _ = max(_readings(word), key=lambda reading: reading[2])
    results = set()
    for parsed in _analyser().parse(form):
        if (
            parsed.normal_form.replace("ё", "е") != lemma
            or _GROUPS.get(str(parsed.tag.POS), str(parsed.tag.POS)) != group
        ):
            continue
        result = _inflected(parsed.tag, other, group)
        if result is None:
            return None
        results.add(result)
    return results.pop() if len(results) == 1 else None


def _inflected(tag: Any, other: str, group: str) -> str | None:
    wanted = {value for value in (tag.case, tag.number) if value}
    if group == "ADJF" and tag.gender:
        wanted.add(tag.gender)
    for parsed in _analyser().parse(other):
        if str(parsed.tag.POS) != str(tag.POS) or (group == "NOUN" and parsed.tag.gender != tag.gender):
            continue
        inflected = parsed.inflect(wanted)
        if inflected is not None:
            return str(inflected.word)
    return None


def nominative(phrase: str, said: Mapping[str, int]) -> str:
    """Return a Russian phrase with its head noun in the nominative, and the adjectives before it with it.

    The head is the first noun that the dictionary has, or that can be read as a name. What stands behind it, and a phrase
    without a noun, stay as they are. A single word that may be in the nominative already stays too, unless what it would
    become is `said` (folded words with how often) nearly as often: Стороны are many parties, not of one.
    """
    found = [(match.start(), match.end()) for match in _WORD.finditer(phrase)]
    readings = [_analyser().parse(phrase[start:end].lower()) for start, end in found]
    likely = [next((p for p in parsed if str(p.tag.POS) in _DECLINED), None) for parsed in readings]
    head = next((n for n, p in enumerate(likely) if p is not None and str(p.tag.POS) == "NOUN"), None)
    if head is None or any(one is None for one in likely[:head]):
        return phrase
    agreed = next((p for p in readings[head] if _agrees(p, readings[:head])), None)
    if agreed is None or not is_known(agreed.word):
        return phrase
    if len(found) == 1 and any(p.tag.case == "nomn" and str(p.tag.POS) == "NOUN" for p in readings[0]):
        form = agreed.inflect({"nomn", "sing"})
        if form is None or said.get(phrase.lower(), 0) >= _FEWER * said.get(str(form.word), 0):
            return phrase
    wanted = {"nomn", agreed.tag.number} - {None}
    gender = {agreed.tag.gender} - {None} if agreed.tag.number == "sing" else set()
    result, at = "", 0
    for number, parsed in enumerate([*likely[:head], agreed]):
        form = parsed.inflect(wanted if number == head else wanted | gender) if parsed is not None else None
        if form is None:
            return phrase
        start, end = found[number]
        result += phrase[at:start] + _capitalised(str(form.word), phrase[start:end])
        at = end
    return result + phrase[at:]


def _agrees(noun: Any, adjectives: Sequence[Sequence[Any]]) -> bool:
    """Return whether a reading is a noun that may stand behind adjectives, of which all readings are given."""
    return str(noun.tag.POS) == "NOUN" and all(
        any((p.tag.number, p.tag.case) == (noun.tag.number, noun.tag.case) for p in one) for one in adjectives
    )


def _capitalised(word: str, model: str) -> str:
    return word.upper() if len(model) > 1 and model.isupper() else word.capitalize() if model[:1].isupper() else word


def is_nominal(phrase: str) -> bool:
    """Return whether a Russian phrase may be a noun with what belongs to it, or a part of one: no verb, no pronoun in it."""
    groups = [
        {group for _, group, score in _readings(match.group().lower()) if score >= _LIKELY}
        for match in _WORD.finditer(phrase)
    ]
    return (
        bool(groups) and all(one & _NOMINAL for one in groups) and all(one & _EDGES for one in (groups[0], groups[-1]))
    )
