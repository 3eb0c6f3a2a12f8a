"""Actions in a question: its answers, each by the key that it has in all questions."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbench.tui.actions.action import Action, Group, Where
from workbench.tui.actions.dialog import dialog_of

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


def _answer(value: str, app: WorkbenchApp) -> None:
    if dialog := dialog_of(app):
        dialog.answer(value)


def _action(value: str, key: str, label: str, told: str) -> Action:
    return Action(f"answer_{value}", (key,), label, told, partial(_answer, value))


GROUP = Group(
    "Answers to questions",
    99,
    (
        _action("take", "t", "take", "Take what is offered"),
        _action("save", "s", "save", "Save, and leave"),
        _action("discard", "d", "discard", "Leave without saving"),
        _action("merge", "m", "merge", "Files that changed: merge them with what is here"),
        _action("mine", "k", "keep mine", "Files that changed: write over them; they are kept aside"),
        _action("reload", "r", "reload", "Files that changed: read them again; mine is kept aside"),
    ),
    Where.QUESTION,
)
