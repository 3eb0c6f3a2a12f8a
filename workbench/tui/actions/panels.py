"""Actions on the panel and its tabs, and on what they show."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbench.tui.actions.action import Action, Group
from workbench.tui.dialogs.prompt_dialog import PromptDialog
from workbench.tui.noting import ask_note
from workbench.tui.panels.concordance import Concordance
from workbench.tui.panels.issues import Issues

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


def _panel(app: WorkbenchApp) -> None:
    app.panel.toggle()
    app.show_state()


def _into(app: WorkbenchApp) -> None:
    app.panel.open(app.panel.chosen)
    app.panel.query_one("#entries").focus()


def _tab(title: str, app: WorkbenchApp) -> None:
    app.panel.open(app.panel.tab(title))


def _all_issues(app: WorkbenchApp) -> None:
    issues = app.panel.tab(Issues.title)
    if not isinstance(issues, Issues):
        return
    if issues.wide:
        issues.wide = False
        app.panel.open(issues)
        return

    def take(wanted: str | None) -> None:
        if wanted is not None and isinstance(issues, Issues):
            issues.wide, issues.wanted = True, wanted.strip()
            app.panel.open(issues)
            # The dialog gives the focus back when it is gone.
            app.call_after_refresh(app.panel.query_one("#entries").focus)

    hint = "words that must fit: a check (numbering), a severity (error), a version (kk); empty: all findings"
    app.push_screen(PromptDialog("Findings of the document", hint, issues.wanted), take)


def _concordance(app: WorkbenchApp) -> None:
    tab = app.panel.tab(Concordance.title)
    if not isinstance(tab, Concordance):
        return

    def take(typed: str | None) -> None:
        if typed and isinstance(tab, Concordance):
            tab.ask(app, typed)
            app.panel.open(tab)

    hint = 'words, "whole words", =To The Letter, /regular expression/ — in documents and memory'
    app.push_screen(PromptDialog("Concordance", hint, tab.asked), take)


def _note(app: WorkbenchApp) -> None:
    beads = list(app.view.beads())
    if app.view.cursor.tag == app.view.pivot or not beads:
        app.warn("Go to a version's cell: a note stands on one of its beads")
        return
    ask_note(app, beads[0][0], beads[0][1].index)


GROUP = Group(
    "Panel",
    38,
    (
        Action("panel", ("i",), "panel", "Show or hide the panel", _panel, footer=True),
        Action("into_panel", ("tab",), "into the panel", "Go into the panel, to choose an entry", _into),
        Action("issues", ("1",), "issues", "Findings of the row", partial(_tab, "Issues")),
        Action(
            "all_issues", ("I",), "all issues", "Findings of the document, by a filter; again: of the row", _all_issues
        ),
        Action(
            "glossary",
            ("2",),
            "glossary",
            "Concepts of the row in all versions",
            partial(_tab, "Glossary"),
        ),
        Action("why", ("3",), "why", "The evidence for the bead at the cursor", partial(_tab, "Why")),
        Action(
            "memory",
            ("4",),
            "memory",
            "What documents and memory have that resembles this row",
            partial(_tab, "Memory"),
        ),
        Action("concordance_tab", ("5",), "concordance", "What was found last", partial(_tab, "Concordance")),
        Action(
            "concordance",
            ("equals_sign",),
            "look up",
            "Look for words in all versions of all documents and in the memory",
            _concordance,
        ),
        Action("notes", ("6",), "notes", "Notes on the beads of the row", partial(_tab, "Notes")),
        Action("note", ("semicolon",), "note", "Write a note on the bead at the cursor", _note),
    ),
)
