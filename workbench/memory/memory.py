"""The memory of a workspace: its documents, and the units of files that were imported."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import cached_property
from itertools import islice
from pathlib import Path
from threading import RLock

from workbench.memory.documents import refresh
from workbench.memory.fuzzy import Match, matches
from workbench.memory.hit import Hit
from workbench.memory.looking import Reader, look
from workbench.memory.origins import forget
from workbench.memory.pattern import Pattern
from workbench.memory.store import Store
from workbench.memory.unit import Origin
from workbench.model.errors import InputError, WorkbenchError
from workbench.workspace.folder import Workspace
from workbench.workspace.state import NAME, state_folder

FILES = "memory.sqlite"
DOCUMENTS = "documents.sqlite"


class Memory:
    """Answers from two stores: what was imported, which is nowhere else, and the documents, which are read again at any time.

    Any thread may ask; one is answered at a time.
    """

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._lock = RLock()

    def close(self) -> None:
        """Close the stores that were opened; what asks again opens them again."""
        with self._lock:
            for name in ("files", "_documents"):
                store = self.__dict__.pop(name, None)
                if store is not None:
                    store.close()

    @property
    def path(self) -> Path:
        """The file of what was imported."""
        return self._workspace.root / NAME / FILES

    @cached_property
    def files(self) -> Store:
        """The store of what was imported, begun where there is none. Raises InputError."""
        state_folder(self._workspace.root)
        return Store(self.path)

    @cached_property
    def _documents(self) -> Store:
        """The store of the documents: made anew where it is damaged, held by this process where it cannot be written."""
        try:
            path = state_folder(self._workspace.root) / DOCUMENTS
        except InputError:
            return Store(None)
        with suppress(InputError):
            return Store(path)
        try:
            for each in (path, path.with_name(f"{DOCUMENTS}-wal"), path.with_name(f"{DOCUMENTS}-shm")):
                each.unlink(missing_ok=True)
            return Store(path)
        except (InputError, OSError):
            return Store(None)

    def search_documents(self, pattern: Pattern, version: str = "") -> list[Hit]:
        """Return the rows of documents that match, in the order of the documents; see `workbench.memory.looking.look`."""
        with self._lock:
            return sorted(look(self._fresh()[0], pattern, version), key=lambda hit: (hit.document, hit.row))

    def search_files(
        self,
        pattern: Pattern,
        version: str = "",
        most: int | None = None,
        wanted: Callable[[], bool] = lambda: True,
    ) -> list[Hit]:
        """Return the units of imported files that match, at most so many, as they are found while they are `wanted`."""
        with self._lock:
            reader = self._imported()
            return list(islice(look(reader, pattern, version, wanted), most)) if reader else []

    def matches(self, text: str, tag: str, most: int = 10) -> list[Match]:
        """Return the rows and units whose version in the language of `tag` resembles a text, the likest first."""
        with self._lock:
            readers = (self._fresh()[0], self._imported())
            found = [match for reader in readers if reader for match in matches(reader, text, tag, most)]
        return sorted(found, key=lambda match: -match.percent)[:most]

    def unreadable(self) -> dict[str, WorkbenchError]:
        """Return the documents that cannot be read, and why: they are answered from as they were read last."""
        with self._lock:
            return self._fresh()[1]

    def check(self, name: str) -> None:
        """Raise NotFoundError, which names those there are, for a document that is not at hand."""
        if name not in self._workspace.documents():
            self._workspace.read(name)

    def origins(self) -> tuple[tuple[Origin, ...], tuple[Origin, ...]]:
        """Return the origins that there are: the documents, and the files that were imported."""
        with self._lock:
            imported = self._imported()
            return tuple(self._fresh()[0].origins), tuple(imported.origins) if imported else ()

    def remove(self, name: str) -> int:
        """Forget what was imported from a file; return how many units that was."""
        with self._lock, self.files.named(), self.files.writing():
            return forget(self.files, name)

    def _imported(self) -> Reader | None:
        return Reader(self.files, "file") if self.path.exists() else None

    def _fresh(self) -> tuple[Reader, dict[str, WorkbenchError]]:
        refused = refresh(self._documents, self._workspace)
        return Reader(self._documents, "document"), refused
