"""Saving and leaving: nothing is written over, and nothing is left behind, without a question."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from workbench.model.errors import ConflictError, WorkbenchError
from workbench.tui.dialogs.question_dialog import Answer, QuestionDialog
from workbench.tui.work.differences import differences

if TYPE_CHECKING:
    from workbench.editing.store import WorkspaceStore
    from workbench.tui.app import WorkbenchApp

UNSAVED = (Answer("save", "save and leave"), Answer("discard", "leave without saving"))
CHANGED: tuple[Answer, ...] = (
    Answer("merge", "merge row by row, then look at it and save"),
    Answer("mine", "keep mine: write over the files (they are kept aside)"),
    Answer("reload", "reload the files (what I did is kept aside)"),
)
# The editor cannot open on files whose ladders do not hold their texts.
OUT_OF_STEP: tuple[Answer, ...] = (
    *CHANGED[:2],
    Answer("reload", "reload the files, with ladders aligned anew and saved (what I did is kept aside)"),
)
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
        if app.merging.at_work:
            app.warn("Not saved: the files are being merged or aligned — look at what comes of it, then save")
            return False
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
        said, answers, reload = str(error), CHANGED, self._reload
        try:
            store.peek()
        except WorkbenchError as problem:
            # A text alone was written to, so that its ladder does not hold it: what differs can be merged all the same.
            said, answers, reload = str(problem), OUT_OF_STEP, partial(app.merging.reload, store, self._reload)
        try:
            theirs = store.peek_at_texts().document
        except WorkbenchError as problem:
            question = QuestionDialog(f"Not saved: {problem}", UNREADABLE, "stay, save nothing")
        else:
            lines = differences(app.view.session.document, theirs, ("− files: ", "+ here:  "))
            question = QuestionDialog(f"Not saved: {said}", answers, "stay, save nothing", "\n".join(lines))
        app.push_screen(question, partial(self._choose, store, reload))

    def _choose(self, store: WorkspaceStore, reload: Callable[[], None], answer: str | None) -> None:
        match answer:
            case "merge":
                self._app.merging.merge(store)
            case "mine":
                self._keep_mine(store)
            case "reload":
                reload()

    def _reload(self) -> None:
        # What was done is in the journal, set aside; the editor opens anew on the files.
        session = self._app.view.session
        try:
            session.set_aside()
        except WorkbenchError as error:
            self._app.complain(f"Not read anew: {error}")
        else:
            self._app.exit(Left(session.document.name))

    def _keep_mine(self, store: WorkspaceStore) -> None:
        app = self._app
        try:
            aside = store.overwrite(app.view.session.document)
        except WorkbenchError as error:
            app.complain(f"Not saved: {error}")
            return
        if self.save() and aside is not None:
            app.say(f"The files as they were are kept in {aside}")
