"""Hearing: whether the words of some segments are found in a text of the other version, more than in the texts about it."""

from __future__ import annotations

import numpy as np

from workbench.alignment.band import Floats, Ints
from workbench.alignment.evidence.straying import Wording

_UNFOUND = -0.05  # the likeness of a word that is not found
_NEAR = 48  # segments before and behind, among which a text must stand out
_FEW = 6  # texts: among fewer, nothing stands out
_LEAST = 1e-3  # deviation of what is found in texts


def heard(words: Wording, segments: range, text: Wording, place: range) -> tuple[float, float] | None:
    """Return how well the words of segments are found in the segments `place` of the other version, taken together.

    The first number is the mean over words, by how much they tell (about 1: each has its counterpart); the second by how
    many deviations that is more than in other segments, for their number of words. None where there is too little to tell.
    """
    about = range(max(0, place.start - _NEAR), min(len(text.words), place.stop + _NEAR))
    texts = [text.run(place), *(text.words[index] for index in about if index not in place)]
    texts = [texts[0], *filter(len, texts[1:])]
    own = words.run(segments)
    values = words.values[own]
    if len(texts) <= _FEW or not len(texts[0]) or values.sum() <= 0:
        return None
    counts = np.array([len(one) for one in texts])
    found = _found(words, own, text, texts, counts) @ values / values.sum()
    lines = np.column_stack((np.ones(len(counts)), np.log(counts)))
    rest = found - lines @ np.linalg.lstsq(lines[1:], found[1:], rcond=None)[0]
    return float(found[0]), float(rest[0] / max(float(rest[1:].std()), _LEAST))


def _found(words: Wording, own: Ints, text: Wording, texts: list[Ints], counts: Ints) -> Floats:
    """Return for each text (rows) and word the likeness of the text's likest word, less how crowded it is around either."""
    opposite = np.concatenate(texts)
    likeness = text.vectors[opposite] @ (2 * words.vectors[own]).T - text.crowd[opposite, None]
    best = np.maximum.reduceat(likeness, np.cumsum(counts) - counts, axis=0) - words.crowd[own]
    return np.asarray(np.maximum(best, _UNFOUND), dtype=np.float64)
