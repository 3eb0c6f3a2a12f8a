"""Actions in a dialog that shows a list or a text: go through it, choose all."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbench.tui.actions.action import Action, Group, Where
from workbench.tui.actions.dialog import dialog_of

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


def _move(by: int, app: WorkbenchApp) -> None:
    if dialog := dialog_of(app):
        dialog.move(by)


def _all(app: WorkbenchApp) -> None:
    if dialog := dialog_of(app):
        dialog.choose_all()


GROUP = Group(
    "In lists and texts",
    98,
    (
        Action("list_down", ("j",), "down", "One line down; the arrow does it, too", partial(_move, 1)),
        Action("list_up", ("k",), "up", "One line up; the arrow does it, too", partial(_move, -1)),
        Action("list_all", ("a",), "all", "Choose all versions, or none where all are chosen", _all),
    ),
    Where.LIST,
)
