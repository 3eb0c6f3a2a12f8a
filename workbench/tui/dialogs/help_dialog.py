"""The help: every action with its keys, made from the table of actions, and what the signs mean."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widgets import Static

from workbench.tui.actions.keys import spelled, with_twins
from workbench.tui.actions.table import groups

SIGN_HELP = (
    ("✖ ▲ ·", "error, warning, information in this row"),
    ("▸", "the cursor's row, the focused version"),
    ("│", "the alignment is accepted by a person, or the aligner is sure of it"),
    ("┆", "the aligner doubts it: look, and press c to confirm"),
    ("╰", "one bead goes on beside a further segment of the pivot"),
    ("∅", "nothing in this version stands for this"),
    ("⇄", "the text stands elsewhere in this version: a paragraph that moved"),
    ("+", "an addition: nothing in the pivot stands for this"),
)


def help_text() -> Text:
    """Return the help."""
    text = Text()
    for group in groups():
        text.append(f"{group.title}\n", "bold")
        for action in group.actions:
            keys = "  ".join(spelled(key) for key in with_twins(action.keys))
            text.append(f"  {keys:<18} {action.help}\n")
        text.append("\n")
    text.append("  ^p                 All actions by name, and themes\n\n")
    text.append("In the cell\n", "bold")
    text.append("  Enter  F2          Keep the text\n  Esc                Leave it as it was\n\n")
    text.append("Signs\n", "bold")
    for sign, meaning in SIGN_HELP:
        text.append(f"  {sign:<18} {meaning}\n")
    return text


class HelpDialog(ModalScreen[None]):
    """Shows the help; any of the keys that open it closes it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,й,question_mark,comma,f1,enter", "leave", "close")]

    def compose(self) -> ComposeResult:
        """One text that scrolls."""
        with VerticalScroll(id="help") as scroll:
            scroll.border_title = "Help"
            scroll.border_subtitle = "↑ ↓ scroll · Esc close"
            yield Static(help_text())

    def action_leave(self) -> None:
        """Close it."""
        self.dismiss(None)
