"""Actions on findings: to the next, to the previous."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.tui.actions.action import Action, Group

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


def _to_finding(app: WorkbenchApp, by: int) -> None:
    spot, round_the_end = app.view.next_finding(by)
    if spot is None:
        app.say("The checks are at work" if app.checking.at_work else "Nothing found in this document")
    elif round_the_end:
        app.say("Round the end of the document")
    app.show_cursor()


def _next(app: WorkbenchApp) -> None:
    _to_finding(app, 1)


def _previous(app: WorkbenchApp) -> None:
    _to_finding(app, -1)


GROUP = Group(
    "Findings",
    20,
    (
        Action("next_finding", ("n", "f8"), "next", "Go to the next finding", _next, footer=True),
        Action("previous_finding", ("N", "shift+f8"), "previous", "Go to the previous finding", _previous),
    ),
)
