"""Punctuation and shape: what a text ends with, quotation marks, parentheses, colons."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Hashable
from functools import lru_cache
from math import log

import numpy as np

from workbench.alignment.band import Floats, Ints
from workbench.alignment.evidence.evidence import BeadEvidence, BeadTable, SignEvidence, Signs
from workbench.alignment.side import Side

_QUOTES = frozenset('“”„«»「」『』"')
_ENDS = {":": ":", "?": "?", "!": "!", ";": ";", ".": ".", "。": ".", ",": ",", "、": ",", "؟": "?", "؛": ";", "،": ","}
_TRUST = 0.4  # how sure it is that a translation keeps what a text ends with


class Ends(BeadEvidence):
    """What beads end with on both sides: a full stop, a colon, nothing."""

    def table(self, pivot: Side, version: Side) -> BeadTable:
        """Return the measure of beads between the two sides."""
        ends = [ending(text) for text in pivot.segments], [ending(text) for text in version.segments]
        counts = Counter(ends[0] + ends[1])
        kinds = {end: number for number, end in enumerate(counts)}
        alike = np.array([log(_TRUST * counts.total() / n + 1 - _TRUST) for n in counts.values()])
        mine, theirs = (np.array([kinds[end] for end in own], dtype=np.int8) for own in ends)
        apart = log(1 - _TRUST)

        def table(rows: Ints, columns: Ints, m: int, n: int) -> Floats:
            last = mine[rows + m - 1]
            return np.where(last == theirs[columns + n - 1], alike[last], apart)

        return table


class Marks(SignEvidence):
    """Quotation marks, parentheses and colons inside a text."""

    def signs(self, pivot: Side, version: Side) -> Signs:
        """Return the signs of every segment of both sides."""
        return Signs(tuple(map(_marks, pivot.segments)), tuple(map(_marks, version.segments)), 0.6)


@lru_cache(maxsize=65536)
def ending(segment: str) -> str:
    """Return the mark that a segment ends with, the same for all scripts, quotation marks aside; "" where there is none."""
    text = unicodedata.normalize("NFKC", segment).rstrip().rstrip("".join(_QUOTES))
    return _ENDS.get(text[-1:], "")


@lru_cache(maxsize=65536)
def _marks(segment: str) -> frozenset[Hashable]:
    text = unicodedata.normalize("NFKC", segment).strip()
    there = {"quotation": not _QUOTES.isdisjoint(text), "parenthesis": "(" in text, "colon": ":" in text[:-1]}
    return frozenset(name for name, is_there in there.items() if is_there)
