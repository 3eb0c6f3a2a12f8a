"""Fitting the editor to the terminal: where the panel stands, and what is shown where nothing has room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.geometry import Size

from workbench.tui.grid.columns import MARGIN, NARROWEST

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp

WIDE = 120  # cells from which the panel stands at the right, and is open from the start
SMALLEST = Size(MARGIN + NARROWEST, 8)
TOO_SMALL = f"Too small for the editor: {SMALLEST.width} x {SMALLEST.height} cells at least."


class Fitting:
    """Fits the editor to the size that its terminal has."""

    def __init__(self, app: WorkbenchApp) -> None:
        self._app = app
        self._fitted = Size()

    def fit(self) -> None:
        """Give everything its place; nothing is painted until the grid has it."""
        app, size = self._app, self._app.size
        if size == self._fitted:
            return  # the size is told more than once, at the start when a cell may be open already
        self._fitted = size
        app.settling.begin()
        screen = app.screen_stack[0]
        screen.set_class(size.width < WIDE, "-narrow")
        screen.set_class(size.width < SMALLEST.width or size.height < SMALLEST.height, "-small")
        app.panel.fit(room=size.width >= WIDE)
        if (box := app.cell.box) is not None:
            # The cell moved from under the box; what was typed is kept, as Enter would keep it.
            app.call_after_refresh(box.action_commit)
