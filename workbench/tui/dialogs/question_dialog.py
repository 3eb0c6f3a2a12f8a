"""A question with a few answers, each chosen by one key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from workbench.tui.actions.action import Where
from workbench.tui.actions.answering import GROUP
from workbench.tui.actions.table import dialog_bindings
from workbench.tui.dialogs.dialog import Dialog
from workbench.tui.grid.cells import visible


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: the value it gives, whose key is that of the action `answer_<value>`, and its words."""

    value: str
    words: str


class _AnswerButton(Button, inherit_bindings=False):
    BINDINGS: ClassVar[list[BindingType]] = []


class QuestionDialog(Dialog[str]):
    """Asks; gives the value of the answer, or None where it was left, which `otherwise` says in words.

    `details` are lines below the question, which scroll.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*dialog_bindings(GROUP)]
    places = (Where.DIALOG, Where.QUESTION)

    def __init__(self, question: str, answers: Sequence[Answer], otherwise: str = "stay", details: str = "") -> None:
        super().__init__()
        self._question = question
        self._answers = answers
        self._otherwise = otherwise
        self._details = details

    def compose(self) -> ComposeResult:
        """The question, and a button for each answer."""
        with Vertical(id="question"):
            yield Static(Content(visible(self._question)))
            if self._details:
                with VerticalScroll(id="details"):
                    yield Static(Content(self._details))
            for answer in self._answers:
                yield self._button(answer.value, f"answer_{answer.value}", answer.words)
            yield self._button("stay", "dialog_leave", self._otherwise)

    def _button(self, value: str, action: str, words: str) -> Button:
        return _AnswerButton(Content(f"{self.key(action)}  {words}".strip()), id=f"answer-{value}", compact=True)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Take the answer of a button."""
        value = (event.button.id or "").removeprefix("answer-")
        self.dismiss(None if value == "stay" else value)

    def take(self) -> None:
        """Press the button that has the keys."""
        if isinstance(self.focused, Button):
            self.focused.press()

    def answer(self, value: str) -> None:
        """Take an answer, if it is one of this question."""
        if any(answer.value == value for answer in self._answers):
            self.dismiss(value)
