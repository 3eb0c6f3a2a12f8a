"""Looking at a document where nothing can be written: a read-only folder, somebody else's, a full disk."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from workbench.editing.journal import Entry
from workbench.model.errors import InputError
from workbench.workspace.lock import locked
from workbench.workspace.state import state_folder

_ADVICE = "to edit, give yourself the right to write there, or copy the workspace, and open it again"


class RefusingLog:
    """A log that takes no step: a session that has it changes nothing."""

    def __init__(self, why: str) -> None:
        """Take one line that says why, and what to do."""
        self._why = why

    def append(self, entry: Entry) -> None:  # noqa: ARG002 - none is taken
        """Raise InputError."""
        raise InputError(self._why)

    def clear(self) -> None:
        """Nothing is kept."""

    def set_aside(self) -> object:
        """Nothing is kept."""
        return None

    def begin_anew(self, entries: Sequence[Entry]) -> None:  # noqa: ARG002 - none is taken
        """Raise InputError."""
        raise InputError(self._why)


@contextmanager
def held_or_looked_at(root: Path, lock: Path) -> Iterator[str]:
    """Hold the lock of a document of the workspace at `root` while the context lasts.

    Yields "", or, where nothing can be written, one line that says why and what to do: the document can only be looked at.
    Raises ConflictError where another editor has it.
    """
    with ExitStack() as stack:
        try:
            state_folder(root)
            stack.enter_context(locked(lock))
            why = "" if os.access(lock.parent, os.W_OK) else f"{lock.parent}: cannot be written"
        except InputError as error:
            why = f"{error.path}: {error.message}"
        yield why and f"only to be looked at: {why} — {_ADVICE}"
