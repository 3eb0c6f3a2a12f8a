"""Findings on the screen: which row and words each is about, the worst of a row, the next and the previous one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from workbench.tui.table import Table

SIGNS: Mapping[str, str] = {"error": "✖", "warning": "▲", "info": "·"}
_ORDER = {"error": 0, "warning": 1, "info": 2}


class Place(Protocol):
    """Where a finding is; `workbench.checks` has the class. Lines and columns are 1-based, columns count code points."""

    @property
    def version(self) -> str: ...
    @property
    def clause(self) -> str: ...
    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...
    @property
    def end_column(self) -> int: ...
    @property
    def words(self) -> str: ...


class Found(Protocol):
    """A finding, as far as the screen looks at it; `workbench.checks` has the class."""

    @property
    def check(self) -> str: ...
    @property
    def severity(self) -> str: ...
    @property
    def version(self) -> str | None: ...
    @property
    def location(self) -> Place: ...
    @property
    def message(self) -> str: ...
    @property
    def suggestion(self) -> str: ...
    @property
    def related(self) -> Sequence[Place]: ...


@dataclass(frozen=True, slots=True)
class Spot:
    """A finding at its place in the grid: row, version, segment (0-based), and code points `start` to `end` in it."""

    found: Found
    row: int
    tag: str
    segment: int
    start: int
    end: int

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for information."""
        return rank(self.found)


def rank(found: Found) -> int:
    """Return how bad a finding is: 0 for an error, 1 for a warning, 2 for information."""
    return _ORDER.get(str(found.severity), 2)


def sign(found: Found) -> str:
    """Return the sign of a finding's severity."""
    return SIGNS.get(str(found.severity), "·")


@dataclass(frozen=True, slots=True)
class Findings:
    """All findings of a document, in the order in which `next` goes through them."""

    spots: tuple[Spot, ...] = ()
    by_row: Mapping[int, tuple[Spot, ...]] = field(default_factory=dict)

    def worst(self, row: int) -> Spot | None:
        """Return the worst finding of a row, or None."""
        return min(self.by_row.get(row, ()), key=lambda spot: spot.rank, default=None)

    def counts(self) -> tuple[int, int, int]:
        """Return how many errors, warnings and pieces of information there are."""
        ranks = [spot.rank for spot in self.spots]
        return ranks.count(0), ranks.count(1), ranks.count(2)

    def step(self, row: int, current: Spot | None, by: int) -> tuple[Spot | None, bool]:
        """Return the finding `by` (1 or -1) from where the cursor is, and whether it went round the end of the document.

        `current` is the finding that the cursor was led to last, when it still stands in that row.
        """
        if not self.spots:
            return None, False
        if current is not None and current in self.by_row.get(row, ()):
            wanted = self.spots.index(current) + by
        elif by > 0:
            wanted = next((index for index, spot in enumerate(self.spots) if spot.row >= row), len(self.spots))
        else:
            wanted = next((index for index in range(len(self.spots) - 1, -1, -1) if self.spots[index].row <= row), -1)
        return self.spots[wanted % len(self.spots)], not 0 <= wanted < len(self.spots)


def locate(findings: Sequence[Found], table: Table) -> Findings:
    """Return the findings at their places in the table. What names no version of the document is placed by the pivot's."""
    document = table.document
    order = {tag: index for index, tag in enumerate((document.pivot, *document.others()))}
    segment_of = {tag: {line: index for index, line in enumerate(version.text.lines())} for tag, version in document.versions.items()}
    spots = []
    for found in findings:
        place = found.location
        tag = place.version if place.version in order else document.pivot
        segment = segment_of[tag].get(place.line, 0)
        spots.append(Spot(found, table.row_of(tag, segment), tag, segment, max(0, place.column - 1), max(0, place.end_column - 1)))
    spots.sort(key=lambda spot: (spot.row, order[spot.tag], spot.segment, spot.start, spot.rank))
    by_row: dict[int, list[Spot]] = {}
    for spot in spots:
        by_row.setdefault(spot.row, []).append(spot)
    return Findings(tuple(spots), {row: tuple(held) for row, held in by_row.items()})
