"""Word association learned from the document itself: words that stand in the same beads again and again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import compress
from math import comb

import numpy as np
from numpy.typing import NDArray

from workbench.alignment.band import Ints
from workbench.alignment.evidence.evidence import SignEvidence, Signs
from workbench.alignment.side import Side
from workbench.languages.wordforms import fold, word_texts
from workbench.model.ladder import Ladder

_STEM = 5  # letters that stand for a word and its forms
_FEWEST = 2  # beads that a pair must share
_CLOSE = 0.5  # Dice coefficient that it must reach
_COMMON = 0.4  # what stands in more of the beads than this tells nothing
_BLOCK = 2000  # beads whose pairs of stems are counted at a time
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
        beads = [span for span in ladder.spans() if span.bead.pivot and span.bead.version]
        held = (
            _held(_all_stems(pivot), [span.pivot for span in beads]),
            _held(_all_stems(version), [span.version for span in beads]),
        )
        counts = held[0].often.tolist(), held[1].often.tolist()
        most = max(_FEWEST, _COMMON * len(beads))
        useful = tuple([_FEWEST <= n <= most for n in own] for own in counts)
        pairs = [
            (n, counts[0][a], counts[1][b], held[0].stems[a], held[1].stems[b])
            for a, b, n in _often_together(
                *(one.only(np.array(kept, dtype=np.bool_)) for one, kept in zip(held, useful, strict=True))
            )
        ]
        seen = Counter(pair[:3] for pair in pairs)
        usual = tuple(Counter(compress(own, kept)) for own, kept in zip(counts, useful, strict=True))
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


@dataclass(frozen=True, slots=True)
class _Held:
    """The stems that beads hold on one side: entry `k` says that bead `beads[k]` (ascending) holds stem `numbers[k]`.

    `stems` has the stems in order, `often` how many beads hold each.
    """

    stems: Sequence[str]
    beads: Ints
    numbers: Ints
    often: Ints

    def only(self, kept: NDArray[np.bool_]) -> _Held:
        """Return the same without the entries of stems that are not kept."""
        there = kept[self.numbers]
        return _Held(self.stems, self.beads[there], self.numbers[there], self.often)

    def part(self, first: int, stop: int) -> tuple[Ints, Ints]:
        """Return the entries of some beads."""
        at = slice(*np.searchsorted(self.beads, (first, stop)))
        return self.beads[at], self.numbers[at]


def _held(stems: Sequence[frozenset[str]], beads: Sequence[range]) -> _Held:
    names = sorted(set().union(*stems))
    number = {stem: index for index, stem in enumerate(names)}
    found = [
        (bead, number[stem]) for bead, run in enumerate(beads) for stem in set().union(*stems[run.start : run.stop])
    ]
    entries = np.array(found, dtype=np.int64).reshape(-1, 2)
    return _Held(names, entries[:, 0], entries[:, 1], np.bincount(entries[:, 1], minlength=len(names)))


def _often_together(one: _Held, other: _Held) -> Iterator[tuple[int, int, int]]:
    """Give the pairs of stems, by their numbers, that share enough beads, and how many they share."""
    span = max(len(other.stems), 1)
    parts = [(np.zeros(0, dtype=np.int64),) * 2]  # codes of pairs, and how many beads of a block share them
    for first in range(0, max(one.beads.max(initial=-1), other.beads.max(initial=-1)) + 1, _BLOCK):
        (bead, mine), (others_bead, theirs) = one.part(first, first + _BLOCK), other.part(first, first + _BLOCK)
        begin, end = (np.searchsorted(others_bead, bead, side) for side in ("left", "right"))
        left = np.repeat(mine, end - begin)
        right = theirs[np.arange(len(left)) + np.repeat(begin - (np.cumsum(end - begin) - (end - begin)), end - begin)]
        often = one.often[left], other.often[right]
        # What stands in far more beads than its partner cannot be close to it.
        able = 2 * np.minimum(*often) >= _CLOSE * (often[0] + often[1])
        parts.append(np.unique(left[able] * span + right[able], return_counts=True))
    codes, inverse = np.unique(np.concatenate([part[0] for part in parts]), return_inverse=True)
    shared = np.bincount(inverse, np.concatenate([part[1] for part in parts]), len(codes)).astype(np.int64)
    mine, theirs = np.divmod(codes, span)
    close = (shared >= _FEWEST) & (2 * shared >= _CLOSE * (one.often[mine] + other.often[theirs]))
    yield from zip(mine[close].tolist(), theirs[close].tolist(), shared[close].tolist(), strict=True)


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
    for word in word_texts(fold(text)):
        if word[0] >= "\u2e80":  # from here on Unicode has the scripts of East Asia, which write without spaces
            yield from (word[at : at + 2] for at in range(len(word) - 1))
        else:
            yield word[:_STEM]


def _linked(side: Side, links: Mapping[str, int]) -> tuple[frozenset[Hashable], ...]:
    return tuple(frozenset(("linked", links[s]) for s in own if s in links) for own in _all_stems(side))
