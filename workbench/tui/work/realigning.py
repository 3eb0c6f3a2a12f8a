"""The aligner at work beside the keys: a thread aligns, the editor takes over what changed.

A change of the document calls off what is at work and begins it anew. No key waits: the work rests while keys are pressed.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from workbench.editing.realign import Aligning
from workbench.model.document import Document
from workbench.model.operations import Operation, ReplaceBeads, Together
from workbench.model.pause import Cancelled, Pace
from workbench.tui.services import Realign

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


@dataclass(frozen=True, slots=True)
class Realigned:
    """What aligning a document anew would change; `problem` says why there is nothing."""

    document: Document
    operation: Operation | None
    problem: str = ""


class Realigning:
    """Aligns the document anew around what is confirmed, as one step."""

    def __init__(self, app: WorkbenchApp, realign: Realign) -> None:
        self._app = app
        self._realign = realign
        self._pace: Pace | None = None
        self._document: Document | None = None  # that is being aligned

    def start(self) -> None:
        """Align all versions anew, unless that is being done."""
        if self._pace is None:
            self._app.say("Aligning anew around what is confirmed …")
            self._run()

    def follow(self) -> None:
        """Begin anew where the document that is being aligned is no longer the one that is edited."""
        if self._pace is not None and self._document is not self._app.view.session.document:
            self._pace.cancel()
            self._run()

    def _run(self) -> None:
        self._pace = pace = self._app.paces.new()
        self._document = document = self._app.view.session.document
        self._app.in_background("realign", lambda: realigned(document, self._realign, pace), partial(self._take, pace))

    def _take(self, pace: Pace, result: Realigned | None) -> None:
        if pace is not self._pace or result is None:
            return  # something newer is at work
        app = self._app
        if result.document is not app.view.session.document:
            self._run()
            return
        self._pace = self._document = None
        if result.problem:
            app.complain(f"Not aligned: {result.problem}")
        elif result.operation is None:
            app.say("Nothing to align otherwise")
        elif app.attempt("Not aligned", partial(app.view.take, result.operation)):
            app.say(f"Beads aligned anew: {changes(result.operation)} — e goes through them, V shows them alone")
            app.reshaped()


def realigned(document: Document, realign: Realign, pace: Pace) -> Realigned | None:
    """Align a document anew, at a pace; None where that was called off.

    An aligner that breaks must not take the editor with it: what it raised becomes `problem`.
    """
    try:
        if isinstance(realign, Aligning):
            return Realigned(document, realign.at_pace(document, pace))
        return Realigned(document, realign(document))
    except Cancelled:
        return None
    except Exception as error:
        return Realigned(document, None, f"{type(error).__name__}: {error}")


def changes(operation: Operation) -> str:
    """Return how many beads an operation puts in, by version: `kk 3, ru 1`."""
    match operation:
        case ReplaceBeads(tag, _, _, beads):
            return f"{tag} {len(beads)}"
        case Together(operations):
            return ", ".join(changes(each) for each in operations)
        case _:
            return ""
