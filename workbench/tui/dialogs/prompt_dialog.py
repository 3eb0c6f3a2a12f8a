"""A line to type into; gives what was typed."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from workbench.tui.dialogs.line import Line
from workbench.tui.grid.cells import visible
from workbench.tui.steady_screen import SteadyScreen


class PromptDialog(ModalScreen[str | None], SteadyScreen[str | None]):
    """Asks for a line of text; gives it, or None on Escape."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "cancel")]

    def __init__(self, title: str, hint: str, text: str = "") -> None:
        super().__init__()
        self._title = title
        self._hint = hint
        self._text = text

    def compose(self) -> ComposeResult:
        """The line, and what may be typed there."""
        with Vertical(id="prompt") as box:
            box.border_title = self._title
            box.border_subtitle = "Enter · Esc"
            yield Line(self._text, id="prompt-line", compact=True)
            yield Static(Content(visible(self._hint)))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Hand over what was typed."""
        event.stop()
        self.dismiss(event.value)

    def action_leave(self) -> None:
        """Change nothing."""
        self.dismiss(None)
