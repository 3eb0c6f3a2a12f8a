"""Russian word forms by the dictionary of pymorphy3: what no table of endings knows (рынок, рынка; право is not правый)."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

# Parts of speech of OpenCorpora that are one word's forms; any other stands for itself.
_GROUPS = {"ADJS": "ADJF", "INFN": "VERB", "GRND": "VERB", "PRTS": "PRTF"}
_LIKELY = 0.2  # a reading of the term itself less likely than this is not meant: право is no short form of правый


@lru_cache(maxsize=1)
def _analyser() -> Any:
    import pymorphy3

    return pymorphy3.MorphAnalyzer()


@lru_cache(maxsize=65536)
def _readings(word: str) -> tuple[tuple[str, str, float], ...]:
    parsed = _analyser().parse(word)
    return tuple(
        (p.normal_form.replace("ё", "е"), _GROUPS.get(str(p.tag.POS), str(p.tag.POS)), p.score) for p in parsed
    )


def same_lexeme(form: str, word: str) -> bool | None:
    """Return whether two Russian words (lower case) are forms of one, or None where the dictionary cannot say.

    Every reading of the form counts; of the word those that are likely. The dictionary can deny only a word that it has
    in its first form: Саидов is no form of саид, as it reads it.
    """
    if not _analyser().word_is_known(word):
        return None
    readings = _readings(word)
    best = max(score for _, _, score in readings)
    meant = {(lemma, group) for lemma, group, score in readings if score >= min(best, _LIKELY)}
    if any((lemma, group) in meant for lemma, group, _ in _readings(form)):
        return True
    return False if any(lemma == word.replace("ё", "е") for lemma, _ in meant) else None
