"""Actions on findings: to the next, to the previous; to take a suggestion, to let one stand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbench.checks.finding import Finding
from workbench.checks.waiver import Waiver
from workbench.editing.apply import apply
from workbench.editing.suggestions import is_takeable, take_suggestions
from workbench.model.operations import Operation
from workbench.tui.actions.action import Action, Group
from workbench.tui.dialogs.prompt_dialog import PromptDialog
from workbench.tui.dialogs.question_dialog import Answer, QuestionDialog
from workbench.tui.work.differences import differences

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


def _take(app: WorkbenchApp) -> None:
    spot = app.view.shown_finding()
    if spot is None:
        app.say("There is no finding in this row")
        return
    if app.take("Not taken", lambda: take_suggestions(app.view.session.document, [spot.finding])):
        app.say(f"Taken: {spot.finding.suggestion or 'the words are out'}")


def _take_all(app: WorkbenchApp) -> None:
    spot = app.view.shown_finding()
    if spot is None:
        app.say("There is no finding in this row")
        return
    document = app.view.session.document
    alike = [
        one.finding
        for one in app.view.findings.chosen(lambda kind: kind.check == spot.finding.check)
        if is_takeable(document, one.finding)
    ]
    operation = app.attempt("Not taken", lambda: take_suggestions(document, alike or [spot.finding]))
    if operation is None:
        return
    after, _ = apply(document, operation)
    dialog = QuestionDialog(
        f"Take {len(alike)} suggestions of {spot.finding.check}?",
        (Answer("take", "take them all, as one step"),),
        "take none",
        "\n".join(differences(after, document)),
    )
    app.push_screen(dialog, partial(_take_them, app, operation))


def _take_them(app: WorkbenchApp, operation: Operation, answer: str | None) -> None:
    if answer == "take" and app.take("Not taken", lambda: operation):
        app.reshaped()
        app.say("Taken; one undo takes them all back")


GROUP = Group(
    "Findings",
    20,
    (
        Action("next_finding", ("n", "f8"), "next", "Go to the next finding", _next, footer=True),
        Action("previous_finding", ("N", "shift+f8"), "previous", "Go to the previous finding", _previous),
        Action("take", ("f", "f9"), "take", "Put the suggestion of this row's finding in place", _take),
        Action("take_all", ("F",), "take all", "Take all suggestions of its kind, after a look at them", _take_all),
        Action("waive", ("w",), "waive", "Let the finding of this row stand, with a reason", _waive),
        Action("take_waiver_back", ("W",), "unwaive", "Take the last waiver back", _take_back),
    ),
)
