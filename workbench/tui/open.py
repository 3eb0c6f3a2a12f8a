"""Opening the editor on a document of a workspace."""

from __future__ import annotations

import sys
from dataclasses import dataclass

from workbench.editing.journal import Journal
from workbench.editing.opening import LiveGlossary, chosen, finder, held, memory_of, opened, realigner
from workbench.editing.recovery import Recovery
from workbench.editing.session import Session
from workbench.model.errors import InputError
from workbench.tui.actions.keymap import keys_of
from workbench.tui.app import WorkbenchApp
from workbench.tui.collecting import loading
from workbench.tui.services import Services
from workbench.tui.themes import CYCLE, known
from workbench.workspace.configuration import read_looks
from workbench.workspace.folder import Workspace

_SWITCH = 0.001  # seconds that a key waits at most for the threads that check and align


@dataclass(frozen=True, slots=True)
class Prepared:
    """What the editor needs of a document: session, services, and what was left behind by a crash."""

    session: Session
    services: Services
    journal: Journal
    recovery: Recovery


def prepare(workspace: Workspace, name: str, looking: str = "") -> Prepared:
    """Load a document for the editor, with the keys and colours of the settings. Raises InputError for these too.

    `looking` says why it can only be looked at.
    """
    document = opened(workspace, name, looking)
    path, keys, theme = read_looks(workspace.root)
    if theme and not known(theme):
        raise InputError(f"no theme is called {theme!r}", path=path, advice=f"write one of {', '.join(CYCLE)}")
    glossary = LiveGlossary(workspace)
    aligner = realigner(workspace, glossary)
    services = Services(
        finder(workspace, name, glossary),
        aligner,
        document.store,
        keys_of(keys, path),
        theme,
        glossary,
        aligner.reasons,
        memory_of(workspace),
        glossary.read_again,
        looking,
    )
    return Prepared(document.session, services, document.journal, document.recovery)


def open_editor(workspace: Workspace, document_name: str | None) -> int:
    """Open a document (the first one where none is named) in the editor; return the exit code.

    Raises NotFoundError where there is none, ConflictError where another editor has it, and what loading raises.
    """
    name = chosen(workspace, document_name)
    while name:
        name = _edit(workspace, name)
    sys.stdout.flush()
    return 0


def _edit(workspace: Workspace, name: str) -> str:
    """Edit a document; return the one that is to be opened next, the same one to read it anew, "" for none."""
    with held(workspace, name) as looking:
        with loading():
            prepared = prepare(workspace, name, looking)
        app = WorkbenchApp(prepared.session, prepared.services)
        app.recover_from(prepared.journal, prepared.recovery)
        sys.setswitchinterval(_SWITCH)
        left = app.run()
        if app.return_code:
            raise SystemExit(app.return_code)
    return left.then if left is not None else ""
