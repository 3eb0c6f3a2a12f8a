"""What is under the mouse: the row and column, the segment, the grapheme."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from workbench.tui.grid.cells import graphemes
from workbench.tui.grid.columns import Column
from workbench.tui.grid.layout import Piece, RowLayout
from workbench.tui.grid.selecting import Point
from workbench.tui.grid.table import Table
from workbench.tui.view import Cursor


@dataclass(frozen=True, slots=True)
class Under:
    """A place in a cell: row and version, the cell's pieces by line, the last line with one up to the place (None: there is
    none), and how many cells behind the beginning of the text the place is.
    """

    row: int
    tag: str
    pieces: Mapping[int, Piece]
    line: int | None
    offset: int

    def cursor(self, table: Table) -> Cursor:
        """Return where a click puts the cursor."""
        held = table.segments(self.row, self.tag)
        segment = self.pieces[self.line].segment if self.line is not None else None
        return Cursor(self.row, self.tag, held.index(segment) if segment in held else 0)

    def point(self, table: Table) -> Point | None:
        """Return the grapheme there; behind the text of a line, or below that of a cell, its end."""
        if self.line is None:
            return None
        return point_of(table, (self.row, self.tag), self.pieces[self.line], self.offset)


def under(row: int, inner: int, x: int, layout: RowLayout, columns: Sequence[Column]) -> Under:
    """Return what is at the cell `x` of the line `inner` of a row."""
    if columns[0].stacked:
        index = next((index for index, each in enumerate(layout.signs) if each[inner]), 0)
    else:
        index = max((index for index, column in enumerate(columns) if column.left - 2 <= x), default=0)
    column, pieces = columns[index], layout.pieces[index]
    line = next((at for at in range(inner, -1, -1) if at in pieces), None)
    return Under(row, column.tag, pieces, line, x - column.left if line == inner else column.width)


def point_of(table: Table, cell: tuple[int, str], piece: Piece, offset: int) -> Point | None:
    """Return the grapheme that stands `offset` cells from the beginning of a piece of a cell (row and version).

    Before the piece it is its first, behind it none, of no width. None where the piece is no text of the cell.
    """
    row, tag = cell
    held = table.segments(row, tag)
    if piece.segment not in held:
        return None
    position, begin = held.index(piece.segment), piece.start
    used = 0
    for start, end, cells in graphemes(table.text(tag, piece.segment)[begin : piece.end]):
        used += cells
        if used > offset:
            return Point(row, tag, position, begin + start, begin + end)
    return Point(row, tag, position, piece.end, piece.end)
