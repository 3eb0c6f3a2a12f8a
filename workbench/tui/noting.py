"""Writing a note on a bead."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbench.editing.beads import note
from workbench.tui.dialogs.prompt_dialog import PromptDialog

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


def ask_note(app: WorkbenchApp, tag: str, index: int) -> None:
    """Ask for the note of a bead, and write it as one step; an empty one takes it away."""
    words = app.view.session.document.ladders[tag].beads[index].note
    app.push_screen(
        PromptDialog(f"Note on {tag}", "one line; empty takes the note away", words), partial(_write, app, tag, index)
    )


def _write(app: WorkbenchApp, tag: str, index: int, words: str | None) -> None:
    if words is not None:
        app.take("Not noted", lambda: note(app.view.session.document, tag, index, words))
