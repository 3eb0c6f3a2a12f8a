"""Where a session saves: the workspace that its document was read from."""

from __future__ import annotations

from workbench.model.document import Document
from workbench.workspace.folder import Loaded, Workspace


class WorkspaceStore:
    """Saves a document into its workspace, and remembers what it wrote: the next save starts from there."""

    def __init__(self, workspace: Workspace, loaded: Loaded) -> None:
        self._workspace = workspace
        self._loaded = loaded

    def save(self, document: Document) -> None:
        """Write the document's files; raise ConflictError where one changed underneath."""
        self._loaded = self._workspace.save(document, self._loaded)
