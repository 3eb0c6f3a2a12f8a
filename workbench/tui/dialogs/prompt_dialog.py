"""A line to type into; gives what was typed."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from workbench.tui.dialogs.dialog import Dialog
from workbench.tui.dialogs.line import Line
from workbench.tui.grid.cells import visible


class PromptDialog(Dialog[str]):
    """Asks for a line of text, and gives it."""

    def __init__(self, title: str, hint: str, text: str = "") -> None:
        super().__init__()
        self._title = title
        self._hint = hint
        self._text = text

    def compose(self) -> ComposeResult:
        """The line, and what may be typed there."""
        with Vertical(id="prompt") as box:
            box.border_title = self._title
            box.border_subtitle = self.ways_out()
            yield Line(self._text, id="prompt-line", compact=True)
            yield Static(Content(visible(self._hint)))

    def take(self) -> None:
        """Hand over what was typed."""
        self.dismiss(self.query_one(Line).value)
