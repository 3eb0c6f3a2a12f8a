"""Words in a row that are in another language than the segment around them: left over from what was translated."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from workbench.alignment.encoders.words import LONGEST, known_words
from workbench.checks.reading import Reading
from workbench.checks.rivals import SCRIPT_NAMES, equal_scripts, language_name, rivals
from workbench.checks.wordings import is_lower, same_language
from workbench.languages.answers import Answers
from workbench.languages.look_alikes import script_of
from workbench.languages.wordforms import fold, word_texts

_FEWEST = 4  # words in a row in another script
_FEWEST_CHARACTERS = 8  # of a script whose words no spaces part
# Ordinary ones among them; of the same script: words that another language knows, and the version's does not.
_TELLING = 3
_WEIGHTS = {(False, True): 1.0, (True, True): 0.0, (True, False): -2.0}  # (known in its own, known in the other)
_UNKNOWN, _BREAK, _SHORT = -0.25, -0.5, 3  # a word that neither knows; a name; letters of words that tables leave out
_OWN_LETTERS = {
    "Latn": "A-Za-zªº\u00c0-\u02bc\u1e00-\u1eff",
    "Cyrl": "\u0400-\u052f",
    "Hans": "\u3005-\u3007\u3400-\u9fff\uf900-\ufaff",
}
_OWN_LETTERS["Hant"] = _OWN_LETTERS["Hans"]
# Titles and glosses: no mark within, so that a text of nothing but opening marks is gone through once.
_SET_OFF = re.compile("""[«“„"‘(（《「『\\[][^«“„"‘(（《「『\\[»”’)）》」』\\]]*[»”"’)）》」』\\]]""")
_THREE_NEAR = re.compile(rb"\x01[\x00]{0,6}\x01[\x00]{0,6}\x01")  # hardly a segment has so many words that tell


class ForeignRun(NamedTuple):
    """Where in a text (code points, end exclusive) words of another language stand, and `what` they are, in words."""

    start: int
    end: int
    what: str


def foreign_run(reading: Reading, tag: str, segment: int) -> ForeignRun | None:
    """Return the first words of a segment that are in another script, else the longest of another language; None: none.

    Names (capitals), titles in quotation marks and what stands in brackets are passed over.
    """
    if segment in _with_other_letters(reading, tag):
        text = reading.texts(tag)[segment][:LONGEST]
        for match in _other_script(reading.knowledge(tag).script).finditer(text):
            if _counts(match.group()) and not _is_set_off(text, match.start()):
                return ForeignRun(match.start(), match.end(), _what(match.group(), tag))
    return _in_same_script(reading, tag, segment)


def _with_other_letters(reading: Reading, tag: str) -> frozenset[int]:
    """Return the segments that are looked at and have letters of another script than the version's."""
    own = _OWN_LETTERS.get(reading.knowledge(tag).script)
    if own is None:
        return frozenset()
    looked_at = reading.looked_at(tag)
    key = ("other letters", tag, looked_at[0] if looked_at else None, len(looked_at))
    return reading.once_near(key, lambda: frozenset(reading.holding(tag, re.compile(rf"[^\W\d_{own}]"))))


@lru_cache(maxsize=8)
def _other_script(script: str) -> re.Pattern[str]:
    letter = rf"[^\W\d_{_OWN_LETTERS[script]}]"
    return re.compile(rf"{letter}++(?:[ ,;'’、，-]{{1,2}}{letter}++)*+")


def _counts(run: str) -> bool:
    """Return whether a run of words in another script is more than a name."""
    if sum(script_of(character) == "Hani" for character in run) >= _FEWEST_CHARACTERS:
        return True
    words = word_texts(run)
    return len(words) >= _FEWEST and sum(len(word) > _SHORT and is_lower(word) for word in words) >= _TELLING


def _what(run: str, tag: str) -> str:
    """Return which language's words these are, or whose letters."""
    script = next((found for character in run if (found := script_of(character))), "")
    words, others = word_texts(fold(run)), rivals(tag, script)
    known = {other: sum(known_words(words, other) or ()) for other in others}
    if others and (len(others) == 1 or any(known.values())):
        return f"in {language_name(max(others, key=known.__getitem__))}"
    return f"in {SCRIPT_NAMES.get(script, 'other')} letters"


def _in_same_script(reading: Reading, tag: str, segment: int) -> ForeignRun | None:
    words = reading.words(tag, segment)
    telling = _telling(tag, reading.knowledge(tag).script)
    if telling is None or not _THREE_NEAR.search(bytes(map(telling.__getitem__, words))):
        return None
    text, spans, own = reading.texts(tag)[segment], reading.cut(tag, segment).spans, known_words(words, tag)
    if own is None or len(text) > LONGEST:
        return None
    set_off = [match.span() for match in _SET_OFF.finditer(text)]
    ordinary = [*_ordinary(text, spans, set_off)]
    best: tuple[float, int, int, str] | None = None
    for other in _others(tag, reading.knowledge(tag).script):
        weight, first, last = _heaviest(words, ordinary, own, known_words(words, other) or ())
        if weight >= _TELLING and (best is None or weight > best[0]):
            best = weight, first, last, other
    if best is None:
        return None
    return ForeignRun(spans[best[1]][1], spans[best[2]][2], f"in {language_name(best[3])}")


@lru_cache(maxsize=64)
def _others(tag: str, script: str) -> tuple[str, ...]:
    """Return the other languages of a script whose words are known and parted by spaces."""
    found = rivals(tag, equal_scripts(script)[0])
    return tuple(other for other in found if not same_language(other, tag) and known_words((), other) is not None)


@lru_cache(maxsize=64)
def _telling(tag: str, script: str) -> Answers[int] | None:
    """Return of a word whether (1 or 0) another language knows it, and its own does not: of most words neither."""
    if known_words((), tag) is None or not _others(tag, script):
        return None

    def tells(word: str) -> int:
        if known_words((word,), tag) == [True]:
            return 0
        return int(any(known_words((word,), other) == [True] for other in _others(tag, script)))

    return Answers(tells)


def _ordinary(
    text: str, spans: Sequence[tuple[str, int, int]], set_off: Sequence[tuple[int, int]]
) -> Iterator[bool | None]:
    """Yield of each word whether it is ordinary, not a name or a number; None where it is set off by marks."""
    at = 0
    for _, start, end in spans:
        while at < len(set_off) and set_off[at][1] <= start:
            at += 1
        yield None if at < len(set_off) and set_off[at][0] < start else is_lower(text[start:end])


def _heaviest(
    words: Sequence[str], ordinary: Sequence[bool | None], own: Sequence[bool], known: Sequence[bool]
) -> tuple[float, int, int]:
    """Return the weight of the words in a row that speak most for another language, and which the first and last are."""
    best, weight, first = (0.0, 0, 0), 0.0, 0
    for number, word in enumerate(words):
        if ordinary[number] is None:
            weight = 0.0
            continue
        if not ordinary[number]:
            one = _BREAK
        else:
            one = _WEIGHTS.get((own[number], known[number]), _UNKNOWN if len(word) > _SHORT else 0.0)
        if weight <= 0:
            weight, first = 0.0, number
        weight += one
        if one > 0 and weight > best[0]:
            best = weight, first, number
    return best


def _is_set_off(text: str, at: int) -> bool:
    return any(match.start() < at < match.end() for match in _SET_OFF.finditer(text))
