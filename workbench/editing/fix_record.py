"""What a command did to a document (`check --fix`, `import`), kept so that it can be taken back."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from workbench.editing.journal import Did, Entry, Journal
from workbench.editing.session import apply_exactly
from workbench.model.document import Document
from workbench.model.errors import ConflictError, NotFoundError
from workbench.model.operations import Operation


class FixRecord:
    """The acts of one command on one document, the last one last: a log that outlives the save.

    `noun` and `command` are how messages name an act, and what makes one.
    """

    def __init__(self, path: Path, noun: str = "fix", command: str = "workbench check --fix") -> None:
        self._journal = Journal(path)
        self._noun = noun
        self._command = command

    def append(self, entry: Entry) -> None:
        """Write down one act, before it is saved."""
        self._journal.append(entry)

    def set_aside(self) -> Path:
        """Move the record out of the way, keeping it; return where it lies now."""
        return self._journal.set_aside()

    def clear(self) -> None:
        """Keep it: a save does not make an act final."""

    def begin_anew(self, entries: Sequence[Entry]) -> None:
        """Hold these acts instead of all that are there."""
        self._journal.begin_anew(entries)

    def drop_last(self) -> None:
        """Forget the last act: it was taken back, or never saved."""
        content = self._journal.path.read_bytes()
        end = content.rfind(b"\n")
        os.truncate(self._journal.path, content.rfind(b"\n", 0, max(end, 0)) + 1)

    def last(self, document: Document) -> Operation:
        """Return the operation that takes the last act back, which must stand in the document as it was made.

        Raises NotFoundError where there is none, or where it is not in the document any more (undone by hand, or cut off
        before it was saved): it is forgotten then. Raises ConflictError where what it changed has changed since.
        """
        entries = self._journal.entries()
        if not entries:
            raise NotFoundError(
                f"no {self._noun} of {document.name} is there to take back — it is made with: {self._command}"
            )
        entry = entries[-1]
        if apply_exactly(document, Entry(Did.UNDO, entry.inverse, entry.operation)) is not None:
            return entry.inverse
        if apply_exactly(document, entry) is not None:
            self.drop_last()
            raise NotFoundError(
                f"the last {self._noun} of {document.name} is not in it any more — say it again to take back the one before"
            )
        raise ConflictError(
            f"{document.name} has changed where its last {self._noun} changed it — take it back by hand, "
            f"or move {self._journal.path} away"
        )
