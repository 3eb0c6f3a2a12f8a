"""Actions on the wording: edit, undo, redo, save."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.tui.actions.action import Action, Group

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


def _edit(app: WorkbenchApp) -> None:
    app.cell.open()


def _undo(app: WorkbenchApp) -> None:
    app.take_step("undo", app.view.undo)


def _redo(app: WorkbenchApp) -> None:
    app.take_step("do again", app.view.redo)


def _save(app: WorkbenchApp) -> None:
    if app.cell.box is not None:
        # Behind the letters that the box has not taken yet: the key overtakes them.
        app.cell.box.call_later(_keep_and_save, app)
    else:
        app.saving.save()


def _keep_and_save(app: WorkbenchApp) -> None:
    if app.cell.close():
        app.saving.save()


GROUP = Group(
    "Text",
    10,
    (
        Action("edit", ("enter", "f2"), "edit", "Edit the segment at the cursor in its cell", _edit, footer=True),
        Action("undo", ("ctrl+z",), "undo", "Undo the last step", _undo, footer=True),
        Action("redo", ("ctrl+y",), "redo", "Do again what was undone", _redo),
        Action("save", ("ctrl+s",), "save", "Save the document", _save, footer=True, while_editing=True),
    ),
)
