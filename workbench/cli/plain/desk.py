"""The desk: a document that is walked by prompts, with what belongs to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from workbench.cli.plain.asking import tell
from workbench.cli.plain.checking import Checking
from workbench.cli.plain.telling import told_cell, told_finding, told_row
from workbench.editing.store import WorkspaceStore
from workbench.model.errors import InputError
from workbench.model.ladder import Span
from workbench.model.operations import Operation
from workbench.tui.view import View

T = TypeVar("T")

PATIENCE = 1.0  # seconds that a row waits for its findings


@dataclass(frozen=True, slots=True)
class Desk:
    """The view of a document, where it is saved, and the checks."""

    view: View
    store: WorkspaceStore
    checking: Checking

    def tell_row(self) -> None:
        """Tell the row of the cursor and what is found there."""
        for line in told_row(self.view):
            tell(line)
        self.tell_findings()

    def tell_findings(self, seconds: float | None = PATIENCE) -> None:
        """Tell what is found in the row of the cursor, or that the checks are at work."""
        if not self.checking.is_fresh(seconds):
            tell("The checks are at work: findings tells what they found.")
        elif self.checking.problem:
            tell(self.checking.problem)
        else:
            spots = self.view.findings.at(self.view.cursor.row)
            for spot in spots:
                tell(told_finding(spot.finding))
            if not spots:
                tell("Nothing is found in this row.")

    def take(self, operation: Operation, tag: str) -> None:
        """Do an operation in the row of the cursor, and tell what became of a version's part. Raises WorkbenchError."""
        self.view.take(operation)
        self.tell_cell(tag)

    def tell_cell(self, tag: str) -> None:
        """Tell a version's part of the row of the cursor, and what is found in the row."""
        for line in told_cell(self.view, tag):
            tell(line)
        self.tell_findings()

    def tag(self, word: str) -> str:
        """Return the version that a word means. Raises InputError where there is none, or none is named."""
        by_name = {tag.lower(): tag for tag in self.view.tags}
        if word.lower() not in by_name:
            what = f"there is no version {word}" if word else "which version?"
            raise InputError(what, advice=f"name one of {', '.join(self.view.tags)}")
        return by_name[word.lower()]

    def other(self, word: str) -> str:
        """Return the version that a word means, which is not the pivot. Raises InputError."""
        tag = self.tag(word)
        if tag == self.view.pivot:
            raise InputError(f"{tag} is the pivot", advice="name the version that is aligned with it")
        return tag

    def segment(self, tag: str, number: str) -> int:
        """Return a segment of a version in the row of the cursor, named by its number there (1-based), "" for the only one.

        Raises InputError where there is no such segment.
        """
        held = self.view.table.segments(self.view.cursor.row, tag)
        return _numbered(held, number, f"segment of {tag}")

    def omission(self, tag: str) -> int | None:
        """Return the bead of a version that has no text in the row of the cursor; None where there is text, or no bead."""
        if tag == self.view.pivot or self.view.table.segments(self.view.cursor.row, tag):
            return None
        return next((span.index for span in self.spans(tag) if not span.version), None)

    def spans(self, tag: str) -> tuple[Span, ...]:
        """Return the beads of a version in the row of the cursor."""
        return self.view.table.rows[self.view.cursor.row].cells[tag].spans

    def span(self, tag: str, number: str) -> Span:
        """Return a bead of a version in the row of the cursor, as `segment` does for segments. Raises InputError."""
        return _numbered(self.spans(tag), number, f"bead of {tag}")


def _numbered(held: Sequence[T], number: str, what: str) -> T:
    if not held:
        raise InputError(f"there is no {what} in this row", advice="go to a row that has one")
    if not number and len(held) == 1:
        return held[0]
    if not number.isdecimal() or not 1 <= int(number) <= len(held):
        raise InputError(f"which {what}?", advice=f"add its number, 1 to {len(held)}")
    return held[int(number) - 1]


@dataclass(frozen=True, slots=True)
class Word:
    """A command: its words (the first one is shown), what may follow, what it does, and what does it."""

    words: tuple[str, ...]
    rest: str
    help: str
    run: Callable[[Desk, str], None]
