"""Actions on the glossary: add a concept."""

from __future__ import annotations

import re
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING

from workbench.editing.store import WorkspaceStore
from workbench.glossary.merging import merged
from workbench.glossary.term import Term, TermStatus
from workbench.languages.romanise import romanised
from workbench.languages.wordforms import word_texts
from workbench.tui.actions.action import Action, Group
from workbench.tui.dialogs.term_dialog import NewTerm, TermDialog
from workbench.workspace.glossary_files import read_glossary, save_glossary

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp

_TOPIC = "terms"  # the file that a concept goes to where no file holds its kind yet


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
    if new is None:
        return
    source = f"added in {app.view.session.document.name}"
    terms = [
        Term(new.concept, tag, wording, TermStatus.PROPOSED, new.kind, source=source)
        for tag, wording in new.wordings.items()
    ]

    def write() -> tuple[str, ...]:
        read = read_glossary(store.workspace)
        held = Counter(name for name, rows in read.terms.items() for term in rows if term.kind is new.kind)
        topic = max(held, key=lambda name: held[name], default=_TOPIC)
        return tuple(save_glossary(store.workspace, merged(read.terms, terms, topic).files, read))

    files = app.attempt("Not added", write)
    if files is None:
        return
    app.services.read_glossary()
    app.say(f"Added to {', '.join(files)}" if files else "The glossary has it already")
    app.panel.refresh_tab()
    app.checking.start()


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
