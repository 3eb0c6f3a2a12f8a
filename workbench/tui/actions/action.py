"""What an action is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import Enum, auto
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that the editor can do, by its id `name`: `run` does it.

    `keys` are in Textual's spelling, the one that is shown first; those on the same place of a Cyrillic keyboard are
    added by `workbench.tui.actions.keys`. `label` is a word or two, `help` one line; `footer` puts it into the footer;
    `while_editing` says that it works, by the same keys, while a cell is edited.
    """

    name: str
    keys: tuple[str, ...]
    label: str
    help: str
    run: Callable[[WorkbenchApp], Awaitable[None] | None]
    footer: bool = False
    while_editing: bool = False


class Where(Enum):
    """Where one has to be for the keys of an action: in the grid, in a cell that is edited, in the panel, in any dialog, in a
    dialog that shows a list or a text, in one that asks for an answer.
    """

    GRID = auto()
    CELL = auto()
    PANEL = auto()
    DIALOG = auto()
    LIST = auto()
    QUESTION = auto()

    @property
    def is_dialog(self) -> bool:
        """Whether it is a dialog: what works everywhere in the editor waits while one is open."""
        return self in (Where.DIALOG, Where.LIST, Where.QUESTION)


@dataclass(frozen=True, slots=True)
class Group:
    """Actions of one place under one heading; groups stand in the help by `order`."""

    title: str
    order: int
    actions: tuple[Action, ...]
    where: Where = Where.GRID
