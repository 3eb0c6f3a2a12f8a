"""Numbers, in digits or words: most translations keep them."""

from __future__ import annotations

from collections.abc import Hashable
from functools import lru_cache

from workbench.alignment.evidence.calendar import dates_of
from workbench.alignment.evidence.evidence import SignEvidence, Signs
from workbench.alignment.evidence.labels import labels_of
from workbench.alignment.side import Side
from workbench.languages.numerals import numerals


class Numbers(SignEvidence):
    """The values of numbers, without those of labels; of a date year and day (months are words in some languages)."""

    def signs(self, pivot: Side, version: Side) -> Signs:
        """Return the signs of every segment of both sides."""
        return Signs(_values(pivot), _values(version), 0.75)


@lru_cache(maxsize=16)
def _values(side: Side) -> tuple[frozenset[Hashable], ...]:
    result = []
    for segment, label, found in zip(side.segments, labels_of(side), dates_of(side), strict=True):
        values: set[Hashable] = set()
        for date in found:
            values.update(("number", part) for part in (date.year, date.day) if part is not None)
        begin = label.end if label else 0
        for numeral in numerals(segment, side.knowledge):
            if numeral.start >= begin and not any(date.start <= numeral.start < date.end for date in found):
                values.add(("number", numeral.value))
        result.append(frozenset(values))
    return tuple(result)
