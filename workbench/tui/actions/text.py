"""Actions on the wording: edit, undo, redo, save."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbench.tui.actions.action import Action, Group

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


def _edit(app: WorkbenchApp) -> None:
    app.cell.open()


def _undo(app: WorkbenchApp) -> None:
    if not app.adding.undo():
        app.take_step("undo", app.view.undo)


def _redo(app: WorkbenchApp) -> None:
    if not app.adding.redo():
        app.take_step("do again", app.view.redo)


def _save(app: WorkbenchApp) -> None:
    if app.cell.box is None:
        app.saving.save()
    else:
        app.cell.box.after_typing(partial(_keep_and_save, app))


def _keep_and_save(app: WorkbenchApp) -> None:
    if app.cell.close():
        app.saving.save()


def _copy(app: WorkbenchApp) -> None:
    view = app.view
    segment = view.segment()
    if chosen := app.screen.get_selected_text() or view.selected_text():
        app.copy_to_clipboard(chosen)
        app.say("Copied: what is selected")
        return
    if segment is None:
        app.warn(f"{view.cursor.tag} has no text in this row")
        return
    app.copy_to_clipboard(view.table.text(view.cursor.tag, segment))
    app.say(f"Copied: the segment of {view.cursor.tag}")


GROUP = Group(
    "Text",
    10,
    (
        Action("edit", ("enter", "f2"), "edit", "Edit the segment at the cursor in its cell", _edit, footer=True),
        Action("undo", ("ctrl+z",), "undo", "Undo the last step; an added term is one", _undo),
        Action("redo", ("ctrl+y",), "redo", "Do again what was undone", _redo),
        Action("copy", ("ctrl+c",), "copy", "Copy the segment at the cursor, or what the mouse selected", _copy),
        Action("save", ("ctrl+s", "f12"), "save", "Save the document", _save, footer=True, while_editing=True),
    ),
)
