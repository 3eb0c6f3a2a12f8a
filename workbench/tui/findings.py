"""Findings on the screen: which row and words each is about, the worst of a row, the next and the previous one."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePosixPath

from workbench.checks.finding import Finding, Severity
from workbench.model.document import Document
from workbench.model.row import Rows

_RANKS: Mapping[Severity, int] = {severity: severity.rank for severity in Severity}
SIGNS: Mapping[Severity, str] = {Severity.ERROR: "✖", Severity.WARNING: "▲", Severity.INFO: "·"}


@dataclass(frozen=True, slots=True)
class Spot:
    """A finding at its place in the grid.

    `tag` is the version that it is about, and `row` the row; `held_by` the version in whose segment (0-based) the
    words stand, code points `start` to `end`: another than `tag` for what `tag` lacks.
    """

    finding: Finding
    row: int
    tag: str
    held_by: str
    segment: int
    start: int
    end: int

    @property
    def rank(self) -> int:
        """0 for an error, 1 for a warning, 2 for information."""
        return _RANKS[self.finding.severity]


def sign(finding: Finding) -> str:
    """Return the sign of a finding's severity."""
    return SIGNS[finding.severity]


@dataclass(frozen=True)
class Findings:
    """All findings of a document, in the order in which `next` goes through them: by rows."""

    spots: tuple[Spot, ...] = ()

    @cached_property
    def by_row(self) -> Mapping[int, tuple[Spot, ...]]:
        """The findings of each row that has some."""
        found: dict[int, list[Spot]] = {}
        for spot in self.spots:
            found.setdefault(spot.row, []).append(spot)
        return {row: tuple(held) for row, held in found.items()}

    @cached_property
    def _rows(self) -> Sequence[int]:
        return [spot.row for spot in self.spots]

    @cached_property
    def _counts(self) -> tuple[int, int, int]:
        ranks = [spot.rank for spot in self.spots]
        return ranks.count(0), ranks.count(1), ranks.count(2)

    def worst(self, row: int) -> Spot | None:
        """Return the worst finding of a row, or None."""
        return min(self.by_row.get(row, ()), key=lambda spot: spot.rank, default=None)

    def counts(self) -> tuple[int, int, int]:
        """Return how many errors, warnings and pieces of information there are."""
        return self._counts

    def prepared(self) -> Findings:
        """Return the findings with all worked out that is asked for: so that no key waits for it."""
        _ = self.by_row, self._rows, self._counts
        return self

    def step(self, row: int, current: Spot | None, by: int) -> tuple[Spot | None, bool]:
        """Return the finding `by` (1 or -1) from where the cursor is, and whether it went round the end of the
        document.

        `current` is the finding that the cursor was led to last, when it still stands in that row.
        """
        if not self.spots:
            return None, False
        first, behind = bisect_left(self._rows, row), bisect_right(self._rows, row)
        here = self.spots[first:behind]
        wanted = first if by > 0 else behind - 1
        if current is not None and current in here:
            wanted = first + here.index(current) + by
        return self.spots[wanted % len(self.spots)], not 0 <= wanted < len(self.spots)

    def within(self, rows: range) -> tuple[Spot, ...]:
        """Return the findings of consecutive rows."""
        return self.spots[bisect_left(self._rows, rows.start) : bisect_left(self._rows, rows.stop)]

    def replaced(self, rows: range, spots: Sequence[Spot]) -> Findings:
        """Return the findings with others in the place of those of consecutive rows."""
        before, behind = bisect_left(self._rows, rows.start), bisect_left(self._rows, rows.stop)
        return Findings((*self.spots[:before], *spots, *self.spots[behind:]))


Segments = Mapping[str, Mapping[int, int]]


def segments_of_lines(document: Document, findings: Sequence[Finding]) -> Segments:
    """Return, for the versions that findings stand in, which segment (0-based) is on each line (1-based) of its file."""
    tags = {_file(finding, document) for finding in findings} - {None}
    return {tag: {line: index for index, line in enumerate(document.version(tag).text.lines())} for tag in tags if tag}


def locate(findings: Sequence[Finding], segments: Segments, document: Document, rows: Rows) -> Findings:
    """Return the findings at their places in the rows. What stands in no version's text is put at the first row."""
    spots = []
    for finding in findings:
        place = finding.location
        file = _file(finding, document)
        held_by = file or document.pivot
        segment = segments[file].get(place.line, 0) if file else 0
        tag = place.version if place.version is not None and place.version in document.versions else held_by
        start, end = (max(0, place.column - 1), max(0, place.end_column - 1)) if file else (0, 0)
        spots.append(Spot(finding, rows.row_of(held_by, segment), tag, held_by, segment, start, end))
    return Findings(in_order(spots, document)).prepared()


def in_order(spots: Sequence[Spot], document: Document) -> tuple[Spot, ...]:
    """Return findings in the order in which one goes through them."""
    order = {tag: index for index, tag in enumerate((document.pivot, *document.others()))}
    return tuple(sorted(spots, key=lambda spot: (spot.row, order[spot.tag], spot.segment, spot.start, spot.rank)))


def _file(finding: Finding, document: Document) -> str | None:
    """Return the version in whose text a finding stands, which its path tells: `texts/chengdu-2024/en.txt`."""
    path = PurePosixPath(finding.location.path)
    return path.stem if path.suffix == ".txt" and path.stem in document.versions else None
