"""Looking at a document where nothing can be written: a read-only folder, somebody else's, a full disk."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from workbench.editing.journal import Entry
from workbench.model.errors import InputError
from workbench.workspace.lock import locked
from workbench.workspace.saving import recover
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
def held_or_looked_at(root: Path, lock: Path, saved_to: Sequence[Path] = ()) -> Iterator[str]:
    """Hold the lock of a document of the workspace at `root` while the context lasts; `saved_to` are folders that it is saved to.

    Yields "", or, where nothing can be written, one line that says why and what to do: the document can only be looked at.
    A save that was cut off is ended first; where it cannot be, what is there is looked at.
    Raises ConflictError where another editor has it, or a file changed since that save.
    """
    with ExitStack() as stack:
        try:
            state_folder(root)
            recover(root)
            stack.enter_context(locked(lock))
            barred = (
                folder for folder in (lock.parent, *saved_to) if folder.exists() and not os.access(folder, os.W_OK)
            )
            why = next((f"{folder}: cannot be written" for folder in barred), "")
        except InputError as error:
            why = f"{error.path}: {error.message}"
        yield why and f"only to be looked at: {why} — {_ADVICE}"
