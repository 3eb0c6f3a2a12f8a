"""What `check --fix` did to a document, kept so that it can be taken back."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from workbench.editing.journal import Did, Entry, Journal
from workbench.editing.session import apply_exactly
from workbench.model.document import Document
from workbench.model.errors import ConflictError, NotFoundError
from workbench.model.operations import Operation


class FixRecord:
    """The fixes of one document, `.workbench/fixed/<document>.jsonl`, the last one last: a log that outlives the save."""

    def __init__(self, path: Path) -> None:
        self._journal = Journal(path)

    def append(self, entry: Entry) -> None:
        """Write down one fix, before it is saved."""
        self._journal.append(entry)

    def clear(self) -> None:
        """Keep it: a save does not make a fix final."""

    def drop_last(self) -> None:
        """Forget the last fix: it was taken back, or never saved."""
        self._keep(self._journal.entries()[:-1])

    def last(self, document: Document) -> Operation:
        """Return the operation that takes the last fix back, which must stand in the document as it was made.

        A fix that is not in the document any more (undone by hand, or cut off before it was saved) is passed over and
        forgotten. Raises NotFoundError where there is none, ConflictError where what it mended has changed since.
        """
        entries = list(self._journal.entries())
        while entries:
            entry = entries[-1]
            if apply_exactly(document, Entry(Did.UNDO, entry.inverse, entry.operation)) is not None:
                self._keep(entries)
                return entry.inverse
            if apply_exactly(document, entry) is None:
                raise ConflictError(
                    f"{document.name} has changed where it was fixed last — take it back by hand, "
                    f"or move {self._journal.path} away"
                )
            entries.pop()
        self._keep(entries)
        raise NotFoundError(
            f"no fix of {document.name} is there to take back — fixes are made with: workbench check --fix"
        )

    def _keep(self, entries: Sequence[Entry]) -> None:
        if len(entries) == len(self._journal.entries()):
            return
        self._journal.clear()
        for entry in entries:
            self._journal.append(entry)
