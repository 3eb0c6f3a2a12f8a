"""Actions on segments, paragraphs and clauses: join, begin a paragraph, renumber."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbench.editing.apply import apply
from workbench.editing.segments import begin_paragraph, join_with_next
from workbench.model.operations import Operation
from workbench.tui.actions.action import Action, Group
from workbench.tui.dialogs.question_dialog import Answer, QuestionDialog
from workbench.tui.work.differences import differences

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


def _join(app: WorkbenchApp) -> None:
    view = app.view
    segment = view.segment()
    if segment is None:
        app.warn(f"{view.cursor.tag} has no text in this row")
    elif app.take("Not joined", partial(join_with_next, view.session.document, view.cursor.tag, segment)):
        app.say("Joined with the next segment")


def _paragraph(app: WorkbenchApp) -> None:
    view = app.view
    segment = view.segment()
    if segment is None:
        app.warn(f"{view.cursor.tag} has no text in this row")
    elif app.take("Not changed", partial(begin_paragraph, view.session.document, view.cursor.tag, segment)):
        begins = bool(view.session.document.versions[view.cursor.tag].text.segments[segment].before)
        app.say("A paragraph begins here" if begins else "The paragraph goes on here")


def _renumber(app: WorkbenchApp) -> None:
    from workbench.editing.renumbering import renumber  # the first screen need not wait for it

    view = app.view
    document, tag = view.session.document, view.cursor.tag
    operation = app.attempt("Not renumbered", partial(renumber, document, tag))
    if operation is None:
        return
    dialog = QuestionDialog(
        f"Renumber the clauses of {tag}?",
        (Answer("take", "renumber them, as one step"),),
        "leave them",
        "\n".join(differences(apply(document, operation)[0], document)),
    )
    app.push_screen(dialog, partial(_renumbered, app, operation))


def _renumbered(app: WorkbenchApp, operation: Operation, answer: str | None) -> None:
    if answer == "take" and app.take("Not renumbered", lambda: operation):
        app.reshaped()


GROUP = Group(
    "Structure",
    35,
    (
        Action("join", ("J",), "join", "Join the segment with the next one (in the cell, F6 splits it)", _join),
        Action(
            "renumber", ("R",), "renumber", "Number the clauses of the version in sequence and one style", _renumber
        ),
        Action("paragraph", ("P",), "paragraph", "Let a paragraph begin at this segment, or go on", _paragraph),
    ),
)
