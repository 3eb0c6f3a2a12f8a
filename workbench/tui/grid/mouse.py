"""The mouse over the grid: it goes to a segment, selects words of a cell, and takes a segment out of its row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events

from workbench.tui.grid.selecting import Point, between
from workbench.tui.view import Cursor

if TYPE_CHECKING:
    from workbench.tui.grid.grid import Grid


class Mouse:
    """What the mouse does to a grid, from the press of its button to the release."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self._pressed: Cursor | None = None  # where the button went down
        self._anchor: Point | None = None  # and on which grapheme, where it was on one

    def press(self, event: events.MouseDown) -> None:
        """Begin to select or to drag, and let nothing be selected."""
        self._pressed = self._cursor(event) if event.button == 1 else None
        self._anchor = self._point(event) if self._pressed is not None else None
        self._grid.select(None)
        if self._pressed is not None:
            self._grid.capture_mouse()

    def move(self, event: events.MouseMove) -> None:
        """Select from where the button went down, while that is held."""
        if self._anchor is not None:
            head = self._point(event)
            self._grid.select(between(self._anchor, head) if head is not None else None)

    def release(self, event: events.MouseUp) -> tuple[str, int, int] | None:
        """End it; return the version, segment and side (1 below, -1 above) of what was dragged out of its row."""
        pressed, self._pressed, self._anchor = self._pressed, None, None
        self._grid.release_mouse()
        released = self._cursor(event)
        if pressed is None or released is None or pressed.row == released.row or pressed.tag != released.tag:
            return None
        view = self._grid.view
        held = view.table.segments(pressed.row, pressed.tag)
        if pressed.tag == view.pivot or not held:
            return None
        return pressed.tag, held[pressed.position], 1 if released.row > pressed.row else -1

    def click(self, event: events.Click) -> bool:
        """Move the cursor to where the mouse is; say whether there is something."""
        at = self._cursor(event)
        if at is None:
            return False
        view = self._grid.view
        held = view.table.segments(at.row, at.tag)
        view.go_to(at.row, at.tag, held[at.position] if held else -1)
        self._grid.show_cursor()
        return True

    def _cursor(self, event: events.MouseEvent) -> Cursor | None:
        under = self._grid.under(event)
        return under.cursor(self._grid.view.table) if under is not None else None

    def _point(self, event: events.MouseEvent) -> Point | None:
        under = self._grid.under(event)
        return under.point(self._grid.view.table) if under is not None else None
