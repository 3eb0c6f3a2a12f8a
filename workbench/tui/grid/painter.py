"""Painting: one line of one laid-out row becomes a Strip."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from workbench.tui.findings import SIGNS, sign
from workbench.tui.grid.cells import cut, fitted, visible
from workbench.tui.grid.columns import GAP, MARGIN, Column
from workbench.tui.grid.layout import (
    CONFIRMED,
    CONTINUED,
    DOUBTFUL,
    EMPTY,
    FAIR,
    GOING_ON,
    LAPSED,
    MOVED,
    REVIEWED,
    SOLID,
    SURE,
    UNSURE,
    Piece,
    RowLayout,
)
from workbench.tui.grid.marks import Mark
from workbench.tui.spot import Spot

SEVERITIES = tuple(str(severity) for severity in SIGNS)
_SEPARATORS = {DOUBTFUL: "doubtful", EMPTY: "empty", CONTINUED: "continued", GOING_ON: "continued", MOVED: "doubtful"}
_STATES = {FAIR: "fair", UNSURE: "doubtful", CONFIRMED: "confirmed", REVIEWED: "reviewed", LAPSED: "empty"}


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
    """What a row's lines are painted from: the margin's name, the findings, the cursor if it is here, `odd` for the
    shade, and what is marked in its texts.
    """

    name: str
    spots: Sequence[Spot]
    focus: Focus | None
    odd: bool
    marks: Sequence[Mark] = ()


def paint(layout: RowLayout, columns: Sequence[Column], row: Painted, brush: Brush) -> list[Strip]:
    """Return the strips of all lines of a row."""
    return [Strip(list(_line(layout, line, columns, row, brush))) for line in range(layout.height)]


def _line(layout: RowLayout, line: int, columns: Sequence[Column], row: Painted, brush: Brush) -> Iterator[Segment]:
    ground = brush.style("cursor-row") if row.focus else brush.style("odd" if row.odd else "even")
    yield from _margin(line, row, ground, brush)
    if columns[0].stacked:
        index = next((index for index, signs in enumerate(layout.signs) if signs[line]), 0)
        begins = not line or not layout.signs[index][line - 1]
        inset = columns[index].left - MARGIN - GAP
        yield Segment((columns[index].tag if begins else "").ljust(inset), ground + brush.style("margin"))
        yield from _between(layout, index, line, ground, brush)
        yield from _cell(layout, index, columns[index], line, row, ground, brush)
        return
    for index, column in enumerate(columns):
        if index:
            yield from _between(layout, index, line, ground, brush)
        yield from _cell(layout, index, column, line, row, ground, brush)


def _between(layout: RowLayout, index: int, line: int, ground: Style, brush: Brush) -> Iterator[Segment]:
    """Yield what stands before a column: what is said of the bead, and the separator."""
    said = layout.states[index].get(line, SURE)
    yield Segment(said, ground + brush.style(_STATES[said]) if said in _STATES else ground)
    sign = layout.signs[index][line] or SOLID
    yield Segment(f"{sign} ", ground + brush.style(_SEPARATORS.get(sign, "separator")))


def _cell(
    layout: RowLayout, index: int, column: Column, line: int, row: Painted, ground: Style, brush: Brush
) -> Iterator[Segment]:
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
        yield from _text(piece, column, row, base, cell, brush)


def _margin(line: int, row: Painted, ground: Style, brush: Brush) -> Iterator[Segment]:
    worst = min(row.spots, key=lambda spot: spot.rank, default=None)
    if line == 0 and worst is not None:
        yield Segment(sign(worst.finding), ground + brush.style(SEVERITIES[worst.rank]))
    else:
        yield Segment(" ", ground)
    yield Segment("▸" if line == 0 and row.focus else " ", ground + brush.style("cursor-mark"))
    name = cut(row.name, MARGIN - 3) if line == 0 else ""
    yield Segment(name + " " * (MARGIN - 2 - cell_len(name)), ground + brush.style("margin"))


def _text(piece: Piece, column: Column, row: Painted, base: Style, rest: Style, brush: Brush) -> Iterator[Segment]:
    """Yield the text of one line, the words that findings are about in the style of their severity, what is marked in its
    own, filled to the column.
    """
    wording = brush.wording(column.tag, piece.segment)
    here = [spot for spot in row.spots if (spot.held_by, spot.segment) == (column.tag, piece.segment)]
    stretches = [
        (spot.start, spot.end, f"{SEVERITIES[spot.rank]}-words") for spot in sorted(here, key=lambda spot: -spot.rank)
    ]
    # What is marked was asked for: it goes over what was found.
    stretches += [
        (mark.start, mark.end, str(mark.kind))
        for mark in row.marks
        if (mark.tag, mark.segment) == (column.tag, piece.segment)
    ]
    edges = {piece.start, piece.end}
    for start, end, _ in stretches:
        edges |= {edge for edge in (start, end) if piece.start < edge < piece.end}
    used = 0
    for start, end in pairwise(sorted(edges)):
        over = [style for first, last, style in stretches if first <= start and end <= last and first < last]
        shown = visible(wording[start:end])
        used += cell_len(shown)
        yield Segment(shown, base + brush.style(over[-1]) if over else base)
    if used < column.width:
        yield Segment(" " * (column.width - used), rest)
