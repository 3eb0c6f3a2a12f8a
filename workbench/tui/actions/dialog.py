"""Actions in any dialog: take what is chosen or typed, leave it, show its keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.tui.actions.action import Action, Group, Where

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp
    from workbench.tui.dialogs.dialog import Dialog


def dialog_of(app: WorkbenchApp) -> Dialog[object] | None:
    """Return the dialog that is open, if any."""
    from workbench.tui.dialogs.dialog import Dialog  # which has these actions for its keys

    return app.screen if isinstance(app.screen, Dialog) else None


def _take(app: WorkbenchApp) -> None:
    if dialog := dialog_of(app):
        dialog.take()


def _leave(app: WorkbenchApp) -> None:
    if dialog := dialog_of(app):
        dialog.leave()


def _help(app: WorkbenchApp) -> None:
    if dialog := dialog_of(app):
        dialog.help()


GROUP = Group(
    "In dialogs",
    97,
    (
        Action("dialog_take", ("enter", "f2"), "take", "Take what is chosen or typed", _take),
        Action("dialog_leave", ("escape", "q"), "leave", "Leave the dialog, and change nothing", _leave),
        Action("dialog_help", ("f1", "question_mark", "comma"), "help", "Show the keys of the dialog", _help),
    ),
    Where.DIALOG,
)
