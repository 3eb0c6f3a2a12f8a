"""Opening a document for editing: its session, where it is saved, its journal, and what is asked of checks and aligner."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.alignment.encoders.encoder import SentenceEncoder
from workbench.editing.finder import Finder
from workbench.editing.journal import Journal
from workbench.editing.looking import RefusingLog, held_or_looked_at
from workbench.editing.realign import Realigner
from workbench.editing.recovery import Recovery, examine
from workbench.editing.session import Session
from workbench.editing.store import WorkspaceStore
from workbench.glossary.term import Term
from workbench.glossary.termbase import TermBase
from workbench.model.errors import NotFoundError
from workbench.workspace.configuration import read_encoder, read_settings
from workbench.workspace.folder import Workspace
from workbench.workspace.state import NAME

if TYPE_CHECKING:
    from workbench.memory.memory import Memory

QUICK = "words"  # the encoder that needs neither installing nor waiting


@dataclass(frozen=True, slots=True)
class Opened:
    """A document that is open for editing, and what was left behind by a crash."""

    session: Session
    store: WorkspaceStore
    journal: Journal
    recovery: Recovery


def chosen(workspace: Workspace, name: str | None) -> str:
    """Return the document that is meant, the first one where none is named. Raises NotFoundError where there is none."""
    names = workspace.documents()
    wanted = name or (names[0] if names else None)
    if wanted is None:
        raise NotFoundError(
            f"{workspace.root}: there is no document yet — begin one with: workbench new DOCUMENT LANG=FILE LANG=FILE"
        )
    workspace.folder(wanted)
    return wanted


def lock_of(workspace: Workspace, name: str) -> Path:
    """Return the lock file that whoever edits a document holds (see `workbench.workspace.lock.locked`)."""
    return workspace.root / NAME / "journal" / f"{name}.lock"


def held(workspace: Workspace, name: str) -> AbstractContextManager[str]:
    """Hold a document while the context lasts, which yields "", or why it can only be looked at.

    Raises ConflictError where another editor has it.
    """
    return held_or_looked_at(workspace.root, lock_of(workspace, name), (workspace.folder(name),))


def opened(workspace: Workspace, name: str, looking: str = "") -> Opened:
    """Load a document for editing, and look at the journal that an earlier session may have left.

    `looking` says why it can only be looked at: every step is refused with these words then, and the journal is left alone.
    """
    loaded = workspace.load(name)
    store = WorkspaceStore(workspace, loaded)
    journal = Journal(workspace.root / NAME / "journal" / f"{name}.jsonl")
    if looking:
        session = Session(loaded.document, store, RefusingLog(looking))
        return Opened(session, store, journal, Recovery((), 0, saved=False))
    return Opened(Session(loaded.document, store, journal), store, journal, examine(loaded.document, journal.read()))


class LiveGlossary:
    """The glossary of a workspace, read again when it was written to.

    Its files are read at once; the term base is made when it is asked for, by the table of every language in it.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._termbase = _made_once(workspace.terms())

    def __call__(self) -> TermBase:
        """Return the term base as it was read last."""
        return self._termbase()

    def read_again(self) -> None:
        """Read the files again. Raises what reading raises; the term base is the former one then."""
        self._termbase = _made_once(self._workspace.terms())


def _made_once(terms: Iterable[Term]) -> Callable[[], TermBase]:
    return cache(partial(TermBase, terms))


def finder(workspace: Workspace, name: str, termbase: Callable[[], TermBase]) -> Finder:
    """Return what computes the findings of a document as `workbench check` would; raise InputError for its settings."""
    settings = read_settings(workspace.root)
    return Finder(settings, termbase, lambda: (workspace.waivers(name), workspace.baseline(name)))


def realigner(workspace: Workspace, termbase: Callable[[], TermBase]) -> Realigner:
    """Return what aligns a document anew: with a glossary, and the encoder that is named in the settings or the quick one."""

    def load() -> SentenceEncoder | None:
        from workbench.alignment.encoders.registry import encoder

        return encoder(read_encoder(workspace.root) or QUICK)

    return Realigner(load, termbase)


def memory_of(workspace: Workspace) -> Callable[[], Memory]:
    """Return what gives the memory of a workspace: it is loaded when it is asked for, which the editor does in a thread."""

    @cache
    def memory() -> Memory:
        from workbench.memory.memory import Memory

        return Memory(workspace)

    return memory
