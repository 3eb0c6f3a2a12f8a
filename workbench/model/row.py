"""Rows: what the grid and a TMX unit show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from workbench.model.document import Document
from workbench.model.ladder import Span, paired


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


def rows(document: Document) -> tuple[Row, ...]:
    """Return the rows of a document, in the pivot's order.

    Additions at one gap of the pivot share a row of their own, unless a bead of another version spans the gap: then they
    stand in that bead's row. Every segment of every version is in exactly one row.
    """
    total = len(document.version(document.pivot).text.segments)
    tags = document.others()
    spans = {tag: document.ladders[tag].spans() for tag in tags}
    edges = set(range(total + 1))
    for tag in tags:
        edges &= {span.pivot.start for span in spans[tag]} | {total} | {0}
    cuts = sorted(edges | {0, total})

    home: set[tuple[str, int]] = set()  # (tag, index) of the version halves: their text stands in another row
    moved: dict[tuple[str, int], tuple[str, Span]] = {}  # (tag, index of a pivot half) -> mark and version half
    for tag in tags:
        for crossing in paired(spans[tag]):
            home.add((tag, crossing.version.index))
            moved[tag, crossing.pivot.index] = (crossing.mark, crossing.version)

    drafts: list[tuple[range, dict[str, list[Span]]]] = []
    position = dict.fromkeys(tags, 0)
    for start, end in zip(cuts, [*cuts[1:], total], strict=True):
        added: dict[str, list[Span]] = {}
        for tag in tags:
            while position[tag] < len(spans[tag]):
                span = spans[tag][position[tag]]
                if span.bead.pivot or span.pivot.start != start:
                    break
                if (tag, span.index) not in home:
                    added.setdefault(tag, []).append(span)
                position[tag] += 1
        if added:
            drafts.append((range(start, start), added))
        if start == end:
            continue
        held: dict[str, list[Span]] = {}
        for tag in tags:
            while position[tag] < len(spans[tag]):
                span = spans[tag][position[tag]]
                if span.pivot.start >= end:
                    break
                if (tag, span.index) not in home:
                    held.setdefault(tag, []).append(span)
                position[tag] += 1
        drafts.append((range(start, end), held))

    result: list[Row] = []
    for index, (pivot, members) in enumerate(drafts):
        cells: dict[str, Cell] = {}
        for tag in tags:
            own = members.get(tag, [])
            segments: list[int] = []
            marks: list[str] = []
            for span in own:
                segments.extend(span.version)
                if (tag, span.index) in moved:
                    mark, half = moved[tag, span.index]
                    segments.extend(half.version)
                    marks.append(mark)
            cells[tag] = Cell(tuple(own), tuple(segments), tuple(marks))
        result.append(Row(index, pivot, cells))
    return tuple(result)
