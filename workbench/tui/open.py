"""Opening the editor on a document of a workspace."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

from workbench.alignment.encoders.encoder import SentenceEncoder
from workbench.editing.journal import Journal
from workbench.editing.realign import Realigner
from workbench.editing.recovery import Recovery, examine
from workbench.editing.session import Session
from workbench.editing.store import WorkspaceStore
from workbench.glossary.termbase import TermBase
from workbench.memory.concordance import Hit, hits
from workbench.model.errors import InputError, NotFoundError, WorkbenchError
from workbench.tui.actions.keymap import keys_of
from workbench.tui.app import WorkbenchApp
from workbench.tui.services import Services
from workbench.tui.themes import CYCLE, known
from workbench.tui.work.finder import Finder
from workbench.workspace.configuration import read_encoder, read_looks, read_settings
from workbench.workspace.folder import Workspace
from workbench.workspace.lock import locked
from workbench.workspace.state import state_folder

_SWITCH = 0.001  # seconds that a key waits at most for the threads that check and align
QUICK = "words"  # the encoder that needs neither installing nor waiting


@dataclass(frozen=True, slots=True)
class Opened:
    """What the editor needs of a document: session, services, and what was left behind by a crash."""

    session: Session
    services: Services
    journal: Journal
    recovery: Recovery


class LiveGlossary:
    """The glossary of a workspace, read again when it was written to."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._termbase = workspace.termbase()

    def __call__(self) -> TermBase:
        """Return the term base as it was read last."""
        return self._termbase

    def read_again(self) -> None:
        """Read the files again. Raises what reading raises; the term base is the former one then."""
        self._termbase = self._workspace.termbase()


def finder(workspace: Workspace, name: str, termbase: Callable[[], TermBase]) -> Finder:
    """Return what computes the findings of a document as `workbench check` would; raise InputError for its settings."""
    settings = read_settings(workspace.root)
    return Finder(settings, termbase, lambda: (workspace.waivers(name), workspace.baseline(name)))


def realigner(workspace: Workspace) -> Realigner:
    """Return what aligns a document anew: with the encoder that the settings name, else with the one that is quick."""

    def load() -> SentenceEncoder | None:
        from workbench.alignment.encoders.registry import encoder

        return encoder(read_encoder(workspace.root) or QUICK)

    return Realigner(load, workspace.termbase())


def prepare(workspace: Workspace, name: str) -> Opened:
    """Load a document for editing, and look at the journal that an earlier session may have left."""
    loaded = workspace.load(name)
    store = WorkspaceStore(workspace, loaded)
    journal = Journal(state_folder(workspace.root) / "journal" / f"{name}.jsonl")
    path, keys, theme = read_looks(workspace.root)
    if theme and not known(theme):
        raise InputError(f"no theme is called {theme!r}", path=path, advice=f"write one of {', '.join(CYCLE)}")
    aligner = realigner(workspace)
    glossary = LiveGlossary(workspace)
    services = Services(
        finder(workspace, name, glossary),
        aligner,
        store,
        keys_of(keys, path),
        theme,
        glossary,
        aligner.reasons,
        partial(_rows, workspace),
        glossary.read_again,
    )
    return Opened(Session(loaded.document, store, journal), services, journal, examine(loaded.document, journal.read()))


def _rows(workspace: Workspace) -> Iterator[Hit]:
    """Yield the rows of all documents of the workspace; a document that cannot be read is passed over."""
    for name in workspace.documents():
        try:
            document = workspace.load(name).document
        except WorkbenchError:
            continue
        yield from hits(document, lambda _: (0, 0))


def open_editor(workspace: Workspace, document_name: str | None) -> int:
    """Open a document (the first one where none is named) in the editor; return the exit code.

    Raises NotFoundError where there is none, ConflictError where another editor has it, and what loading raises.
    """
    names = workspace.documents()
    name = document_name or (names[0] if names else None)
    if name is None:
        raise NotFoundError(
            f"{workspace.root}: there is no document yet — begin one with: workbench new DOCUMENT LANG=FILE LANG=FILE"
        )
    workspace.folder(name)
    while name:
        name = _edit(workspace, name)
    sys.stdout.flush()
    return 0


def _edit(workspace: Workspace, name: str) -> str:
    """Edit a document; return the one that is to be opened next, the same one to read it anew, "" for none."""
    with locked(state_folder(workspace.root) / "journal" / f"{name}.lock"):
        opened = prepare(workspace, name)
        app = WorkbenchApp(opened.session, opened.services)
        app.recover_from(opened.journal, opened.recovery)
        sys.setswitchinterval(_SWITCH)
        left = app.run()
        if app.return_code:
            raise SystemExit(app.return_code)
    return left.then if left is not None else ""
