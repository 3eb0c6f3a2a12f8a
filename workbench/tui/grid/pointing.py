"""Which grapheme of a cell is under the mouse."""

from __future__ import annotations

from workbench.tui.grid.cells import graphemes
from workbench.tui.grid.layout import Piece
from workbench.tui.grid.selecting import Point
from workbench.tui.grid.table import Table


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
