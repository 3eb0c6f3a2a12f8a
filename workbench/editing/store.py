"""Where sessions save: the workspace."""

from __future__ import annotations

import shutil
from itertools import count
from pathlib import Path

from workbench.model.document import Document
from workbench.model.errors import ConflictError, InputError
from workbench.workspace.content import content_hash
from workbench.workspace.folder import Workspace
from workbench.workspace.loaded import Loaded
from workbench.workspace.overwriting import overwrite
from workbench.workspace.saving import current_hash
from workbench.workspace.state import state_folder


class WorkspaceStore:
    """Saves a document into its workspace, and remembers what it wrote: the next save starts from there."""

    def __init__(self, workspace: Workspace, loaded: Loaded) -> None:
        self.workspace = workspace
        self._go_on(loaded)

    def save(self, document: Document) -> None:
        """Write the document's files; raise ConflictError where one changed underneath, or is gone.

        That is told of files that would not be written, too: who works on the document looks at something else than they hold.
        """
        for path, stamp in self._stamps.items():
            if not path.exists():
                raise ConflictError(f"{self.workspace.shown(path)}: it is gone since it was read")
            if _stamp(path) != stamp and self._is_other(path):
                raise ConflictError(f"{self.workspace.shown(path)}: it changed since it was read")
        self._go_on(self.workspace.save(document, self._loaded))

    def peek(self) -> Loaded:
        """Return the document as its files are now. Raises what loading raises."""
        return self.workspace.load(self._loaded.document.name)

    def peek_at_texts(self) -> Loaded:
        """Return the same though ladders do not hold the texts: somebody wrote to a text alone. Raises what reading raises."""
        return self.workspace.read(self._loaded.document.name)

    def go_on_from(self, loaded: Loaded) -> None:
        """Let the next save start from what was found by a peek."""
        self._go_on(loaded)

    def overwrite(self, document: Document) -> Path | None:
        """Write all the document's files, whatever stands there; return where a copy of that is kept, None for nothing.

        Raises InputError where the disk refuses.
        """
        aside = self._set_aside()
        self._go_on(overwrite(self.workspace, document))
        return aside

    def _go_on(self, loaded: Loaded) -> None:
        self._loaded = loaded
        self._stamps = {path: _stamp(path) for path in loaded.files}

    def _is_other(self, path: Path) -> bool:
        held = self._loaded.content(path)
        return held is None or current_hash(path) != content_hash(held)

    def _set_aside(self) -> Path | None:
        folder = self.workspace.folder(self._loaded.document.name)
        if not folder.exists():
            return None
        kept = state_folder(self.workspace.root) / "aside"
        aside = next(path for number in count(1) if not (path := kept / f"{folder.name}.{number}").exists())
        try:
            shutil.copytree(folder, aside)
        except OSError as error:
            raise InputError(
                f"cannot be copied there: {error.strerror or error}", path=str(aside), advice="free the disk"
            ) from None
        return aside


def _stamp(path: Path) -> tuple[int, int] | None:
    """Return what tells without reading that nobody wrote to a file; None where there is none."""
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size
