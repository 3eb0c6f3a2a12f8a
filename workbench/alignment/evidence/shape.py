"""Punctuation and shape: what a text ends with, quotation marks, parentheses, colons."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Hashable
from math import log

from workbench.alignment.evidence.evidence import BeadEvidence, Measure, SignEvidence, Signs
from workbench.alignment.side import Side

_QUOTES = frozenset('“”„«»「」『』"')
_ENDS = {":": ":", "?": "?", "!": "!", ";": ";", ".": ".", "。": ".", ",": ",", "、": ",", "؟": "?", "؛": ";", "،": ","}
_TRUST = 0.4  # how sure it is that a translation keeps what a text ends with


class Ends(BeadEvidence):
    """What beads end with on both sides: a full stop, a colon, nothing."""

    def measure(self, pivot: Side, version: Side) -> Measure:
        """Return the measure of beads between the two sides."""
        ends = [_end(text) for text in pivot.segments], [_end(text) for text in version.segments]
        counts = Counter(ends[0] + ends[1])
        alike = {end: log(_TRUST * counts.total() / n + 1 - _TRUST) for end, n in counts.items()}
        apart = log(1 - _TRUST)

        def measure(_i: int, i_end: int, _j: int, j_end: int) -> float:
            last = ends[0][i_end - 1]
            return alike[last] if last == ends[1][j_end - 1] else apart

        return measure


class Marks(SignEvidence):
    """Quotation marks, parentheses and colons inside a text."""

    def signs(self, pivot: Side, version: Side) -> Signs:
        """Return the signs of every segment of both sides."""
        return Signs(tuple(map(_marks, pivot.segments)), tuple(map(_marks, version.segments)), 0.6)


def _end(segment: str) -> str:
    text = unicodedata.normalize("NFKC", segment).rstrip().rstrip("".join(_QUOTES))
    return _ENDS.get(text[-1:], "")


def _marks(segment: str) -> frozenset[Hashable]:
    text = unicodedata.normalize("NFKC", segment).strip()
    there = {"quotation": not _QUOTES.isdisjoint(text), "parenthesis": "(" in text, "colon": ":" in text[:-1]}
    return frozenset(name for name, is_there in there.items() if is_there)
