"""Actions on segments and paragraphs: join, begin a paragraph."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbench.editing.segments import begin_paragraph, join_with_next
from workbench.tui.actions.action import Action, Group

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


GROUP = Group(
    "Structure",
    35,
    (
        Action("join", ("J",), "join", "Join the segment with the next one (in the cell, F6 splits it)", _join),
        Action("paragraph", ("P",), "paragraph", "Let a paragraph begin at this segment, or go on", _paragraph),
    ),
)
