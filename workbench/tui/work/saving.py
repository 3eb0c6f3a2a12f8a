"""Saving and leaving: nothing is written over, and nothing is left behind, without a question."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from workbench.editing.realign import mended, repaired
from workbench.model.errors import ConflictError, WorkbenchError
from workbench.tui.dialogs.question_dialog import Answer, QuestionDialog
from workbench.tui.work.differences import differences

if TYPE_CHECKING:
    from workbench.editing.merging import Clash
    from workbench.tui.app import WorkbenchApp

UNSAVED = (Answer("save", "save and leave"), Answer("discard", "leave without saving"))
CHANGED: tuple[Answer, ...] = (
    Answer("merge", "merge row by row, then look at it and save"),
    Answer("mine", "keep mine: write over the files (they are kept aside)"),
    Answer("reload", "reload the files (what I did is kept aside)"),
)
OUT_OF_STEP: tuple[Answer, ...] = CHANGED[
    :2
]  # the editor cannot open on such files: first their ladders must be mended
UNREADABLE = (Answer("mine", "keep mine: write all files anew (those that are there are kept aside)"),)


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
            what = "Not saved" if app.view.session.dirty else "Saved, but the journal of it stays"
            app.complain(f"{what}: {error}")
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
        # Where the journal cannot be taken away, the next start offers its steps again: nothing is lost by leaving.
        with suppress(WorkbenchError):
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
        said, answers = str(error), CHANGED
        try:
            store.peek()
        except WorkbenchError as problem:
            # A text alone was written to, so that its ladder does not hold it: what differs can be merged all the same.
            said, answers = str(problem), OUT_OF_STEP
        try:
            theirs = store.peek_at_texts().document
        except WorkbenchError as problem:
            question = QuestionDialog(f"Not saved: {problem}", UNREADABLE, "stay, save nothing")
        else:
            lines = differences(app.view.session.document, theirs, ("− files: ", "+ here:  "))
            question = QuestionDialog(f"Not saved: {said}", answers, "stay, save nothing", "\n".join(lines))
        app.push_screen(question, self._choose)

    def _choose(self, answer: str | None) -> None:
        match answer:
            case "merge":
                self._merge()
            case "mine":
                self._keep_mine()
            case "reload":
                self._reload()

    def _reload(self) -> None:
        # What was done is in the journal, set aside; the editor opens anew on the files.
        session = self._app.view.session
        try:
            session.set_aside()
        except WorkbenchError as error:
            self._app.complain(f"Not read anew: {error}")
        else:
            self._app.exit(Left(session.document.name))

    def _keep_mine(self) -> None:
        app, store = self._app, self._app.services.store
        if store is None:
            return
        try:
            aside = store.overwrite(app.view.session.document)
        except WorkbenchError as error:
            app.complain(f"Not saved: {error}")
            return
        if self.save() and aside is not None:
            app.say(f"The files as they were are kept in {aside}")

    def _merge(self) -> None:
        from workbench.editing.merging import merged  # the first screen need not wait for it

        app, store, session = self._app, self._app.services.store, self._app.view.session
        if store is None:
            return
        try:
            theirs = store.peek_at_texts()
            document = mended(theirs.document)
            result = merged(session.saved, session.document, document, repaired)
            session.rebase(document, result.document)
        except WorkbenchError as error:
            app.complain(f"Not merged: {error}")
            return
        store.go_on_from(theirs)
        app.view.rebuild()
        app.reshaped()
        if result.clashes:
            app.view.go_to_segment(result.clashes[0].version, result.clashes[0].segment)
            app.show_cursor()
            app.complain(_told(result.clashes))
        else:
            app.say("Merged: both of you are in it. Look at it, then save")


def _told(clashes: tuple[Clash, ...]) -> str:
    lines = [f"{clash.version} {clash.segment + 1}: theirs was “{clash.theirs}”" for clash in clashes[:5]]
    more = f"\n… and {len(clashes) - 5} more" if len(clashes) > 5 else ""
    return "Merged; where you both changed a segment, yours stands:\n" + "\n".join(lines) + more
