"""Straying words: what stands at the edge of a segment here, and across that edge in a translation.

Two translations that are cut into segments at places that do not correspond show it in their words: those of the end of
one segment have their counterparts not in its own counterpart but in the neighbour's, and the other way round.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from workbench.alignment.band import Floats, Ints, Vectors
from workbench.alignment.encoders.words import word_vectors
from workbench.alignment.side import Side

_SAMPLE = 96  # words of all versions that tell how crowded it is around a word
_NEAREST = 10  # of them
_FOUND = -0.05  # the likeness from which on a word counts as found
_FACTOR = 3.0  # of what strays before its logarithm is taken: the more, the less another word adds


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of one side. `words` has the numbers of each segment's words in order.

    Of each word `vectors` has a centred row of length one, `values` how much it tells (by how rare it is anywhere and in
    the text), `crowd` the mean cosine of the nearest words of all versions.
    """

    words: tuple[Ints, ...]
    vectors: Vectors
    values: Floats
    crowd: Floats

    def run(self, segments: range) -> Ints:
        """Return the words of consecutive segments."""
        return np.concatenate([self.words[index] for index in segments])


@dataclass(frozen=True, slots=True)
class Place:
    """Where a text is cut: the segments of the bead before and of the bead behind."""

    before: range
    behind: range

    def __len__(self) -> int:
        return len(self.before) + len(self.behind)

    def joined(self) -> range:
        """Return the segments of both beads."""
        return range(self.before.start, self.behind.stop)


def wordings(sides: Sequence[Side]) -> list[Wording | None]:
    """Return the words of each side, None where the word table knows nothing of its language."""
    found = [word_vectors(side.segments, side.knowledge.tag) for side in sides]
    rows = [None if one is None else _centred(one[1], one[0]) for one in found]
    known = [one[one.any(axis=1)] for one in rows if one is not None]
    if not known:
        return [None] * len(sides)
    sample = np.concatenate(known)
    sample = sample[np.linspace(0, len(sample) - 1, min(_SAMPLE, len(sample))).astype(np.int64)]
    return [
        None if one is None or own is None else Wording(tuple(one[0]), own, _values(*one), _crowd(own, sample))
        for one, own in zip(found, rows, strict=True)
    ]


def straying(one: Wording, other: Wording, here: Place, there: Place) -> tuple[float, float, float, float]:
    """Return how much strays at a cut: from the end before it and the beginning behind it, of one text and of the other.

    Of the runs of words that end (begin) at the cut that is taken whose words are found across it in the other text by
    the most more than on their own side; 0 where none is. Words are compared by cosines less how crowded it is around
    either (cross-domain similarity local scaling, Conneau et al. 2018).
    """
    mine, theirs = (one.run(here.before), one.run(here.behind)), (other.run(there.before), other.run(there.behind))
    own, opposite = np.concatenate(mine), np.concatenate(theirs)
    if not all(map(len, (*mine, *theirs))):
        return 0.0, 0.0, 0.0, 0.0
    likeness = 2 * one.vectors[own] @ other.vectors[opposite].T - one.crowd[own, None] - other.crowd[opposite]
    likeness = np.maximum(likeness, _FOUND)
    ends = len(mine[0]), len(theirs[0])
    drawn = one.values[own] * (likeness[:, ends[1] :].max(axis=1) - likeness[:, : ends[1]].max(axis=1))
    turned = other.values[opposite] * (likeness[ends[0] :].max(axis=0) - likeness[: ends[0]].max(axis=0))
    return (
        _most(drawn[: ends[0]][::-1]),
        _most(-drawn[ends[0] :]),
        _most(turned[: ends[1]][::-1]),
        _most(-turned[ends[1] :]),
    )


def signs_of_straying(strays: tuple[float, float, float, float]) -> NDArray[np.float64]:
    """Return three measures (columns) of what strays, for a cut that the other text has earlier and for one later (rows).

    They are what both texts show alike, what they show together, and what speaks for the opposite; as logarithms.
    """
    end, start, their_end, their_start = strays
    measures = [
        (min(end, their_start), end + their_start, start + their_end),
        (min(start, their_end), start + their_end, end + their_start),
    ]
    return np.log1p(_FACTOR * np.array(measures))


def _most(drawn: Floats) -> float:
    return max(0.0, float(drawn.cumsum().max()))


def _centred(vectors: NDArray[np.float32], words: Sequence[Ints]) -> Vectors:
    """Return rows of length one, less the mean of all words of the text; words without a vector stay zero."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    rows = np.divide(vectors, lengths, out=np.zeros_like(vectors), where=lengths > 0)
    counts = np.bincount(np.concatenate([*words, np.zeros(0, dtype=np.int64)]), minlength=len(rows))
    rows = (rows - counts @ rows / max(1, counts.sum())).astype(np.float32) * (lengths > 0)
    size = np.linalg.norm(rows, axis=1, keepdims=True)
    return np.asarray(np.divide(rows, size, out=np.zeros_like(rows), where=size > 0))


def _values(words: Sequence[Ints], vectors: NDArray[np.float32]) -> Floats:
    """Return the weights of words, times the logarithm of how rare each is in the text: 1 is in none, 0 in all."""
    held = np.zeros(len(vectors), dtype=np.int64)
    for segment in words:
        held[segment] += 1  # once, however often the segment has the word
    rarity = np.log1p(len(words) / np.maximum(1, held)) / np.log1p(len(words))
    return np.asarray(np.linalg.norm(vectors, axis=1) * rarity)


def _crowd(rows: Vectors, sample: Vectors) -> Floats:
    cosines = rows @ sample.T
    wanted = min(_NEAREST, cosines.shape[1])
    return np.asarray(np.partition(cosines, cosines.shape[1] - wanted, axis=1)[:, -wanted:].mean(axis=1))
