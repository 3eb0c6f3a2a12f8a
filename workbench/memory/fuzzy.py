"""Units that resemble a text, by how many letters would have to be changed.

A unit that resembles a text shares most of its rarer terms. So for each term the texts that hold it are counted, among those of
the text's language and of about its length; those that share most are compared letter by letter (Levenshtein, rapidfuzz).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from workbench.languages.knowledge import language_key
from workbench.memory.hit import Hit
from workbench.memory.looking import Reader
from workbench.memory.store import Store, length_step, unit_of
from workbench.memory.terms import LONG, Terms
from workbench.model.text import normalised

LEAST = 50.0  # per cent from which on a unit is worth a look
_TERMS = 24  # terms of a text that are counted
_TEXTS = 2_500  # texts that are counted for a term: one that more hold says little
_FEW = 6  # of terms that many texts hold, those that are asked for together
_LOOKED = 400  # units that are compared letter by letter
_SPREAD = 0.618  # of the golden section: multiples of it spread evenly


@dataclass(frozen=True, slots=True)
class Match:
    """A unit that resembles a text: which version of it, and by how much in per cent, 100 for the same text."""

    hit: Hit
    tag: str
    percent: float


def matches(reader: Reader, text: str, tag: str, most: int = 10, least: float = LEAST) -> list[Match]:
    """Return the units of which a version in the language of `tag` resembles a text, the likest first.

    A language is known by its tag's language and script: `en` finds `en-GB`.
    """
    wanted = normalised(text)
    if not wanted:
        return []
    from rapidfuzz.distance import Levenshtein

    store, key = reader.store, language_key(tag)
    with store.named():
        languages = {other: number for other, number in store.languages().items() if language_key(other) == key}
        found: dict[int, Match] = {}
        for other, number in languages.items():
            for unit in _likely(store, wanted, number, least):
                hit = reader.unit(unit)
                if hit is None or other not in hit.versions:
                    continue
                like = 100 * Levenshtein.normalized_similarity(wanted, hit.versions[other], score_cutoff=least / 100)
                if like >= least and (unit not in found or like > found[unit].percent):
                    found[unit] = Match(hit, other, like)
    return sorted(found.values(), key=lambda match: -match.percent)[:most]


def _likely(store: Store, text: str, language: int, least: float) -> list[int]:
    """Return the units that share most with a text, of one language and of lengths that may resemble it."""
    terms = _chosen(text)
    steps = length_step(math.ceil(len(text) * least / 100)), length_step(math.floor(len(text) * 100 / least))
    within = store.numbers(language, steps)
    near = store.numbers(language, (length_step(len(text)),) * 2)
    weights: Counter[int] = Counter()
    common: list[tuple[int, str]] = []
    for term in terms:
        held = _texts(store, term, within, _TEXTS)
        if len(held) < _TEXTS:
            weight = 1 + int(4 * math.log2(_TEXTS / (1 + len(held))))
            for number in held:
                weights[number] += weight
        else:
            # How far the first texts reach tells how many there are.
            common.append((-held[-1], term))
    common.sort()
    for several in _together([term for _, term in common]):
        for number in _texts(store, " AND ".join(several), within, _TEXTS // 4):
            weights[number] += len(several)
    if common:
        for number in _texts(store, " AND ".join(terms), near, _LOOKED):
            weights[number] += 8 * len(terms)
    return [unit_of(number) for number, _ in weights.most_common(_LOOKED)]


def _texts(store: Store, question: str, within: tuple[int, int], most: int) -> list[int]:
    return [
        number
        for (number,) in store.rows(
            "SELECT rowid FROM term WHERE term MATCH ? AND rowid BETWEEN ? AND ? LIMIT ?", (question, *within, most)
        )
    ]


def _chosen(text: str) -> list[str]:
    """Return the terms that are counted, as FTS5 is asked for them: of a long text the longest, from all parts of it."""
    terms = [term for term in dict.fromkeys(Terms().of(text).split()) if term != LONG]
    if len(terms) > _TERMS:
        chosen = sorted((-len(term), at * _SPREAD % 1, term) for at, term in enumerate(terms))
        terms = [term for _, _, term in chosen[:_TERMS]]
    return [f'"{term}"' for term in terms]


def _together(terms: list[str]) -> Iterator[tuple[str, ...]]:
    """Yield which of the terms that many texts hold are asked for together: three of the rarest, or as many as there are."""
    few = terms[:_FEW]
    yield from combinations(few, min(3, len(few))) if few else ()
