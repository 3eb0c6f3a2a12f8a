"""Cognates, loans and transliterated names: words that two languages write alike, across Latin and Cyrillic."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable
from difflib import SequenceMatcher
from functools import lru_cache

from workbench.alignment.evidence.evidence import SignEvidence, Signs
from workbench.alignment.side import Side
from workbench.languages.romanise import romanised, skeleton
from workbench.languages.wordforms import word_texts

_FEWEST = 4  # letters of a word that tells
_LONG, _NAME = 4, 3  # consonants that a long word, and a name (a capitalised word), must share
_LIKE = 0.62  # share of letters in common, endings apart
_MOST = 40  # a skeleton that more forms of one side have than this tells nothing

Occurrences = dict[str, dict[str, set[int]]]  # skeleton → romanised form → segments


class Cognates(SignEvidence):
    """Words whose consonants begin alike and whose letters are alike; and words that are the same."""

    def signs(self, pivot: Side, version: Side) -> Signs:
        """Return the signs of every segment of both sides."""
        mine, theirs = _occurrences(pivot), _occurrences(version)
        found: tuple[list[set[Hashable]], list[set[Hashable]]] = (
            [set() for _ in range(len(pivot))],
            [set() for _ in range(len(version))],
        )
        for key in sorted(mine.keys() & theirs.keys()):
            forms = mine[key], theirs[key]
            if max(len(forms[0]), len(forms[1])) > _MOST:
                continue
            alike = [(a, b) for a in forms[0] for b in forms[1] if _alike(a, b)]
            for side, kept in enumerate(({a for a, _ in alike}, {b for _, b in alike})):
                for form in kept:
                    for index in forms[side][form]:
                        found[side][index].add(("cognate", key))
        return Signs(tuple(map(frozenset, found[0])), tuple(map(frozenset, found[1])), 0.6)


@lru_cache(maxsize=65536)
def _spelled(word: str) -> tuple[str, tuple[str, ...]]:
    """Return a romanised word, and the skeletons by which it may be found; none for short words."""
    roman = romanised(word)
    code = skeleton(roman) if len(roman) >= _FEWEST else ""
    long = (code[:_LONG],) if len(code) >= _LONG else ()
    name = (code[:_NAME].upper(),) if len(code) >= _NAME and word[0].isupper() else ()
    return roman, long + name


@lru_cache(maxsize=16)
def _occurrences(side: Side) -> Occurrences:
    result: Occurrences = defaultdict(lambda: defaultdict(set))
    for index, segment in enumerate(side.segments):
        for word in word_texts(segment):
            roman, keys = _spelled(word)
            for key in keys:
                result[key][roman].add(index)
    return result


@lru_cache(maxsize=65536)
def _alike(a: str, b: str) -> bool:
    length = min(len(a), len(b)) + 1
    one, other = a[:length], b[:length]
    # At most the letters that both have, in whatever order, can match: most pairs are refused by that.
    most = sum(min(one.count(letter), other.count(letter)) for letter in set(one))
    if 2 * most / (len(one) + len(other)) < _LIKE:
        return False
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= _LIKE
