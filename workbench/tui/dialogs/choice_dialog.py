"""A list of which one is chosen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from workbench.tui.actions.action import Where
from workbench.tui.actions.keys import without
from workbench.tui.actions.listing import GROUP
from workbench.tui.actions.table import dialog_bindings
from workbench.tui.dialogs.dialog import Dialog
from workbench.tui.grid.cells import visible


@dataclass(frozen=True, slots=True)
class Choice:
    """One that can be chosen: the value it gives, and its words."""

    value: str
    words: str


class _Choices(OptionList, inherit_bindings=False):
    BINDINGS: ClassVar[list[BindingType]] = [*without("enter", OptionList.BINDINGS)]


class ChoiceDialog(Dialog[str]):
    """Gives the value of what is chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [*dialog_bindings(GROUP)]
    places = (Where.DIALOG, Where.LIST)

    def __init__(self, title: str, choices: Sequence[Choice], chosen: str = "") -> None:
        super().__init__()
        self._title = title
        self._choices = choices
        self._chosen = chosen

    def compose(self) -> ComposeResult:
        """One list."""
        options = _Choices(*(Option(Content(visible(choice.words))) for choice in self._choices), id="choices")
        options.border_title = self._title
        options.border_subtitle = f"↑ ↓ · {self.ways_out()}"
        values = [choice.value for choice in self._choices]
        options.highlighted = values.index(self._chosen) if self._chosen in values else 0
        yield options

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Hand over what is chosen."""
        self.dismiss(self._choices[event.option_index].value)

    def take(self) -> None:
        """Hand over what is chosen."""
        self.query_one(OptionList).action_select()

    def move(self, by: int) -> None:
        """Go one down or up."""
        options = self.query_one(OptionList)
        if by > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()
