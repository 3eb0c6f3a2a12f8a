"""Whether a candidate is a name, and of what."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rapidfuzz import fuzz

from workbench.glossary.likeness import alike
from workbench.glossary.states import is_state, state_stems
from workbench.glossary.term import TermKind
from workbench.languages.knowledge import knowledge
from workbench.languages.romanise import romanised
from workbench.languages.wordforms import fold, word_texts

if TYPE_CHECKING:
    from workbench.glossary.wordings import Wording

_ALIKE = 60  # of 100: Rashid Meredov and Raşid Meredow, Sichuan Province and провинция Сычуань
_SPELT = 0.6  # of 1: two words that spell one name
_PERSON = range(2, 4)  # words of a person's name


def kind_of(text: str, capitals: bool, wordings: Mapping[str, Wording], pivot: str) -> TermKind:
    """Return the kind of a run: with capitals everywhere, and a state's or sounding so in half of the versions, it is a name."""
    own = word_texts(text)
    if capitals and (is_state(text, pivot) or ("-" not in text and sum(is_state(word, pivot) for word in own) == 1)):
        return TermKind.STATE
    lettered = [wording.text for tag, wording in wordings.items() if not knowledge(tag).wordforms.unspaced]
    if not capitals or 2 * sum(_sounds_alike(text, other) for other in lettered) < max(1, len(lettered)):
        return TermKind.TERM
    if any(fold(word).startswith(state_stems()) for word in own):
        return TermKind.STATE
    spelt = sum(_spells(own, word_texts(other)) for other in lettered)
    return TermKind.PERSON if len(own) in _PERSON and 2 * spelt > len(lettered) else TermKind.PLACE


def _sounds_alike(text: str, other: str) -> bool:
    own, their = _letters(text), _letters(other)
    return max(fuzz.ratio(own, their), fuzz.token_sort_ratio(own, their)) >= _ALIKE


def _letters(text: str) -> str:
    return " ".join(map(romanised, word_texts(text)))


def _spells(own: list[str], other: list[str]) -> bool:
    """Return whether two names have as many words, all with capitals, which sound alike one by one."""
    return len(own) == len(other) and all(
        b[0].isupper() and (alike(a, b) >= _SPELT or min(len(a), len(b)) < 3) for a, b in zip(own, other, strict=True)
    )
