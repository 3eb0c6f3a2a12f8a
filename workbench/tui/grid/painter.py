"""Painting: one line of one laid-out row becomes a Strip."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from workbench.tui.findings import SIGNS, Spot, sign
from workbench.tui.grid.cells import cut, fitted, visible
from workbench.tui.grid.columns import MARGIN, Column
from workbench.tui.grid.layout import CONTINUED, DOUBTFUL, EMPTY, MOVED, Piece, RowLayout

SEVERITIES = tuple(str(severity) for severity in SIGNS)


@dataclass(frozen=True, slots=True)
class Focus:
    """What of a row has the cursor: a column (index), and a segment of it (None in an empty cell)."""

    column: int
    segment: int | None


@dataclass(frozen=True, slots=True)
class Brush:
    """What paints: `style` gives the style of a name, `wording` the text of a segment (0-based) of a version."""

    style: Callable[[str], Style]
    wording: Callable[[str, int], str]


@dataclass(frozen=True, slots=True)
class Painted:
    """What a row's lines are painted from: the margin's name, the findings, the cursor if it is here, and `odd` for
    the shade.
    """

    name: str
    spots: Sequence[Spot]
    focus: Focus | None
    odd: bool


def paint(layout: RowLayout, columns: Sequence[Column], row: Painted, brush: Brush) -> list[Strip]:
    """Return the strips of all lines of a row."""
    return [Strip(list(_line(layout, line, columns, row, brush))) for line in range(layout.height)]


def _line(layout: RowLayout, line: int, columns: Sequence[Column], row: Painted, brush: Brush) -> Iterator[Segment]:
    ground = brush.style("cursor-row") if row.focus else brush.style("odd" if row.odd else "even")
    yield from _margin(line, row, ground, brush)
    for index, column in enumerate(columns):
        if index:
            mark = layout.signs[index][line]
            yield Segment(f" {mark} ", ground + brush.style(_separator_style(mark)))
        piece = layout.pieces[index].get(line)
        focused = row.focus is not None and row.focus.column == index
        cell = ground + brush.style("cursor-cell") if focused else ground
        if piece is None:
            yield Segment(" " * column.width, cell)
        elif piece.segment < 0:
            yield Segment(fitted(piece.note, column.width), cell + brush.style("note"))
        else:
            chosen = focused and row.focus is not None and row.focus.segment == piece.segment
            base = cell + brush.style("cursor-segment") if chosen else cell
            yield from _text(piece, column, row.spots, base, cell, brush)


def _margin(line: int, row: Painted, ground: Style, brush: Brush) -> Iterator[Segment]:
    worst = min(row.spots, key=lambda spot: spot.rank, default=None)
    if line == 0 and worst is not None:
        yield Segment(sign(worst.finding), ground + brush.style(SEVERITIES[worst.rank]))
    else:
        yield Segment(" ", ground)
    yield Segment("▸" if line == 0 and row.focus else " ", ground + brush.style("cursor-mark"))
    name = cut(row.name, MARGIN - 3) if line == 0 else ""
    yield Segment(name + " " * (MARGIN - 2 - cell_len(name)), ground + brush.style("margin"))


def _separator_style(mark: str) -> str:
    return {DOUBTFUL: "doubtful", EMPTY: "empty", CONTINUED: "continued", MOVED: "doubtful"}.get(mark, "separator")


def _text(
    piece: Piece, column: Column, spots: Sequence[Spot], base: Style, rest: Style, brush: Brush
) -> Iterator[Segment]:
    """Yield the text of one line, the words that findings are about in the style of their severity, filled to the
    column.
    """
    wording = brush.wording(column.tag, piece.segment)
    marks = [
        spot for spot in spots if spot.held_by == column.tag and spot.segment == piece.segment and spot.start < spot.end
    ]
    edges = {piece.start, piece.end}
    for spot in marks:
        edges |= {edge for edge in (spot.start, spot.end) if piece.start < edge < piece.end}
    used = 0
    cuts = sorted(edges)
    for start, end in pairwise(cuts):
        over = [spot.rank for spot in marks if spot.start <= start and end <= spot.end]
        shown = visible(wording[start:end])
        used += cell_len(shown)
        yield Segment(shown, base + brush.style(f"{SEVERITIES[min(over)]}-words") if over else base)
    yield Segment(" " * max(0, column.width - used), rest)
