"""The session: one document while it is edited, with undo, redo, journal and save."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from workbench.editing.apply import apply, revert
from workbench.editing.journal import Did, Entry
from workbench.model.document import Document
from workbench.model.errors import WorkbenchError
from workbench.model.operations import Operation, ReplaceWhole


class Store(Protocol):
    """Where a document is saved."""

    def save(self, document: Document) -> None:
        """Write all files of the document, or none; raise WorkbenchError when it cannot be done."""


class Log(Protocol):
    """Where every step is written down before it is shown."""

    def append(self, entry: Entry) -> None:
        """Write one entry."""

    def clear(self) -> None:
        """Forget all entries."""

    def set_aside(self) -> object:
        """Forget all entries, and keep them elsewhere."""

    def begin_anew(self, entries: Sequence[Entry]) -> None:
        """Hold these entries instead of all that are there, as one act."""


class NoLog:
    """A log that keeps nothing: for sessions that no crash can hurt."""

    def append(self, entry: Entry) -> None:
        """Keep nothing."""

    def clear(self) -> None:
        """Nothing is kept."""

    def set_aside(self) -> object:
        """Nothing is kept."""
        return None

    def begin_anew(self, entries: Sequence[Entry]) -> None:
        """Nothing is kept."""


_NEVER = -1  # the number of no step: no undo or redo leads to what the files hold


@dataclass(frozen=True, slots=True)
class _Step:
    serial: int
    inverse: Operation


class Session:
    """One document while it is edited. `document` is its present state, `saved` that of the files as it was loaded or saved last.

    A step that is refused changes nothing.
    """

    def __init__(self, document: Document, store: Store, log: Log | None = None) -> None:
        self.document = self.saved = document
        self._store = store
        self._log: Log = log if log is not None else NoLog()
        self._undo: list[_Step] = []
        self._redo: list[_Step] = []
        self._serial = 0
        self._saved = 0

    @property
    def dirty(self) -> bool:
        """Whether the document differs from what was loaded or saved last."""
        return self.mark != self._saved

    @property
    def mark(self) -> int:
        """The number of the last step that was taken and not undone, 0 where there is none."""
        return self._undo[-1].serial if self._undo else 0

    @property
    def taken(self) -> int:
        """How many steps were taken since the session began: undo and redo are none."""
        return self._serial

    def apply(self, operation: Operation) -> Operation:
        """Do `operation`, and return its inverse; raise what `workbench.editing.apply.apply` raises."""
        document, inverse = apply(self.document, operation)
        self._log.append(Entry(Did.APPLY, operation, inverse))
        self._take_new(document, inverse)
        return inverse

    def undo(self) -> Operation | None:
        """Undo the last step; return the operation that did so, or None when there is no step."""
        return self._back(Did.UNDO, self._undo, self._redo)

    def redo(self) -> Operation | None:
        """Do the step that was undone last again; return the operation that did so, or None when there is none."""
        return self._back(Did.REDO, self._redo, self._undo)

    def save(self) -> None:
        """Save the document through the store, and clear the journal; it is no longer dirty once the store has it."""
        self._store.save(self.document)
        self.saved = self.document
        self._saved = self.mark
        self._log.clear()

    def rebase(self, theirs: Document, merged: Document) -> None:
        """Go on from what the files hold now, `theirs`, with `merged` on top, as one step: undoing it leads to what was mine.

        The journal begins anew with it, in one act, so that a start after a crash finds what fits the files, or, when the
        crash comes before, what it held. Raises what `apply` raises; nothing is changed then.
        """
        document, inverse = apply(self.document, _difference(self.document, merged))
        operation = _difference(theirs, merged)
        _, restoring = apply(theirs, operation)
        self._log.begin_anew((Entry(Did.APPLY, operation, restoring),))
        self._take_new(document, inverse)
        self.saved = theirs
        self._saved = _NEVER

    def discard(self) -> None:
        """Forget the journal of what was not saved: called when somebody leaves without saving."""
        self._log.clear()

    def set_aside(self) -> None:
        """Keep the journal of what was not saved elsewhere: called when somebody leaves for what the files hold."""
        if self.dirty:
            self._log.set_aside()
        else:
            self._log.clear()

    def replay(self, entries: Sequence[Entry]) -> int:
        """Do again what a journal holds, without journalling it; return how many entries fitted.

        An entry fits when what stands at its place is what stood there when it was journalled. Those that do not are
        left out.
        """
        return sum(self._replay_one(entry) for entry in entries)

    def replay_anew(self, entries: Sequence[Entry]) -> int:
        """Do what `replay` does, and let the journal begin anew with what fitted, in one act."""
        fitting = tuple(entry for entry in entries if self._replay_one(entry))
        self._log.begin_anew(fitting)
        return len(fitting)

    def _take_new(self, document: Document, inverse: Operation) -> None:
        self._serial += 1
        self._undo.append(_Step(self._serial, inverse))
        self._redo.clear()
        self.document = document

    def _back(self, did: Did, source: list[_Step], target: list[_Step]) -> Operation | None:
        if not source:
            return None
        step = source[-1]
        document, inverse = revert(self.document, step.inverse)
        self._log.append(Entry(did, step.inverse, inverse))
        source.pop()
        target.append(_Step(step.serial, inverse))
        self.document = document
        return step.inverse

    def _replay_one(self, entry: Entry) -> bool:
        after = apply_exactly(self.document, entry)
        if after is None:
            return False
        stacks = {Did.UNDO: (self._undo, self._redo), Did.REDO: (self._redo, self._undo)}
        source, target = stacks.get(entry.did, ([], self._undo))
        if source and source[-1].inverse == entry.operation:
            target.append(_Step(source.pop().serial, entry.inverse))
            self.document = after
        else:
            # Its step was taken before the last save, so that this session never saw it: it counts as a new one.
            self._take_new(after, entry.inverse)
        return True


def _difference(one: Document, other: Document) -> ReplaceWhole:
    """Return the operation that gives one document the texts and ladders of another with the same versions."""
    return ReplaceWhole(
        tuple((tag, version.text) for tag, version in other.versions.items() if version.text != one.versions[tag].text),
        tuple((tag, ladder) for tag, ladder in other.ladders.items() if ladder != one.ladders[tag]),
    )


def apply_exactly(document: Document, entry: Entry) -> Document | None:
    """Return the document after an entry, or None where what stands there is not what the entry's inverse brings back."""
    doing = apply if entry.did is Did.APPLY else revert
    try:
        after, inverse = doing(document, entry.operation)
    except WorkbenchError:
        return None
    return after if inverse == entry.inverse else None
