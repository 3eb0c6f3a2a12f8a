"""Rows: what the grid and a TMX unit show."""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, compress, islice, pairwise
from typing import overload

from workbench.model.document import Document
from workbench.model.ladder import Crossing, Span, crossings
from workbench.model.starts import left, right


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


Run = tuple[Sequence[int], Sequence[int]]  # the beads of a version and its segments in a row, by their indices

_KEPT = 4096  # rows that are kept once they were asked for
_WINDOW = 4096  # pivot segments whose edges are looked for together, and rows that are gone through so


class Rows(Sequence[Row]):
    """The rows of a document, in the pivot's order: where they begin is worked out at once, each row when it is asked for.

    Additions at one gap of the pivot share a row of their own, unless a bead of another version spans the gap: then they
    stand in that bead's row. Every segment of every version is in exactly one row.
    """

    def __init__(self, document: Document) -> None:
        self._pivot = document.pivot
        self._ladders = {tag: document.ladders[tag] for tag in document.others()}
        # The halves of crossings, by tag: the index of either half's bead, and the crossing.
        self._homes: dict[str, dict[int, Crossing]] = {}
        self._moved: dict[str, dict[int, Crossing]] = {}
        for tag, ladder in self._ladders.items():
            found = crossings(ladder)
            self._homes[tag] = {crossing.version.index: crossing for crossing in found}
            self._moved[tag] = {crossing.pivot.index: crossing for crossing in found}
        # Where each row begins and the one before it ends: so additions have an edge twice.
        self._edges = array("I")
        for edges, added in self._windows(len(document.version(document.pivot).text.segments)):
            self._edges.extend(sorted([*edges, *(edges & added)]))
        self._kept: dict[int, Row] = {}

    def _windows(self, total: int) -> Iterator[tuple[set[int], set[int]]]:
        """Yield the edges of rows, some at a time in order, and those at which additions have a row of their own."""
        at = dict.fromkeys(self._ladders, 0)
        for first in range(0, total + 1, _WINDOW):
            last = min(first + _WINDOW, total + 1)
            edges, added = set(range(first, last)), set[int]()
            for tag, ladder in self._ladders.items():
                starts, begin = ladder.starts()[0], at[tag]
                at[tag] = left(starts, last)
                there = starts[begin : at[tag]]
                found = set(there)
                if len(found) < len(there):
                    homes, pairs = self._homes[tag], enumerate(pairwise(there), begin)
                    added |= {one for index, (one, other) in pairs if one == other and index not in homes}
                edges &= found | {0, total}
            yield edges, added

    def __len__(self) -> int:
        return len(self._edges) - 1

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
        for index, (start, end) in enumerate(pairwise(self._edges)):
            yield Row(index, range(start, end), {tag: next(column) for tag, column in columns.items()})

    def _column(self, tag: str) -> Iterator[Cell]:
        """Yield the cells of a version, row by row."""
        spans, homes = iter(self._ladders[tag].spans()), self._homes[tag]
        for beads, segments in self._runs(tag, range(len(self))):
            there = tuple(islice(spans, len(beads)))
            yield self._with_moved(tag, there) if homes else Cell(there, tuple(segments))

    def _with_moved(self, tag: str, there: Iterable[Span]) -> Cell:
        """Return the cell of some beads: what of it moved stands with its pivot half."""
        homes, moved = self._homes[tag], self._moved[tag]
        spans = tuple(span for span in there if span.index not in homes)
        segments: list[int] = []
        marks: list[str] = []
        for span in spans:
            segments.extend(span.version)
            if span.index in moved:
                marks.append(moved[span.index].mark)
                segments.extend(moved[span.index].version.version)
        return Cell(spans, tuple(segments), tuple(marks))

    def runs(self, tag: str, rows: range | None = None) -> Iterator[Run]:
        """Yield for every row, or for some that follow each other, what a cell of a version holds there.

        Who goes through a whole document and asks nothing else has it in a fifth of the time.
        """
        rows = range(len(self)) if rows is None else rows
        if not self._homes[tag]:
            yield from self._runs(tag, rows)
            return
        for beads, _ in self._runs(tag, rows):
            cell = self._with_moved(tag, map(self._ladders[tag].span, beads))
            yield [span.index for span in cell.spans], cell.segments

    def _runs(self, tag: str, rows: range) -> Iterator[tuple[range, range]]:
        """Yield for some rows the beads and the segments of a version that stand there in its ladder, crossings or not."""
        starts, begins = self._ladders[tag].starts()
        for window in range(rows.start, rows.stop, _WINDOW):
            edges = self._edges[window : min(window + _WINDOW, rows.stop) + 1]
            # Behind a row of additions the first bead is the one that is none.
            behind = window > 0 and self._edges[window - 1] == edges[0]
            at = right(starts, edges[0]) - 1 if behind else left(starts, edges[0])
            there = slice(at, right(starts, edges[-1]) + 1)
            pivot, version = iter(starts[there]), iter(begins[there])
            begin, said = next(pivot), next(version)  # where the bead that comes next begins
            after, said_after = next(pivot, -1), next(version, -1)  # where it ends; -1 where there is none
            for start, end in pairwise(edges):
                first, said_first = at, said
                while after >= 0 and (after == start if start == end else begin < end):
                    at, begin, said = at + 1, after, said_after
                    after, said_after = next(pivot, -1), next(version, -1)
                yield range(first, at), range(said_first, said)

    def ones(self, tag: str, rows: range) -> tuple[range, range] | None:
        """Return the beads and the segments of a version in some rows, where each row holds one bead of one segment.

        Of the pivot, which has no beads, the segments alone are looked at. None means that this is not so, or not seen at a
        glance. In a long document nearly all rows are so, and to see it of many at once takes next to no time.
        """
        edges, beads = self._edges[rows.start : rows.stop + 1], range(0)
        if tag != self._pivot:
            pivot, version = self._ladders[tag].starts()
            first = left(pivot, edges[0])
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
            first = bisect_left(self._edges, at, hi=len(self))
            if not span.pivot and first < len(self) and self._edges[first] == at:
                return first
        return max(0, bisect_right(self._edges, at, hi=len(self)) - 1)

    def crossing(self, tag: str, index: int) -> Crossing | None:
        """Return the crossing whose pivot half is bead `index` of a version's ladder, or None."""
        return self._moved[tag].get(index)

    def pivot(self, row: int) -> range:
        """Return the pivot segments of a row, without the rest of it."""
        return range(self._edges[row], self._edges[row + 1])

    def sizes(self, sizes: Sequence[int]) -> list[int]:
        """Return for every row the sum of its pivot segments' `sizes`."""
        sums = [0, *accumulate(sizes)]
        return [sums[end] - sums[start] for start, end in pairwise(self._edges)]

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
        start, end = self._edges[index], self._edges[index + 1]
        alone = index > 0 and self._edges[index - 1] == start  # additions at `start` have a row before this one
        ladder, homes = self._ladders[tag], self._homes[tag]
        there = ladder.between(start, max(end, start + 1))
        if len(there) == 1 and not homes and start != end and there[0].bead.pivot:
            return Cell(there, tuple(there[0].version))
        additions = [not span.bead.pivot and span.pivot.start == start for span in there]
        kept = [addition if start == end else not (addition and alone) for addition in additions]
        return self._with_moved(tag, compress(there, kept))


def rows(document: Document) -> tuple[Row, ...]:
    """Return the rows of a document (see `Rows`), all of them."""
    return tuple(Rows(document))
