"""mixed-script: letters of another alphabet in a word; those in a number are numbering-lookalike's."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from workbench.checks.finding import Severity
from workbench.checks.reading import Reading
from workbench.checks.slips import Slip, SlipCheck, addresses, within
from workbench.languages.look_alikes import CYRILLIC_LETTER, LATIN_LETTER, in_script, mixed_words, script_of
from workbench.languages.writing import lone_letters, readings_of, words_with_wrong_letters

_NAMES = {"Latn": "Latin", "Cyrl": "Cyrillic"}


class MixedScript(SlipCheck):
    """A word is written in the letters of one alphabet: that of its language."""

    name = "mixed-script"
    family = "text"
    severity = Severity.ERROR
    help = (
        "A letter of another alphabet stands in this word: it looks right, but search, spelling and sorting miss the word. "
        "Type the word anew with the keyboard of its language. A name with an ending of the language is no mistake when a "
        "hyphen parts them."
    )
    example = ("mintаqaviy with a Cyrillic а", "mintaqaviy")

    def suspects(self, reading: Reading, tag: str) -> Sequence[int]:
        """Return the segments with a letter of the other alphabet, or of an old font."""
        knowledge = reading.knowledge(tag)
        other = CYRILLIC_LETTER if knowledge.script != "Cyrl" else LATIN_LETTER
        wrong = "".join(knowledge.writing.wrong_letters)
        return reading.holding(tag, re.compile(f"{other.pattern}|[{re.escape(wrong)}]") if wrong else other)

    def slips(self, reading: Reading, tag: str, segment: int) -> Iterator[Slip]:
        """Yield words of two alphabets, words with letters of old fonts, and lone letters."""
        text = reading.texts(tag)[segment]
        knowledge = reading.knowledge(tag)
        kept = addresses(text)
        taken: list[tuple[int, int]] = []
        for wrong in words_with_wrong_letters(text, knowledge):
            taken.append((wrong.start, wrong.end))
            word = text[wrong.start : wrong.end]
            yield Slip(wrong.start, wrong.end, f"“{word}” has letters of another alphabet", wrong.text, safe=True)
        for mixed in mixed_words(text, knowledge.script):
            word = text[mixed.start : mixed.end]
            if within(kept, mixed.start) or within(taken, mixed.start) or (not mixed.text and _is_suffixed(word)):
                continue
            right = readings_of(word, knowledge)
            best = right[0] if right else mixed.text or None
            safe = len(right) == 1 or (bool(right) and _is_mostly(word, knowledge.script))
            yield Slip(mixed.start, mixed.end, _message(word, best), best, safe=safe)
        for lone in lone_letters(text, knowledge):
            letter = text[lone.start]
            said = f"“{letter}” is a {_NAMES[script_of(letter)]} letter among words of another alphabet"
            yield Slip(lone.start, lone.end, said, lone.text)


def _is_suffixed(word: str) -> bool:
    """Return whether a word is a name of one alphabet with an ending of another (`BRICSке`), which nobody mistypes."""
    scripts = [script for letter in word if (script := script_of(letter))]
    changes = sum(one != other for one, other in pairwise(scripts))
    return changes == 1 and scripts.count(scripts[0]) > 1 and in_script(word, scripts[-1]) is None


def _is_mostly(word: str, script: str) -> bool:
    """Return whether most letters are of a script, so that the others are slips; an abbreviation may be meant either way."""
    own = sum(script_of(letter) == script for letter in word)
    return not word.isupper() and 2 * own > len(word)


def _message(word: str, right: str | None) -> str:
    odd = [letter for letter, meant in zip(word, right, strict=False) if letter != meant] if right else []
    if not odd:
        return f"“{word}” mixes Latin and Cyrillic letters"
    shown = ", ".join(dict.fromkeys(f"{_NAMES.get(script_of(letter), 'foreign')} “{letter}”" for letter in odd))
    return f"“{word}” mixes Latin and Cyrillic letters: {shown}"
