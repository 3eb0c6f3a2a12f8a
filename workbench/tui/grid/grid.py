"""The grid of all versions: a ScrollView that wraps only what is seen, and estimates the height of all else."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, ClassVar, cast

from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import var
from textual.scroll_view import ScrollView
from textual.strip import Strip

from workbench.tui.grid.bar import show_scrolled
from workbench.tui.grid.columns import MARGIN, Column, fit
from workbench.tui.grid.heights import Heights
from workbench.tui.grid.layout import RowLayout, lay_out
from workbench.tui.grid.marks import Mark, MarkKind, lit, marks_of
from workbench.tui.grid.mouse import Mouse
from workbench.tui.grid.painter import Brush, Focus, Painted, paint
from workbench.tui.grid.pointing import Under, under
from workbench.tui.grid.selecting import Selected
from workbench.tui.view import View

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp

STYLES = (
    *("even", "odd", "cursor-row", "cursor-cell", "cursor-segment", "cursor-mark", "margin", "note"),
    *("separator", "doubtful", "empty", "continued", "fair", "confirmed", "reviewed"),
    *("error", "warning", "info", "error-words", "warning-words", "info-words"),
    *(str(kind) for kind in MarkKind),
)
_WHOLE = {"even", "odd"}  # styles that lay the ground; the others change what lies under them
_KEEP = 500  # rows whose strips are kept


class Grid(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows a View. It changes nothing but the cursor when it is clicked, and says so by messages."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {f"grid--{name}" for name in STYLES}

    columns: var[tuple[Column, ...]] = var(())
    top: var[int] = var(0)  # the row on the first line

    class Moved(Message):
        """The cursor was moved by the mouse."""

    class Opened(Message):
        """A cell was double-clicked."""

    class Dragged(Message):
        """A segment of a version was dragged out of its row: to one below (`by` 1) or above (-1)."""

        def __init__(self, tag: str, segment: int, by: int) -> None:
            super().__init__()
            self.tag = tag
            self.segment = segment
            self.by = by

    def __init__(self, view: View) -> None:
        super().__init__(id="grid")
        self.view = view
        self._heights = Heights(())
        self._layouts: dict[int, RowLayout] = {}
        self._strips: dict[int, tuple[Painted, list[Strip]]] = {}  # of rows, with what each was painted from
        self._fresh: dict[int, list[Strip]] = {}  # of rows, while the screen is painted
        self._ink: dict[str, Style] = {}
        self._shown_row = 0
        self._mouse = Mouse(self)
        self._marks: dict[int, tuple[Mark, ...]] = {}

    # --- what the application calls

    def refit(self) -> None:
        """Fit the columns to the width and measure anew: after a resize, another choice of versions, changed rows."""
        view = self.view
        width = self.scrollable_content_region.width
        if width < MARGIN + 2:
            return
        self.columns, view.first = self._fit()
        view.selected = None
        self._layouts.clear()
        self._strips.clear()
        self._marks.clear()
        self._heights = Heights(self._estimates())
        self._resize()
        self.show_cursor()

    def show_cursor(self) -> None:
        """Scroll as little as needed for the cursor to be seen, and paint what changed."""
        view = self.view
        if view.cursor.tag not in (column.tag for column in self.columns) and self._fit()[0] != self.columns:
            self.refit()
            return
        if not len(self._heights):
            self.refresh()
            return
        row = view.cursor.row
        top, bottom = self._cursor_lines()
        if not self._heights[row]:  # it was hidden, and somebody went to it
            self._heights.set(row, self._layout(row).height)
            self.refresh()
        self._measure_around(row)
        height = self.scrollable_content_region.height
        start = self._heights.before(row)
        wanted = round(self.scroll_y)
        if start + bottom > wanted + height:
            wanted = start + bottom - height
        if start + top < wanted:
            wanted = start + top
        # The beginning of the row gives the eye its hold, where there is room for it.
        if start < wanted and start + bottom - start <= height:
            wanted = start
        if wanted != round(self.scroll_y):
            self._resize()
            self.scroll_to(y=wanted, animate=False)
        self._refresh_row(self._shown_row)
        self._refresh_row(row)
        self._shown_row = row

    def forget(self, rows: Sequence[int]) -> None:
        """Lay out and paint these rows anew: their text or beads changed."""
        self.view.selected = None
        for row in rows:
            self._layouts.pop(row, None)
            self._strips.pop(row, None)
            self._marks.pop(row, None)
            if not self.columns or row >= len(self._heights):
                continue
            height = self._heights[row]
            if self._layout(row).height != height:
                self._resize()
                self.refresh()  # what is below moves
            self._refresh_row(row)

    def page(self, by: int) -> None:
        """Move the cursor by one screen down (1) or up (-1)."""
        if not len(self._heights):
            return
        row = self.view.cursor.row
        target = self._heights.before(row) + by * max(1, self.scrollable_content_region.height - 1)
        found = self._heights.find(target)[0]
        beside = self.view.row_beside(row, by)
        self.view.go_to_row(beside if found == row and beside is not None else found)
        self.show_cursor()

    def scroll_within_row(self, by: int) -> bool:
        """Scroll on when the segment at the cursor goes on beyond the screen's edge; say whether that was needed."""
        if not len(self._heights):
            return False
        height = self.scrollable_content_region.height
        top, bottom = self._cursor_lines()
        start = self._heights.before(self.view.cursor.row)
        beyond = start + bottom > self.scroll_y + height if by > 0 else start + top < self.scroll_y
        if bottom - top > height and beyond:
            self.scroll_to(y=self.scroll_y + by * max(1, height - 1), animate=False)
            return True
        return False

    def cell_region(self) -> Region:
        """Return where the segment at the cursor stands, relative to the grid."""
        column = self.columns[self._focused_column()]
        top, bottom = self._cursor_lines()
        y = self._heights.before(self.view.cursor.row) + top - round(self.scroll_y)
        return Region(column.left, y, column.width, bottom - top)

    def under(self, event: events.MouseEvent) -> Under | None:
        """Return what is under the mouse; None where there is no row."""
        line = event.y + round(self.scroll_y)
        if not self.columns or not 0 <= line < self._heights.total:
            return None
        row, inner = self._heights.find(line)
        return under(row, inner, event.x, self._layout(row), self.columns)

    def select(self, selected: Selected | None) -> None:
        """Show these words as selected, and no others; the cursor goes to their cell."""
        view = self.view
        if selected == view.selected:
            return
        for each in (view.selected, selected):
            if each is not None:
                self._refresh_row(each.row)
        view.selected = selected
        if selected is not None and (view.cursor.row, view.cursor.tag) != (selected.row, selected.tag):
            view.go_to(selected.row, selected.tag, -1)
            self.show_cursor()

    def _fit(self) -> tuple[tuple[Column, ...], int]:
        view = self.view
        width = self.scrollable_content_region.width
        return fit(width, view.pivot, view.chosen, view.cursor.tag, view.first, view.wishes)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Paint anew, and tell which row is on top."""
        if round(old_value) != round(new_value):
            self.refresh(self.size.region)
            self._show_scrolled()
        if len(self._heights):
            self.top = self._heights.find(round(new_value))[0]

    def _show_scrolled(self) -> None:
        show_scrolled(
            self.vertical_scrollbar, self._heights.total, self.scrollable_content_region.height, self.scroll_y
        )

    # --- heights

    def _estimates(self) -> list[int]:
        # A line is not filled to its end where words are not cut: some nine tenths of it.
        shares = [self.view.table.stretch(column.tag) / (column.width * 0.9) for column in self.columns]
        share = sum(shares) if self.columns[0].stacked else max(shares)
        heights = [int(length * share) + 1 for length in self.view.table.lengths()]
        if self.view.filter is None:
            return heights
        return [height if self.view.is_shown(row) else 0 for row, height in enumerate(heights)]

    def _layout(self, row: int) -> RowLayout:
        layout = self._layouts.get(row)
        if layout is None:
            if len(self._layouts) > 2 * _KEEP:
                self._layouts.clear()
            layout = self._layouts[row] = lay_out(self.view.table, row, self.columns)
            if self.view.is_shown(row):
                self._heights.set(row, layout.height)
        return layout

    def _measure_around(self, row: int) -> None:
        """Measure a row and those that share the screen with it, and keep what is on the screen where it is."""
        height = self.scrollable_content_region.height
        first = self._heights.find(round(self.scroll_y))[0]
        before = self._heights.before(row) if first <= row else 0
        for by in (-1, 1):
            beside: int | None = row
            lines = 0
            while beside is not None and lines <= height:
                lines += self._layout(beside).height
                beside = self.view.row_beside(beside, by)
        if first <= row and (moved := self._heights.before(row) - before):
            self._resize()
            self.scroll_to(y=self.scroll_y + moved, animate=False)

    def _measure_screen(self) -> None:
        total = self._heights.total
        found, inner = self._heights.find(round(self.scroll_y))
        row: int | None = found
        line = -inner
        while line < self.scrollable_content_region.height and row is not None:
            line += self._layout(row).height
            row = self.view.row_beside(row, 1)
        if self._heights.total != total:
            self.call_later(self._resize)

    def _resize(self) -> None:
        size = Size(self.scrollable_content_region.width, self._heights.total)
        if size != self.virtual_size:
            # To assign it would lay out the whole screen anew, for nothing: no widget has another place by it.
            self.set_reactive(Grid.virtual_size, size)
            self._show_scrolled()

    # --- painting

    def render_lines(self, crop: Region) -> list[Strip]:
        """Return lines of the screen, after all that is on it was measured, so that no line moves while it is painted.

        The strips are those that are kept of the rows: Textual's own cache is one of lines of the screen, to which every
        line is new that was scrolled by one.
        """
        if self.columns and len(self._heights):
            self._measure_screen()
        self._fresh.clear()
        strips = list(self._lines(crop.y, crop.height))
        background = self.background_colors[1]
        for line_filter in self.get_line_filters():
            strips = [strip.apply_filter(line_filter, background) for strip in strips]
        return [strip.crop(crop.x, crop.right) for strip in strips] if crop.x else strips

    def render_line(self, y: int) -> Strip:
        """Return one line of the screen."""
        return next(self._lines(y, 1))

    def _lines(self, first: int, count: int) -> Iterator[Strip]:
        """Yield so many lines of the screen from one of them on."""
        width = self.scrollable_content_region.width
        ground = self._style("even")
        line = first + round(self.scroll_y)
        left = count
        if self.columns and line < self._heights.total:
            found, inner = self._heights.find(line)
            row: int | None = found
            while row is not None and left:
                for strip in self._strips_of(row)[inner : inner + left]:
                    left -= 1
                    yield strip if strip.cell_length == width else strip.crop_extend(0, width, ground)
                row, inner = self.view.row_beside(row, 1), 0
        blank = Strip.blank(width, ground)
        for _ in range(left):
            yield blank

    def _strips_of(self, row: int) -> list[Strip]:
        if row not in self._fresh:
            painted = self._painted(row)
            if row not in self._strips or self._strips[row][0] != painted:
                if len(self._strips) > _KEEP:
                    self._strips.clear()
                strips = paint(self._layout(row), self.columns, painted, Brush(self._style, self.view.table.text))
                self._strips[row] = painted, strips
            self._fresh[row] = self._strips[row][1]
        return self._fresh[row]

    def _painted(self, row: int) -> Painted:
        view = self.view
        cursor_here = row == view.cursor.row
        focus = Focus(self._focused_column(), view.segment()) if cursor_here else None
        marks = self._marks_of(row) if view.marking else ()
        if cursor_here:
            marks = lit(marks, view.cursor.tag, view.segment())
            if view.selected is not None and (row, view.cursor.tag) == (view.selected.row, view.selected.tag):
                marks = (*marks, *view.selected.marks(view.table))
        return Painted(view.table.name(row), view.findings.at(row), focus, bool(row % 2), marks)

    def _marks_of(self, row: int) -> tuple[Mark, ...]:
        if row not in self._marks:
            table = self.view.table
            termbase = cast("WorkbenchApp", self.app).services.termbase()
            if len(self._marks) > _KEEP:
                self._marks.clear()
            self._marks[row] = marks_of(table.document, table.rows[row], self.view.tags, termbase)
        return self._marks[row]

    def _style(self, name: str) -> Style:
        if name not in self._ink:
            self._ink[name] = self.get_component_rich_style(f"grid--{name}", partial=name not in _WHOLE)
        return self._ink[name]

    def _refresh_row(self, row: int) -> None:
        if row < len(self._heights):
            self.refresh_lines(self._heights.before(row), self._heights[row])

    def _focused_column(self) -> int:
        return next((index for index, column in enumerate(self.columns) if column.tag == self.view.cursor.tag), 0)

    def _cursor_lines(self) -> tuple[int, int]:
        """Return the lines of the segment at the cursor within its row."""
        layout = self._layout(self.view.cursor.row)
        segment = self.view.segment()
        return layout.lines_of(self._focused_column(), segment) if segment is not None else (0, layout.height)

    # --- events

    def on_resize(self, _: events.Resize) -> None:
        """Fit the columns to the new width."""
        self.refit()
        self.call_later(cast("WorkbenchApp", self.app).settling.end)

    def watch_has_focus(self, _has_focus: bool) -> None:
        """Nothing here looks otherwise with the focus: its forty styles are not worked out anew."""

    def _size_updated(self, size: Size, virtual_size: Size, container_size: Size, layout: bool = True) -> bool:
        # Textual would paint the scrollbar anew at every layout of the screen.
        return size != self._size and super()._size_updated(size, virtual_size, container_size, layout)

    def notify_style_update(self) -> None:
        """Colours changed: nothing that was painted stays."""
        super().notify_style_update()
        self._strips.clear()
        self._ink.clear()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Words may be selected from here, or a segment dragged."""
        self._mouse.press(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Words of one cell are selected while the button is held; out of the cell it is the segment that is dragged."""
        self._mouse.move(event)

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """A segment that was dragged into another row goes to the bead on that side."""
        if (dragged := self._mouse.release(event)) is not None:
            self.post_message(self.Dragged(*dragged))

    def on_click(self, event: events.Click) -> None:
        """A click moves the cursor, a double click opens the cell."""
        if self._mouse.click(event):
            self.post_message(self.Opened() if event.chain == 2 else self.Moved())
