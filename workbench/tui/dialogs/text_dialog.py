"""A text to be read: it scrolls, and any of the usual keys closes it."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from workbench.tui.steady_screen import SteadyScreen


class TextDialog(ModalScreen[None], SteadyScreen[None]):
    """Shows a text under a title."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,й,question_mark,comma,б,f1,enter", "leave", "close"),
        Binding("ctrl+с", "screen.copy_text", show=False),
    ]

    def __init__(self, title: str, text: Text) -> None:
        super().__init__()
        self._title = title
        self._text = text

    def compose(self) -> ComposeResult:
        """One text that scrolls."""
        with VerticalScroll(id="help") as scroll:
            scroll.border_title = self._title
            scroll.border_subtitle = "↑ ↓ scroll · Esc close"
            yield Static(self._text)

    def action_leave(self) -> None:
        """Close it."""
        self.dismiss(None)
