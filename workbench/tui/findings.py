"""Findings on the screen: which row and words each is about, the worst of a row, the next and the previous one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from workbench.checks.finding import Finding, Severity
from workbench.model.document import Document
from workbench.tui.grid.table import Table

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
        return self.finding.severity.rank


def sign(finding: Finding) -> str:
    """Return the sign of a finding's severity."""
    return SIGNS[finding.severity]


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
        """Return the finding `by` (1 or -1) from where the cursor is, and whether it went round the end of the
        document.

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


Segments = Mapping[str, Mapping[int, int]]


def segments_of_lines(document: Document, findings: Sequence[Finding]) -> Segments:
    """Return, for the versions that findings stand in, which segment (0-based) is on each line (1-based) of its file."""
    tags = {_file(finding, document) for finding in findings} - {None}
    return {tag: {line: index for index, line in enumerate(document.version(tag).text.lines())} for tag in tags if tag}


def locate(findings: Sequence[Finding], segments: Segments, table: Table) -> Findings:
    """Return the findings at their places in the table. What stands in no version's text is put at the first row."""
    document = table.document
    order = {tag: index for index, tag in enumerate((document.pivot, *document.others()))}
    spots = []
    for finding in findings:
        place = finding.location
        file = _file(finding, document)
        held_by = file or document.pivot
        segment = segments[file].get(place.line, 0) if file else 0
        tag = place.version if place.version in order else held_by
        start, end = (max(0, place.column - 1), max(0, place.end_column - 1)) if file else (0, 0)
        spots.append(Spot(finding, table.row_of(held_by, segment), tag, held_by, segment, start, end))
    spots.sort(key=lambda spot: (spot.row, order[spot.tag], spot.segment, spot.start, spot.rank))
    by_row: dict[int, list[Spot]] = {}
    for spot in spots:
        by_row.setdefault(spot.row, []).append(spot)
    return Findings(tuple(spots), {row: tuple(held) for row, held in by_row.items()})


def _file(finding: Finding, document: Document) -> str | None:
    """Return the version in whose text a finding stands, which its path tells: `texts/chengdu-2024/en.txt`."""
    path = PurePosixPath(finding.location.path)
    return path.stem if path.suffix == ".txt" and path.stem in document.versions else None
