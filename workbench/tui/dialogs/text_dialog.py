"""A text to be read: it scrolls, and any of the usual keys closes it."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Static

from workbench.tui.actions.action import Where
from workbench.tui.actions.listing import GROUP
from workbench.tui.actions.table import dialog_bindings
from workbench.tui.dialogs.dialog import Dialog


class TextDialog(Dialog[None]):
    """Shows a text under a title."""

    BINDINGS: ClassVar[list[BindingType]] = [*dialog_bindings(GROUP)]
    places = (Where.DIALOG, Where.LIST)

    def __init__(self, title: str, text: Text) -> None:
        super().__init__()
        self._title = title
        self._text = text

    def compose(self) -> ComposeResult:
        """One text that scrolls."""
        with VerticalScroll(id="help") as scroll:
            scroll.border_title = self._title
            scroll.border_subtitle = f"↑ ↓ scroll · {self.key('dialog_leave')} close"
            yield Static(self._text)

    def take(self) -> None:
        """Close it: it was read."""
        self.leave()

    def move(self, by: int) -> None:
        """Scroll one line."""
        self.query_one("#help", VerticalScroll).scroll_relative(y=by, animate=False)


class HelpDialog(TextDialog):
    """Shows keys. The key that asks for them closes it."""

    def __init__(self, text: Text) -> None:
        super().__init__("Help", text)

    def help(self) -> None:
        """Close it."""
        self.leave()
