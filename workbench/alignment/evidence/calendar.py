"""Dates, in whatever order and case a language writes them."""

from __future__ import annotations

from collections.abc import Hashable
from functools import lru_cache

from workbench.alignment.evidence.evidence import SignEvidence, Signs
from workbench.alignment.side import Side
from workbench.languages.dates import FoundDate, dates


class Calendar(SignEvidence):
    """Whole dates, and their months."""

    def signs(self, pivot: Side, version: Side) -> Signs:
        """Return the signs of every segment of both sides."""
        return Signs(_dates(pivot), _dates(version), 0.85)


@lru_cache(maxsize=16)
def dates_of(side: Side) -> tuple[tuple[FoundDate, ...], ...]:
    """Return the dates of a side's segments, read once."""
    return tuple(dates(segment, side.knowledge) for segment in side.segments)


def _dates(side: Side) -> tuple[frozenset[Hashable], ...]:
    result = []
    for found in dates_of(side):
        signs: set[Hashable] = {("date", date.year, date.month, date.day) for date in found}
        signs.update(("month", date.month) for date in found)
        result.append(frozenset(signs))
    return tuple(result)
