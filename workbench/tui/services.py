"""What the editor asks others for: findings, alignment, and the workspace that the document is of."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.checks.finding import Finding
from workbench.glossary.termbase import TermBase
from workbench.memory.concordance import Hit
from workbench.model.document import Document
from workbench.model.errors import InputError
from workbench.model.ladder import Span
from workbench.model.operations import Operation
from workbench.workspace.folder import Loaded, Workspace
from workbench.workspace.state import state_folder

if TYPE_CHECKING:
    from workbench.alignment.explain import Reason

Find = Callable[[Document], Sequence[Finding]]
Realign = Callable[[Document], Operation | None]


class WorkspaceStore:
    """Saves a document into its workspace, and remembers what it wrote: the next save starts from there."""

    def __init__(self, workspace: Workspace, loaded: Loaded) -> None:
        self.workspace = workspace
        self._loaded = loaded

    def save(self, document: Document) -> None:
        """Write the document's files; raise ConflictError where one changed underneath."""
        self._loaded = self.workspace.save(document, self._loaded)

    def peek(self) -> Document:
        """Return the document as its files are now. Raises what loading raises."""
        return self.workspace.load(self._loaded.document.name).document

    def set_aside(self) -> Path:
        """Copy the document's files as they are now into the workspace's state folder; return the copy's path.

        Raises InputError where that folder cannot be written.
        """
        folder = self.workspace.folder(self._loaded.document.name)
        kept = state_folder(self.workspace.root) / "aside"
        for number in count(1):
            aside = kept / f"{folder.name}.{number}"
            if not aside.exists():
                break
        try:
            shutil.copytree(folder, aside)
        except OSError as error:
            raise InputError(f"cannot be written: {error.strerror}", path=str(aside), advice="free the disk") from None
        return aside

    def read_again(self) -> Document:
        """Return the document as its files are now; the next save starts from there. Raises what loading raises."""
        self._loaded = self.workspace.load(self._loaded.document.name)
        return self._loaded.document


def _unknown(document: Document, tag: str, span: Span) -> tuple[Reason, ...]:  # noqa: ARG001
    return ()


@dataclass(frozen=True, slots=True)
class Services:
    """What the editor asks for: the findings of a document, what aligning it anew would change, both in threads.

    `store` is None where the document is of no workspace. `keys` has the keys of actions by their ids (their own, where one
    is not named), `theme` the colours to begin with, "" for the usual ones. `reasons` says why a bead of a version is as it
    is, and takes its time the first time. `rows` gives the rows of all documents of the workspace, as they are saved.
    """

    find: Find
    realign: Realign
    store: WorkspaceStore | None = None
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    theme: str = ""
    termbase: TermBase = field(default_factory=TermBase)
    reasons: Callable[[Document, str, Span], tuple[Reason, ...]] = _unknown
    rows: Callable[[], Iterable[Hit]] = tuple
