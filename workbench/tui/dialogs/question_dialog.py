"""A question with a few answers, each chosen by one key."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from workbench.tui.grid.cells import visible
from workbench.tui.steady_screen import SteadyScreen


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer: the value it gives, the key that chooses it with its Cyrillic twin, and its words."""

    value: str
    key: str
    twin: str
    words: str


class QuestionDialog(ModalScreen[str | None], SteadyScreen[str | None]):
    """Asks; gives the value of the answer, or None on Escape, which `otherwise` says in words.

    `details` are lines below the question, which scroll.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+с", "screen.copy_text", show=False)]

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
                yield Button(Content(f"{answer.key}  {answer.words}"), id=f"answer-{answer.value}", compact=True)
            yield Button(Content(f"Esc  {self._otherwise}"), id="answer-stay", compact=True)

    def on_key(self, event: events.Key) -> None:
        """Take the key of an answer."""
        if event.key == "escape":
            self.dismiss(None)
            event.stop()
        for answer in self._answers:
            if event.character in (answer.key, answer.twin):
                self.dismiss(answer.value)
                event.stop()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """Take the answer of a button."""
        value = (event.button.id or "").removeprefix("answer-")
        self.dismiss(None if value == "stay" else value)
