"""Recovery: what a journal that was left behind means for the document as it stands now."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from workbench.editing.apply import revert
from workbench.editing.journal import Entry, Read
from workbench.editing.session import apply_exactly
from workbench.model.document import Document
from workbench.model.errors import InputError, WorkbenchError


@dataclass(frozen=True, slots=True)
class Recovery:
    """What was found: `fitting` of the `entries` can be done again; `saved` says that the files hold them all already.

    `problems` tell of lines of the journal that cannot be read.
    """

    entries: tuple[Entry, ...]
    fitting: int
    saved: bool
    problems: tuple[InputError, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether nothing has to be asked: all fits, or all is saved."""
        return not self.problems and (self.saved or self.fitting == len(self.entries))


def examine(document: Document, read: Read) -> Recovery:
    """Say how many entries of a journal fit the document as it was loaded, without changing anything."""
    fitting = 0
    state = document
    for entry in read.entries:
        after = apply_exactly(state, entry)
        if after is not None:
            fitting += 1
            state = after
    saved = fitting < len(read.entries) and _is_saved(document, read.entries)
    return Recovery(read.entries, fitting, saved, read.problems)


def _is_saved(document: Document, entries: Sequence[Entry]) -> bool:
    """Whether the crash came after the files were written and before the journal was cleared: then all can be undone."""
    state = document
    try:
        for entry in reversed(entries):
            state, _ = revert(state, entry.inverse)
    except WorkbenchError:
        return False
    for entry in entries:
        after = apply_exactly(state, entry)
        if after is None:
            return False
        state = after
    return state == document
