"""Word association learned from the document itself: words that stand in the same beads again and again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from math import comb

import numpy as np

from workbench.alignment.evidence.evidence import SignEvidence, Signs
from workbench.alignment.side import Side
from workbench.languages.wordforms import fold, words
from workbench.model.ladder import Ladder

_STEM = 5  # letters that stand for a word and its forms
_FEWEST = 2  # beads that a pair must share
_CLOSE = 0.5  # Dice coefficient that it must reach
_COMMON = 0.4  # what stands in more of the beads than this tells nothing
_CHANCE = 0.5  # share of pairs that may be there by chance among those that are equally strong


@dataclass(frozen=True, slots=True)
class Association(SignEvidence):
    """Pairs of word stems, linked one to one by how often they share a bead (competitive linking, Melamed 2000).

    The links map stems of the pivot and of the version to the number of their pair; they are empty until a ladder has
    taught them. Where words are not parted by spaces, pairs of neighbouring characters stand for words.
    """

    pivot_links: Mapping[str, int] = field(default_factory=dict)
    version_links: Mapping[str, int] = field(default_factory=dict)

    def signs(self, pivot: Side, version: Side) -> Signs:
        """Return the signs of every segment of both sides."""
        if not self.pivot_links:
            return Signs((frozenset(),) * len(pivot), (frozenset(),) * len(version), 0.7)
        return Signs(_linked(pivot, self.pivot_links), _linked(version, self.version_links), 0.7)

    def learned(self, pivot: Side, version: Side, ladder: Ladder) -> Association:
        """Return the evidence with the pairs that a ladder teaches."""
        mine, theirs = _all_stems(pivot), _all_stems(version)
        beads = [span for span in ladder.spans() if span.bead.pivot and span.bead.version]
        held = [
            (set().union(*(mine[i] for i in span.pivot)), set().union(*(theirs[j] for j in span.version)))
            for span in beads
        ]
        counts = Counter(s for bead in held for s in bead[0]), Counter(s for bead in held for s in bead[1])
        most = max(_FEWEST, _COMMON * len(beads))
        useful = tuple(sorted(s for s, n in count.items() if _FEWEST <= n <= most) for count in counts)
        pairs = [
            (n, counts[0][useful[0][a]], counts[1][useful[1][b]], useful[0][a], useful[1][b])
            for a, b, n in _often_together(held, useful, counts)
        ]
        seen = Counter(pair[:3] for pair in pairs)
        usual = tuple(Counter(count[stem] for stem in stems) for count, stems in zip(counts, useful, strict=True))
        ranked = []
        for n, a, b, stem, partner in pairs:
            chance = usual[0][a] * usual[1][b] * _hypergeometric(n, a, b, len(beads)) / seen[n, a, b]
            if chance <= _CHANCE:
                ranked.append((chance, -2 * n / (a + b), stem, partner))
        ranked.sort()
        links: tuple[dict[str, int], dict[str, int]] = ({}, {})
        for number, (_, _, stem, partner) in enumerate(ranked):
            if stem not in links[0] and partner not in links[1]:
                links[0][stem] = links[1][partner] = number
        return Association(*links)


def _often_together(
    beads: Sequence[tuple[set[str], set[str]]], stems: Sequence[Sequence[str]], counts: Sequence[Counter[str]]
) -> Iterator[tuple[int, int, int]]:
    """Give the pairs of stems, by their numbers, that share enough beads, and how many they share."""
    often = [np.array([count[stem] for stem in own], dtype=np.int64) for own, count in zip(stems, counts, strict=True)]
    places = []
    for side, own in enumerate(stems):
        number = {stem: index for index, stem in enumerate(own)}
        found = [(at, number[stem]) for at, bead in enumerate(beads) for stem in bead[side] if stem in number]
        places.append(np.array(found, dtype=np.int64).reshape(-1, 2))
    (bead, one), (others_bead, other) = places[0].T, places[1].T
    begin, end = (np.searchsorted(others_bead, bead, side) for side in ("left", "right"))
    left = np.repeat(one, end - begin)
    right = other[np.arange(len(left)) + np.repeat(begin - (np.cumsum(end - begin) - (end - begin)), end - begin)]
    total = often[0][left] + often[1][right]
    # What stands in far more beads than its partner cannot be close to it.
    able = 2 * np.minimum(often[0][left], often[1][right]) >= _CLOSE * total
    codes, shared = np.unique(left[able] * max(len(stems[1]), 1) + right[able], return_counts=True)
    first, second = np.divmod(codes, max(len(stems[1]), 1))
    close = (shared >= _FEWEST) & (2 * shared >= _CLOSE * (often[0][first] + often[1][second]))
    yield from zip(first[close].tolist(), second[close].tolist(), shared[close].tolist(), strict=True)


def _hypergeometric(shared: int, a: int, b: int, total: int) -> float:
    """Return how likely two stems that stand in `a` and `b` of all beads share just so many by chance."""
    return comb(a, shared) * comb(total - a, b - shared) / comb(total, b)


def stems(text: str) -> frozenset[str]:
    """Return what stands for the words of a text: their first letters, or pairs of neighbouring characters."""
    return frozenset(_stems(text))


@lru_cache(maxsize=16)
def _all_stems(side: Side) -> tuple[frozenset[str], ...]:
    return tuple(map(stems, side.segments))


def _stems(text: str) -> Iterator[str]:
    for word in words(fold(text)):
        if word.text[0] >= "\u2e80":  # from here on Unicode has the scripts of East Asia, which write without spaces
            yield from (word.text[at : at + 2] for at in range(len(word.text) - 1))
        else:
            yield word.text[:_STEM]


def _linked(side: Side, links: Mapping[str, int]) -> tuple[frozenset[Hashable], ...]:
    return tuple(frozenset(("linked", links[s]) for s in own if s in links) for own in _all_stems(side))
