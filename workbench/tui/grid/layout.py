"""One row laid out: which line of which column holds which piece of which segment, and what stands between columns.

Pivot segments stand below each other, and each bead of a version begins beside its first pivot segment.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.model.ladder import Bead, BeadStatus
from workbench.tui.grid.cells import wrap
from workbench.tui.grid.columns import Column
from workbench.tui.grid.table import Table

DOUBTFUL_BELOW = 0.5

SOLID, DOUBTFUL, EMPTY, CONTINUED, MOVED = "│", "┆", "∅", "╰", "⇄"


@dataclass(frozen=True, slots=True)
class Piece:
    """One line of one cell: code points `start` to `end` of a segment, or a `note` of the workbench's own (segment
    -1).
    """

    segment: int
    start: int = 0
    end: int = 0
    note: str = ""


@dataclass(frozen=True, slots=True)
class RowLayout:
    """A row of `height` lines: for each column the pieces by line, and the sign left of it by line."""

    height: int
    pieces: tuple[dict[int, Piece], ...]
    signs: tuple[tuple[str, ...], ...]

    def lines_of(self, column: int, segment: int) -> tuple[int, int]:
        """Return the first line of a segment in a column, and the line behind its last; the whole row if it is not
        there.
        """
        lines = [line for line, piece in self.pieces[column].items() if piece.segment == segment]
        return (min(lines), max(lines) + 1) if lines else (0, self.height)


@dataclass(frozen=True, slots=True)
class _Block:
    """What one bead shows: from pivot segment `band` of the row on, over `bands` of them."""

    band: int
    bands: int
    pieces: tuple[Piece, ...]
    sign: str
    moved: bool = False


def is_doubtful(bead: Bead) -> bool:
    """Whether an alignment should be looked at: nobody accepted it, and its score is low or unknown."""
    return bead.status is BeadStatus.AUTO and (bead.score is None or bead.score < DOUBTFUL_BELOW)


def lay_out(table: Table, row: int, columns: Sequence[Column]) -> RowLayout:
    """Return the layout of one row in the given columns."""
    pivot = table.document.pivot
    bands = max(1, len(table.rows[row].pivot))
    blocks = [
        list(_pivot_blocks(table, row, column) if column.tag == pivot else _blocks(table, row, column))
        for column in columns
    ]
    starts: list[int] = []
    y = 0
    cursors = [0] * len(columns)
    pieces: list[dict[int, Piece]] = [{} for _ in columns]
    signs: list[dict[int, str]] = [{} for _ in columns]
    for band in range(bands):
        starts.append(y)
        end = y + 1
        for index, own in enumerate(blocks):
            for block in own:
                if block.band == band:
                    top = max(cursors[index], y)
                    pieces[index].update((top + line, piece) for line, piece in enumerate(block.pieces))
                    signs[index][top] = MOVED if block.moved else block.sign
                    cursors[index] = top + len(block.pieces)
                if block.band + block.bands == band + 1:
                    end = max(end, cursors[index])
        y = end
    return RowLayout(
        y,
        tuple(pieces),
        tuple(_signs(own, sign, starts, y, part) for own, sign, part in zip(blocks, signs, pieces, strict=True)),
    )


def _pivot_blocks(table: Table, row: int, column: Column) -> Iterator[_Block]:
    for band, segment in enumerate(table.rows[row].pivot):
        yield _Block(band, 1, _pieces(table, column, (segment,)), SOLID)
    if not table.rows[row].pivot:
        yield _Block(0, 1, (Piece(-1, note="(added)"),), EMPTY)


def _blocks(table: Table, row: int, column: Column) -> Iterator[_Block]:
    held = table.rows[row]
    cell = held.cells[column.tag]
    if not cell.spans:
        yield _Block(0, max(1, len(held.pivot)), (Piece(-1, note="(nothing here)"),), EMPTY)
        return
    elsewhere = iter(cell.segments)
    for span in cell.spans:
        bead = table.bead(column.tag, span)
        band = min(max(span.pivot.start - held.pivot.start, 0), max(0, len(held.pivot) - 1))
        bands = max(1, bead.pivot)
        own = tuple(next(elsewhere) for _ in range(bead.version))
        moved = not bead.version and bool(bead.mark) and bead.mark in cell.moved
        if moved:
            crossing = table.crossing(column.tag, span)
            own = tuple(crossing.version.version) if crossing is not None else ()
            for _ in own:
                next(elsewhere, None)
        if own:
            yield _Block(band, bands, _pieces(table, column, own), DOUBTFUL if is_doubtful(bead) else SOLID, moved)
        else:
            yield _Block(band, bands, (Piece(-1, note="(nothing here)"),), EMPTY)


def _pieces(table: Table, column: Column, segments: Sequence[int]) -> tuple[Piece, ...]:
    return tuple(
        Piece(segment, start, end)
        for segment in segments
        for start, end in wrap(table.text(column.tag, segment), column.width)
    )


def _signs(
    blocks: Sequence[_Block], tops: dict[int, str], starts: Sequence[int], height: int, pieces: dict[int, Piece]
) -> tuple[str, ...]:
    """Return the sign of every line: what a bead begins with, what goes on below it, and where it reaches a further
    segment.
    """
    lines: list[str] = []
    continued = {starts[band]: block for block in blocks for band in range(block.band + 1, block.band + block.bands)}
    going_on = SOLID
    for line in range(height):
        if line in tops:
            sign = tops[line]
            going_on = DOUBTFUL if sign == DOUBTFUL else SOLID
        elif line in continued and continued[line].sign != EMPTY:
            sign = CONTINUED
            if line not in pieces:
                pieces[line] = Piece(-1, note=f"(one bead over {continued[line].bands} segments)")
        else:
            sign = going_on
        lines.append(sign)
    return tuple(lines)
