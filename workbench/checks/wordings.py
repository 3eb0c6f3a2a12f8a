"""The wording of segments: what stands behind the label, as words."""

from __future__ import annotations

from workbench.checks.check import Spot
from workbench.checks.reading import Reading
from workbench.languages.knowledge import language_key
from workbench.languages.wordforms import Word, words


def wording(reading: Reading, tag: str, segment: int) -> Spot:
    """Return where the wording of a segment stands: behind its label, without the white space around it."""
    text = reading.texts(tag)[segment]
    label = reading.labels(tag)[segment]
    start = label.end if label else len(text) - len(text.lstrip())
    return Spot(tag, segment, start, max(start, len(text.rstrip())))


def words_of(reading: Reading, spot: Spot) -> tuple[Word, ...]:
    """Return the words within a spot as they are written; their places are those in the segment's text."""
    text = reading.texts(spot.version)[spot.segment]
    return tuple(
        Word(word.text, word.start + spot.start, word.end + spot.start) for word in words(text[spot.start : spot.end])
    )


def is_lower(word: str) -> bool:
    """Return whether a word has letters and none of them is a capital: most names and abbreviations are not so."""
    return word == word.lower() and (word.isalpha() or any(map(str.isalpha, word)))


def same_language(one: str, other: str) -> bool:
    """Return whether two tags are of one language, in whatever scripts."""
    return language_key(one)[0] == language_key(other)[0]
