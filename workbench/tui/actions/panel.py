"""Actions in the panel: turn its pages, go through its entries, take one, leave it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbench.tui.actions.action import Action, Group, Where

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


def _turn(by: int, app: WorkbenchApp) -> None:
    app.panel.turn(by)


def _move(by: int, app: WorkbenchApp) -> None:
    app.panel.move(by)


def _take(app: WorkbenchApp) -> None:
    app.panel.take()


def _leave(app: WorkbenchApp) -> None:
    app.panel.leave()


GROUP = Group(
    "In the panel",
    96,
    (
        Action("panel_previous", ("left", "h"), "tab before", "Show the tab before", partial(_turn, -1)),
        Action("panel_next", ("right", "l"), "next tab", "Show the next tab", partial(_turn, 1)),
        Action(
            "panel_up", ("k",), "entry before", "Go to the entry before; the arrow does it, too", partial(_move, -1)
        ),
        Action("panel_down", ("j",), "next entry", "Go to the next entry; the arrow does it, too", partial(_move, 1)),
        Action("panel_take", ("f",), "take the entry", "Take the text of the entry into the cell", _take),
        Action("panel_leave", ("escape",), "back to the grid", "Give the keys back to the grid", _leave),
    ),
    Where.PANEL,
)
