"""Actions on the glossary: add a concept."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from workbench.editing.store import WorkspaceStore
from workbench.languages.romanise import romanised
from workbench.languages.wordforms import word_texts
from workbench.tui.actions.action import Action, Group
from workbench.tui.dialogs.term_dialog import NewTerm, TermDialog

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


def _add(app: WorkbenchApp) -> None:
    store = app.services.store
    if store is None:
        app.warn("This document is of no workspace: there is no glossary to add to")
        return
    chosen, tag = app.cell.selected() or app.view.selected_text().strip(), app.view.cursor.tag
    wordings = {one: chosen if one == tag else "" for one in app.view.tags}
    app.push_screen(TermDialog(_concept(chosen), wordings), partial(_write, app, store))


def _concept(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", " ".join(map(romanised, word_texts(text)))).strip("-")


def _write(app: WorkbenchApp, store: WorkspaceStore, new: NewTerm | None) -> None:
    if new is not None:
        app.adding.add(store, new)


GROUP = Group(
    "Glossary",
    37,
    (
        Action(
            "add_term",
            ("plus", "f11"),
            "add a term",
            "Add a concept to the glossary, with its wordings; what is selected is the first",
            _add,
        ),
    ),
)
