"""One row laid out: which line of which column holds which piece of which segment, and what stands between columns.

Pivot segments stand below each other, and each bead of a version begins beside its first pivot segment.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.alignment.side import digest_in
from workbench.model.ladder import DOUBTFUL_BELOW, Bead, BeadStatus, Crossing, Span
from workbench.tui.grid.cells import wrap
from workbench.tui.grid.columns import Column
from workbench.tui.grid.table import Table

FAIR_BELOW = 0.75

SOLID, DOUBTFUL, EMPTY, GOING_ON, CONTINUED, MOVED = "│", "┆", "∅", "├", "╰", "⇄"
# What is said of a bead: how sure the aligner was, or who accepted what.
SURE, FAIR, UNSURE, CONFIRMED, REVIEWED, LAPSED = " ", "~", "?", "✓", "◆", "!"


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
    """A row of `height` lines: for each column the pieces by line, the sign left of it by line ("" where a stacked column
    is not), and by line what is said of the bead that begins there.
    """

    height: int
    pieces: tuple[dict[int, Piece], ...]
    signs: tuple[tuple[str, ...], ...]
    states: tuple[dict[int, str], ...]

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
    state: str = SURE
    moved: bool = False


def is_doubtful(bead: Bead) -> bool:
    """Whether an alignment should be looked at: nobody accepted it, and its score is low or unknown."""
    return bead.status is BeadStatus.AUTO and (bead.score is None or bead.score < DOUBTFUL_BELOW)


def state(table: Table, tag: str, span: Span) -> str:
    """Return the sign of a bead's status, or of its score where nobody accepted it."""
    bead = span.bead
    if bead.status is BeadStatus.AUTO:
        return UNSURE if is_doubtful(bead) else FAIR if (bead.score or 0) < FAIR_BELOW else SURE
    if bead.digest and bead.digest != digest_in(table.document, tag, span):
        return LAPSED
    return CONFIRMED if bead.status is BeadStatus.CONFIRMED else REVIEWED


def lay_out(table: Table, row: int, columns: Sequence[Column]) -> RowLayout:
    """Return the layout of one row in the given columns."""
    pivot = table.document.pivot
    bands = max(1, len(table.rows.pivot(row)))
    blocks = [
        list(_pivot_blocks(table, row, column) if column.tag == pivot else _blocks(table, row, column))
        for column in columns
    ]
    if columns[0].stacked:
        return _stacked(blocks)
    starts: list[int] = []
    y = 0
    cursors = [0] * len(columns)
    pieces: list[dict[int, Piece]] = [{} for _ in columns]
    signs: list[dict[int, str]] = [{} for _ in columns]
    states: list[dict[int, str]] = [{} for _ in columns]
    for band in range(bands):
        starts.append(y)
        end = y + 1
        for index, own in enumerate(blocks):
            for block in own:
                if block.band == band:
                    top = max(cursors[index], y)
                    pieces[index].update((top + line, piece) for line, piece in enumerate(block.pieces))
                    signs[index][top] = MOVED if block.moved else block.sign
                    states[index][top] = block.state
                    cursors[index] = top + len(block.pieces)
                if block.band + block.bands == band + 1:
                    end = max(end, cursors[index])
        y = end
    return RowLayout(
        y,
        tuple(pieces),
        tuple(_signs(own, sign, starts, y, part) for own, sign, part in zip(blocks, signs, pieces, strict=True)),
        tuple(states),
    )


def _stacked(blocks: Sequence[Sequence[_Block]]) -> RowLayout:
    """Return the layout of columns that stand below each other."""
    pieces: list[dict[int, Piece]] = [{} for _ in blocks]
    signs: list[dict[int, str]] = [{} for _ in blocks]
    states: list[dict[int, str]] = [{} for _ in blocks]
    y = 0
    for index, own in enumerate(blocks):
        for block in own:
            states[index][y] = block.state
            for line, piece in enumerate(block.pieces):
                pieces[index][y] = piece
                begins = MOVED if block.moved else block.sign
                signs[index][y] = SOLID if line and begins in (MOVED, EMPTY) else begins
                y += 1
    return RowLayout(
        y, tuple(pieces), tuple(tuple(sign.get(line, "") for line in range(y)) for sign in signs), tuple(states)
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
    for each in cell.spans:
        bead = table.bead(column.tag, each)
        span = Span(bead, each.index, each.pivot, each.version)
        band = min(max(span.pivot.start - held.pivot.start, 0), max(0, len(held.pivot) - 1))
        bands = max(1, bead.pivot)
        own = tuple(next(elsewhere) for _ in range(bead.version))
        crossing = table.crossing(column.tag, each) if bead.mark in cell.moved else None
        said = state(table, column.tag, span)
        if crossing is not None:
            own = tuple(crossing.version.version)
            for _ in own:
                next(elsewhere, None)
            pieces = (Piece(-1, note=_partner(table, crossing)), *_pieces(table, column, own))
            yield _Block(band, bands, pieces, MOVED, said, True)
        elif own:
            sign = DOUBTFUL if said == UNSURE else SOLID
            yield _Block(band, bands, _pieces(table, column, own), sign, said)
        else:
            yield _Block(band, bands, (Piece(-1, note="(nothing here)"),), EMPTY, said)


def _partner(table: Table, crossing: Crossing) -> str:
    """Return where the text of a crossing stands in its version, by the pivot: the place before it."""
    place = table.place_of(max(0, crossing.version.pivot.start - 1))
    return f"{MOVED} {place}" if place else f"{MOVED} (elsewhere)"


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
    continued = {
        starts[band]: (block, band) for block in blocks for band in range(block.band + 1, block.band + block.bands)
    }
    going_on = SOLID
    for line in range(height):
        if line in tops:
            sign = tops[line]
            going_on = DOUBTFUL if sign == DOUBTFUL else SOLID
        elif line in continued and continued[line][0].sign != EMPTY:
            block, band = continued[line]
            sign = CONTINUED if band == block.band + block.bands - 1 else GOING_ON
            if line not in pieces:
                pieces[line] = Piece(-1, note=f"(one bead over {block.bands} segments)")
        else:
            sign = going_on
        lines.append(sign)
    return tuple(lines)
