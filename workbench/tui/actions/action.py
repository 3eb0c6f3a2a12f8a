"""What an action is."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Group:
    """Actions under one heading; groups stand in the help by `order`. Those `of_cell` are there while a cell is edited alone."""

    title: str
    order: int
    actions: tuple[Action, ...]
    of_cell: bool = False
