"""Where sessions save: the workspace."""

from __future__ import annotations

import shutil
from itertools import count
from pathlib import Path

from workbench.model.document import Document
from workbench.model.errors import InputError
from workbench.workspace.folder import Loaded, Workspace
from workbench.workspace.state import state_folder


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
