"""Moving the cursor."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from workbench.tui.actions.action import Action, Group

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


def _step(by: int, app: WorkbenchApp) -> None:
    if not app.grid.scroll_within_row(by):
        app.view.step(by)
        app.show_cursor()


def _version(by: int, app: WorkbenchApp) -> None:
    app.view.step_version(by)
    app.show_cursor()


def _page(by: int, app: WorkbenchApp) -> None:
    app.grid.page(by)
    app.show_state()


def _first(app: WorkbenchApp) -> None:
    app.view.go_to_end(-1)
    app.show_cursor()


def _last(app: WorkbenchApp) -> None:
    app.view.go_to_end(1)
    app.show_cursor()


def _to(doing: Callable[[int, WorkbenchApp], None], by: int) -> Callable[[WorkbenchApp], None]:
    return partial(doing, by)


GROUP = Group(
    "Moving",
    90,
    (
        Action("down", ("down", "j"), "down", "Next segment of the cell, then the next row", _to(_step, 1)),
        Action("up", ("up", "k"), "up", "Previous segment of the cell, then the row before", _to(_step, -1)),
        Action("left", ("left", "h"), "left", "The version to the left", _to(_version, -1)),
        Action("right", ("right", "l"), "right", "The version to the right; the columns follow", _to(_version, 1)),
        Action("page_down", ("pagedown", "space", "ctrl+f"), "page down", "One screen down", _to(_page, 1)),
        Action("page_up", ("pageup", "ctrl+b"), "page up", "One screen up", _to(_page, -1)),
        Action("first_row", ("home", "ctrl+home", "g"), "first row", "The first row", _first),
        Action("last_row", ("end", "ctrl+end", "G"), "last row", "The last row", _last),
    ),
)
