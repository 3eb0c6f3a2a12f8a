"""The aligner at work beside the keys: a thread aligns, the editor takes over what changed."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from workbench.model.document import Document
from workbench.model.operations import Operation, ReplaceBeads, Together
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
        self._at_work = False

    def start(self) -> None:
        """Align all versions anew, unless that is being done."""
        if self._at_work:
            return
        self._at_work = True
        document = self._app.view.session.document
        self._app.say("Aligning anew around what is confirmed …")
        self._app.in_background("realign", lambda: realigned(document, self._realign), self._take)

    def _take(self, result: Realigned) -> None:
        app = self._app
        self._at_work = False
        if result.problem:
            app.complain(f"Not aligned: {result.problem}")
        elif result.document is not app.view.session.document:
            self.start()
        elif result.operation is None:
            app.say("Nothing to align otherwise")
        elif app.attempt("Not aligned", partial(app.view.take, result.operation)):
            app.say(f"Beads aligned anew: {changes(result.operation)} — e goes through them, V shows them alone")
            app.reshaped()


def realigned(document: Document, realign: Realign) -> Realigned:
    """Align a document anew. An aligner that breaks must not take the editor with it: what it raised becomes `problem`."""
    try:
        return Realigned(document, realign(document))
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
