"""Saving and leaving: nothing is written over, and nothing is left behind, without a question."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from workbench.editing.merging import Clash, merged
from workbench.model.document import Document
from workbench.model.errors import ConflictError, WorkbenchError
from workbench.model.ladder import Ladder
from workbench.tui.dialogs.question_dialog import Answer, QuestionDialog
from workbench.tui.work.differences import differences

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp

UNSAVED = (Answer("save", "s", "ы", "save and leave"), Answer("discard", "d", "в", "leave without saving"))
CHANGED = (
    Answer("merge", "m", "ь", "merge row by row, then look at it and save"),
    Answer("mine", "k", "л", "keep mine: write over the files (they are kept aside)"),
    Answer("reload", "r", "к", "reload the files (what I did is kept aside)"),
)


@dataclass(frozen=True, slots=True)
class Left:
    """How the editor was left: for the document `then` (the same one: to read it anew), or for good (`""`)."""

    then: str = ""


class Saving:
    """Saves the document, and leaves the editor."""

    def __init__(self, app: WorkbenchApp) -> None:
        self._app = app

    def save(self) -> bool:
        """Save; say or ask why not where it is refused. Returns whether it was done."""
        app = self._app
        try:
            app.view.session.save()
        except ConflictError as error:
            self._ask(error)
            return False
        except WorkbenchError as error:
            app.complain(f"Not saved: {error}")
            return False
        app.say("Saved")
        app.show_state()
        return True

    def leave(self, then: str = "") -> None:
        """Leave, for another document where one is named; ask when something is not saved."""
        if not self._app.view.session.dirty:
            self._discard(then)
            return
        self._app.push_screen(QuestionDialog("Something is not saved.", UNSAVED), partial(self._answered, then))

    def _answered(self, then: str, answer: str | None) -> None:
        if answer == "save" and self.save():
            self._app.exit(Left(then))
        elif answer == "discard":
            self._discard(then)

    def _discard(self, then: str) -> None:
        self._app.view.session.discard()
        self._app.exit(Left(then))

    # --- files that changed underneath

    def _ask(self, error: ConflictError) -> None:
        """Show what differs between the files and what is here, and let the user choose."""
        app = self._app
        store = app.services.store
        if store is None:
            app.complain(f"Not saved: {error}")
            return
        theirs = app.attempt("Not saved, and the files cannot be read", store.peek)
        if theirs is None:
            return
        lines = differences(app.view.session.document, theirs)
        question = QuestionDialog(f"Not saved: {error}", CHANGED, "stay, save nothing", "\n".join(lines))
        app.push_screen(question, partial(self._choose, theirs))

    def _choose(self, theirs: Document, answer: str | None) -> None:
        app, store = self._app, self._app.services.store
        if answer is None or store is None:
            return
        if answer == "reload":
            # What was done is in the journal, set aside; the editor opens anew on the files.
            app.view.session.set_aside()
            app.exit(Left(app.view.session.document.name))
        elif answer == "mine":
            aside = app.attempt("Not saved", store.set_aside)
            read = aside and app.attempt("Not saved", store.read_again)
            if read is not None and self.save():
                app.say(f"The files as they were are kept in {aside}")
        else:
            self._merge(theirs)

    def _merge(self, theirs: Document) -> None:
        app, store = self._app, self._app.services.store
        session = app.view.session
        result = app.attempt("Not merged", lambda: merged(session.saved, session.document, theirs, _realigned))
        if store is None or result is None or app.attempt("Not merged", store.read_again) is None:
            return
        session.rebase(theirs, result.document)
        app.view.rebuild()
        app.reshaped()
        if result.clashes:
            app.view.go_to_segment(result.clashes[0].version, result.clashes[0].segment)
            app.show_cursor()
            app.complain(_told(result.clashes))
        else:
            app.say("Merged: both of you are in it. Look at it, then save")


def _realigned(document: Document, tag: str) -> Ladder:
    from workbench.alignment.documents import Aligner

    return Aligner(document, None).repaired(tag)


def _told(clashes: tuple[Clash, ...]) -> str:
    lines = [f"{clash.version} {clash.segment + 1}: theirs was “{clash.theirs}”" for clash in clashes[:5]]
    more = f"\n… and {len(clashes) - 5} more" if len(clashes) > 5 else ""
    return "Merged; where you both changed a segment, yours stands:\n" + "\n".join(lines) + more
