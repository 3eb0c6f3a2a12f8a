"""Saving and leaving: nothing is written over, and nothing is left behind, without a question."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.model.errors import ConflictError, WorkbenchError
from workbench.tui.dialogs.question_dialog import Answer, QuestionDialog

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp

UNSAVED = (Answer("save", "s", "ы", "save and leave"), Answer("discard", "d", "в", "leave without saving"))
CHANGED = (Answer("read", "r", "к", "read the files again, and put what I did on top"),)
READ_AGAIN = -1


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
            app.push_screen(QuestionDialog(f"Not saved: {error}", CHANGED, "stay, save nothing"), self._read_again)
            return False
        except WorkbenchError as error:
            app.complain(f"Not saved: {error}")
            return False
        app.say("Saved")
        app.show_state()
        return True

    def leave(self) -> None:
        """Leave; ask when something is not saved."""
        if not self._app.view.session.dirty:
            self._discard()
            return
        self._app.push_screen(QuestionDialog("Something is not saved.", UNSAVED), self._answered)

    def _answered(self, answer: str | None) -> None:
        if answer == "save" and self.save():
            self._app.exit(0)
        elif answer == "discard":
            self._discard()

    def _discard(self) -> None:
        self._app.view.session.discard()
        self._app.exit(0)

    def _read_again(self, answer: str | None) -> None:
        # The journal stays: whoever opens the document again finds it, and puts on top of the files what still fits.
        if answer == "read":
            self._app.exit(READ_AGAIN)
