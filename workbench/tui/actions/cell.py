"""Actions in a cell that is edited: keep its text, go on, split it, leave it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbench.tui.actions.action import Action, Group, Where

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


def _keep(app: WorkbenchApp) -> None:
    if app.cell.box is not None:
        app.cell.box.action_commit()


def _keep_and_go(by: int, app: WorkbenchApp) -> None:
    if app.cell.box is not None:
        app.cell.box.action_commit_next(by)


def _split(app: WorkbenchApp) -> None:
    if app.cell.box is not None:
        app.cell.box.action_split()


def _leave(app: WorkbenchApp) -> None:
    if app.cell.box is not None:
        app.cell.box.action_cancel()


async def _add_term(app: WorkbenchApp) -> None:
    await app.action_do("add_term")


def _help(app: WorkbenchApp) -> None:
    from workbench.tui.dialogs.text_dialog import HelpDialog
    from workbench.tui.help import help_of

    app.push_screen(HelpDialog(help_of(app.services.keys, Where.CELL)))


GROUP = Group(
    "In the cell",
    95,
    (
        Action("cell_keep", ("enter", "f2"), "keep", "Keep the text", _keep, footer=True),
        Action(
            "cell_next",
            ("tab",),
            "keep, edit next",
            "Keep the text, and edit the next segment",
            partial(_keep_and_go, 1),
            footer=True,
        ),
        Action(
            "cell_previous",
            ("shift+tab",),
            "keep, edit previous",
            "Keep the text, and edit the segment before",
            partial(_keep_and_go, -1),
        ),
        Action("cell_split", ("f6",), "split here", "Split the segment at the cursor", _split, footer=True),
        Action("cell_term", ("f11",), "add a term", "Add what is selected to the glossary", _add_term),
        Action("cell_help", ("f1",), "help", "Show the keys of the cell", _help),
        Action("cell_leave", ("escape",), "cancel", "Leave the text as it was", _leave, footer=True),
    ),
    Where.CELL,
)
