"""A list of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from workbench.tui.grid.cells import visible
from workbench.tui.steady_screen import SteadyScreen


@dataclass(frozen=True, slots=True)
class Choice:
    """One that can be chosen: the value it gives, and its words."""

    value: str
    words: str


class ChoiceDialog(ModalScreen[str | None], SteadyScreen[str | None]):
    """Gives the value of what is chosen, or None on Escape."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "leave", "cancel"),
        Binding("j,о", "move(1)", show=False),
        Binding("k,л", "move(-1)", show=False),
    ]

    def __init__(self, title: str, choices: Sequence[Choice], chosen: str = "") -> None:
        super().__init__()
        self._title = title
        self._choices = choices
        self._chosen = chosen

    def compose(self) -> ComposeResult:
        """One list."""
        options = OptionList(*(Option(Content(visible(choice.words))) for choice in self._choices), id="choices")
        options.border_title = self._title
        options.border_subtitle = "↑ ↓ · Enter · Esc"
        values = [choice.value for choice in self._choices]
        options.highlighted = values.index(self._chosen) if self._chosen in values else 0
        yield options

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Hand over what is chosen."""
        self.dismiss(self._choices[event.option_index].value)

    def action_move(self, by: int) -> None:
        """Go one down or up."""
        options = self.query_one(OptionList)
        if by > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    def action_leave(self) -> None:
        """Choose nothing."""
        self.dismiss(None)
