"""Actions on the columns: their order and widths, the pivot frozen, one version alone, what is marked in them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from workbench.tui.actions.action import Action, Group

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


def _show(app: WorkbenchApp) -> None:
    app.grid.refit()
    app.show_state()


def _widen(by: int, app: WorkbenchApp) -> None:
    app.view.wishes = app.view.wishes.widened(app.view.cursor.tag, by)
    _show(app)


def _move(by: int, app: WorkbenchApp) -> None:
    if app.view.move_version(by):
        _show(app)
    else:
        app.warn("The column can go no further")


def _freeze(app: WorkbenchApp) -> None:
    wishes = app.view.wishes
    app.view.wishes = replace(wishes, frozen=not wishes.frozen)
    app.say("The pivot scrolls with the versions" if wishes.frozen else "The pivot stays at the left")
    _show(app)


def _alone(app: WorkbenchApp) -> None:
    app.view.wishes = replace(app.view.wishes, alone=not app.view.wishes.alone)
    _show(app)


def _mark(app: WorkbenchApp) -> None:
    app.view.marking = not app.view.marking
    app.grid.refresh()


def _by(doing: Callable[[int, WorkbenchApp], None], by: int) -> Callable[[WorkbenchApp], None]:
    return partial(doing, by)


GROUP = Group(
    "Columns",
    45,
    (
        Action(
            "mark",
            ("y",),
            "mark",
            "Mark numbers, dates and terms: what differs, and what renders the cell's terms",
            _mark,
        ),
        Action(
            "alone", ("b",), "one version", "Show the cursor's version alone beside the pivot, or all again", _alone
        ),
        Action("wider", ("greater_than_sign",), "wider", "Make the cursor's column wider", _by(_widen, 1)),
        Action("narrower", ("less_than_sign",), "narrower", "Make the cursor's column narrower", _by(_widen, -1)),
        Action(
            "column_right", ("shift+right", "L"), "column right", "Move the cursor's column to the right", _by(_move, 1)
        ),
        Action(
            "column_left", ("shift+left", "H"), "column left", "Move the cursor's column to the left", _by(_move, -1)
        ),
        Action("freeze", ("z",), "freeze", "Keep the pivot at the left, or let it scroll with the others", _freeze),
    ),
)
