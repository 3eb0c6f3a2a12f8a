"""Rows: what the grid and a TMX unit show."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import overload

from workbench.model.document import Document
from workbench.model.ladder import Crossing, Span, paired


@dataclass(frozen=True, slots=True)
class Cell:
    """What one version holds in one row: its beads (as spans), and the indices of its segments there.

    The segments of a crossing's version half are in the cell of its pivot half; `moved` names the marks of such crossings.
    """

    spans: tuple[Span, ...] = ()
    segments: tuple[int, ...] = ()
    moved: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Row:
    """The smallest run of pivot segments at whose edges the beads of all versions begin and end.

    `pivot` is that run; it is empty for a row of additions. `cells` holds a cell for every version but the pivot.
    """

    index: int
    pivot: range
    cells: Mapping[str, Cell]

    def segments(self, tag: str, pivot: str) -> tuple[int, ...]:
        """Return the indices of the segments of version `tag` in this row; `pivot` is the pivot's tag."""
        return tuple(self.pivot) if tag == pivot else self.cells[tag].segments


Run = tuple[
    Sequence[int], Sequence[int]
]  # the indices of a version's beads and of its segments in a row, as a cell has them

_KEPT = 4096  # rows that are kept once they were asked for


class Rows(Sequence[Row]):
    """The rows of a document, in the pivot's order: where they begin is worked out at once, each row when it is asked for.

    Additions at one gap of the pivot share a row of their own, unless a bead of another version spans the gap: then they
    stand in that bead's row. Every segment of every version is in exactly one row.
    """

    def __init__(self, document: Document) -> None:
        self._pivot = document.pivot
        self._ladders = {tag: document.ladders[tag] for tag in document.others()}
        total = len(document.version(document.pivot).text.segments)
        edges = set(range(total + 1))
        for ladder in self._ladders.values():
            edges &= {*ladder.starts()[0], total, 0}
        # The halves of crossings, by tag: the index of either half's bead, and the crossing.
        self._homes: dict[str, dict[int, Crossing]] = {}
        self._moved: dict[str, dict[int, Crossing]] = {}
        added: set[int] = set()
        for tag, ladder in self._ladders.items():
            marked = [index for index, bead in enumerate(ladder.beads) if bead.mark]
            found = paired(ladder.span(index) for index in marked)
            self._homes[tag] = {crossing.version.index: crossing for crossing in found}
            self._moved[tag] = {crossing.pivot.index: crossing for crossing in found}
            starts, homes = ladder.starts()[0], self._homes[tag]
            added |= {starts[index] for index, bead in enumerate(ladder.beads) if not bead.pivot and index not in homes}
        self._starts = array("I")
        self._ends = array("I")
        cuts = sorted(edges | {0, total})
        for start, end in zip(cuts, [*cuts[1:], total], strict=True):
            if start in added:
                self._starts.append(start)
                self._ends.append(start)
            if start != end:
                self._starts.append(start)
                self._ends.append(end)
        self._kept: dict[int, Row] = {}

    def __len__(self) -> int:
        return len(self._starts)

    @overload
    def __getitem__(self, index: int) -> Row: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Row]: ...
    def __getitem__(self, index: int | slice) -> Row | Sequence[Row]:
        if isinstance(index, slice):
            return tuple(map(self._make, range(len(self))[index]))  # who has them keeps them
        return self._row(range(len(self))[index])

    def __iter__(self) -> Iterator[Row]:
        # Who goes through all rows needs none of them twice.
        columns = {tag: self._column(tag) for tag in self._ladders}
        for index, (start, end) in enumerate(zip(self._starts, self._ends, strict=True)):
            yield Row(index, range(start, end), {tag: next(column) for tag, column in columns.items()})

    def _column(self, tag: str) -> Iterator[Cell]:
        """Yield the cells of a version, row by row."""
        spans = self._ladders[tag].spans()
        if self._homes[tag]:
            for index in range(len(self)):
                yield self._cell(tag, index)
            return
        for beads, segments in self.runs(tag):
            yield Cell(tuple(spans[beads[0] : beads[-1] + 1]) if beads else (), tuple(segments))

    def runs(self, tag: str, rows: range | None = None) -> Iterator[Run]:
        """Yield for every row, or some that follow each other, what a version that is not the pivot holds there.

        Who goes through a whole document and asks nothing else has them in a fifth of the time.
        """
        rows = range(len(self)) if rows is None else rows
        if self._homes[tag]:
            for index in rows:
                cell = self._cell(tag, index)
                yield [span.index for span in cell.spans], cell.segments
            return
        starts, ends = self._starts[rows.start : rows.stop], self._ends[rows.start : rows.stop]
        pivot, version = self._ladders[tag].starts()
        at, count = bisect_left(pivot, starts[0]) if starts else 0, len(pivot) - 1
        if rows.start and starts and self._starts[rows.start - 1] == starts[0]:
            while at < count and pivot[at + 1] == starts[0]:  # additions, which have the row before
                at += 1
        for start, end in zip(starts, ends, strict=True):
            first = at
            if start == end:
                while at < count and pivot[at + 1] == start:
                    at += 1
            else:
                while at < count and pivot[at] < end:
                    at += 1
            yield range(first, at), range(version[first], version[at])

    def ones(self, tag: str, rows: range) -> tuple[range, range] | None:
        """Return the beads and the segments of a version in some rows, where each row holds one bead of one segment.

        Of the pivot, which has no beads, the segments alone are looked at. None means that this is not so, or not seen at a
        glance. In a long document nearly all rows are so, and to see it of many at once takes next to no time.
        """
        edges = self._starts[rows.start : rows.stop]
        edges.append(self._ends[rows.stop - 1])
        beads = range(0)
        if tag != self._pivot:
            pivot, version = self._ladders[tag].starts()
            first = bisect_left(pivot, edges[0])
            # Behind a last row of additions there may be one more of them, which begins where the next row does.
            if self._homes[tag] or edges[-1] == edges[-2] or pivot[first : first + len(edges)] != edges:
                return None
            beads = range(first, first + len(rows))
            edges = array("I", version[first : first + len(edges)])
        segments = range(edges[0], edges[-1])
        return (beads, segments) if array("I", segments) == edges[:-1] else None

    def segments(self, tag: str) -> Iterator[Sequence[int]]:
        """Yield for every row the indices of the segments of a version."""
        if tag == self._pivot:
            return map(self.pivot, range(len(self)))
        return (segments for _, segments in self.runs(tag))

    def row_of(self, tag: str, segment: int) -> int:
        """Return the index of the row that holds a segment (0-based) of a version, or the nearest that there is."""
        at = segment
        if tag != self._pivot:
            span = self._ladders[tag].holding(max(0, segment), pivot=False)
            if span is None:
                return max(0, len(self) - 1)
            crossing = self._homes[tag].get(span.index)
            span = crossing.pivot if crossing is not None else span
            at = span.pivot.start
            first = bisect_left(self._starts, at)
            if not span.pivot and first < len(self) and self._starts[first] == at:
                return first
        return max(0, bisect_right(self._starts, at) - 1)

    def crossing(self, tag: str, index: int) -> Crossing | None:
        """Return the crossing whose pivot half is bead `index` of a version's ladder, or None."""
        return self._moved[tag].get(index)

    def pivot(self, row: int) -> range:
        """Return the pivot segments of a row, without the rest of it."""
        return range(self._starts[row], self._ends[row])

    def sizes(self, sizes: Sequence[int]) -> list[int]:
        """Return for every row the sum of its pivot segments' `sizes`."""
        sums = [0, *accumulate(sizes)]
        return [sums[end] - sums[start] for start, end in zip(self._starts, self._ends, strict=True)]

    def _row(self, index: int) -> Row:
        found = self._kept.get(index)
        if found is None:
            if len(self._kept) >= _KEPT:
                self._kept.clear()
            found = self._kept[index] = self._make(index)
        return found

    def _make(self, index: int) -> Row:
        cells = {tag: self._cell(tag, index) for tag in self._ladders}
        return Row(index, self.pivot(index), cells)

    def _cell(self, tag: str, index: int) -> Cell:
        start, end = self._starts[index], self._ends[index]
        alone = index > 0 and self._starts[index - 1] == start  # additions at `start` have a row before this one
        ladder, homes, moved = self._ladders[tag], self._homes[tag], self._moved[tag]
        there = ladder.between(start, max(end, start + 1))
        if len(there) == 1 and not homes and start != end and there[0].bead.pivot:
            return Cell(there, tuple(there[0].version))
        spans: list[Span] = []
        segments: list[int] = []
        marks: list[str] = []
        for span in there:
            addition = not span.bead.pivot and span.pivot.start == start
            if span.index in homes or (addition and alone) or (start == end and not addition):
                continue
            spans.append(span)
            segments.extend(span.version)
            if span.index in moved:
                marks.append(moved[span.index].mark)
                segments.extend(moved[span.index].version.version)
        return Cell(tuple(spans), tuple(segments), tuple(marks))


def rows(document: Document) -> tuple[Row, ...]:
    """Return the rows of a document (see `Rows`), all of them."""
    return tuple(Rows(document))
