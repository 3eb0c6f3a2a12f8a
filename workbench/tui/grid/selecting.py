"""What is selected by the mouse in a cell: from the grapheme where it was pressed to that where it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from workbench.languages.knowledge import knowledge
from workbench.tui.grid.marks import Mark, MarkKind
from workbench.tui.grid.table import Table


@dataclass(frozen=True, slots=True)
class Point:
    """A grapheme of a cell: row and version, which of the cell's segments (0-based), its code points there."""

    row: int
    tag: str
    position: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Selected:
    """A stretch of a cell's text: from a code point of one of its segments to one of the same or a later segment."""

    row: int
    tag: str
    first: tuple[int, int]
    last: tuple[int, int]

    def marks(self, table: Table) -> Iterator[Mark]:
        """Yield what is to be marked, one stretch a segment."""
        held = table.segments(self.row, self.tag)
        for position in range(self.first[0], min(self.last[0] + 1, len(held))):
            start = self.first[1] if position == self.first[0] else 0
            end = self.last[1] if position == self.last[0] else len(table.text(self.tag, held[position]))
            yield Mark(self.tag, held[position], start, end, MarkKind.SELECTED, None)

    def text(self, table: Table) -> str:
        """Return its words, those of several segments joined as the language joins them."""
        parts = (table.text(self.tag, mark.segment)[mark.start : mark.end] for mark in self.marks(table))
        return knowledge(self.tag).joiner.join(parts)


def between(anchor: Point, head: Point) -> Selected | None:
    """Return what is selected between two graphemes, both included; None where they are one, or of two cells."""
    if anchor == head or (anchor.row, anchor.tag) != (head.row, head.tag):
        return None
    return Selected(
        anchor.row,
        anchor.tag,
        min((anchor.position, anchor.start), (head.position, head.start)),
        max((anchor.position, anchor.end), (head.position, head.end)),
    )
