"""Actions on findings: to the next, to the previous; to let one stand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbench.checks.finding import Finding
from workbench.checks.waiver import Waiver
from workbench.tui.actions.action import Action, Group
from workbench.tui.dialogs.prompt_dialog import PromptDialog

if TYPE_CHECKING:
    from workbench.editing.store import WorkspaceStore
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


def _waive(app: WorkbenchApp) -> None:
    spot, store = app.view.shown_finding(), app.services.store
    if spot is None:
        app.say("There is no finding in this row")
        return
    if store is None or not spot.finding.fingerprint:
        app.warn("This finding cannot be waived: it has no fingerprint, or the document no folder")
        return
    dialog = PromptDialog(f"Why may this stand? {spot.finding.check}", "the reason is kept in waivers.toml")
    app.push_screen(dialog, partial(_write_waiver, app, store, spot.finding))


def _write_waiver(app: WorkbenchApp, store: WorkspaceStore, finding: Finding, reason: str | None) -> None:
    if reason is None or not reason.strip():
        return
    at = finding.location
    waiver = Waiver(finding.fingerprint, finding.check, at.version or "", at.clause, at.words, reason.strip())

    def write() -> bool:
        store.workspace.add_waiver(finding.document, waiver)
        return True

    if app.attempt("Not waived", write):
        app.view.waived.append(waiver.fingerprint)
        app.say("Waived; W takes it back")
        app.checking.start()


def _take_back(app: WorkbenchApp) -> None:
    store, waived = app.services.store, app.view.waived
    if store is None or not waived:
        app.say("Nothing was waived since the editor was opened")
        return

    def drop() -> bool:
        store.workspace.drop_waiver(app.view.session.document.name, waived[-1])
        return True

    if app.attempt("Not taken back", drop):
        waived.pop()
        app.say("The waiver is gone")
        app.checking.start()


GROUP = Group(
    "Findings",
    20,
    (
        Action("next_finding", ("n", "f8"), "next", "Go to the next finding", _next, footer=True),
        Action("previous_finding", ("N", "shift+f8"), "previous", "Go to the previous finding", _previous),
        Action("waive", ("w",), "waive", "Let the finding of this row stand, with a reason", _waive),
        Action("take_waiver_back", ("W",), "unwaive", "Take the last waiver back", _take_back),
    ),
)
