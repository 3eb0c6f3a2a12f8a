"""Actions on the alignment: confirm, align anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.tui.actions.action import Action, Group

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


def _confirm(app: WorkbenchApp) -> None:
    said = app.attempt("Not confirmed", app.view.confirm)
    if said is not None:
        app.say(said)
        app.changed((app.view.cursor.row,))


def _realign(app: WorkbenchApp) -> None:
    app.realigning.start()


GROUP = Group(
    "Alignment",
    30,
    (
        Action(
            "confirm",
            ("c",),
            "confirm",
            "Confirm the alignment here, or take that back; on the pivot: of the whole row",
            _confirm,
            footer=True,
        ),
        Action("realign", ("a",), "align anew", "Align all versions anew around what is confirmed", _realign),
    ),
)
