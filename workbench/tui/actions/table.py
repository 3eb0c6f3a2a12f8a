"""The table of all actions, found by walking this package: there is no list to keep by hand."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import import_module

from textual.binding import Binding

import workbench.tui.actions
from workbench.tui.actions.action import Action, Group
from workbench.tui.actions.keys import spelled, with_twins


@lru_cache(maxsize=1)
def groups() -> tuple[Group, ...]:
    """Return the `GROUP` of every module in `workbench.tui.actions` that has one, in their order."""
    package = workbench.tui.actions
    modules = (import_module(f"{package.__name__}.{entry.name}") for entry in pkgutil.iter_modules(package.__path__))
    found = [module.GROUP for module in modules if isinstance(getattr(module, "GROUP", None), Group)]
    return tuple(sorted(found, key=lambda group: (group.order, group.title)))


@lru_cache(maxsize=1)
def actions() -> Mapping[str, Action]:
    """Return all actions by their ids, in the order of the help."""
    return {action.name: action for group in groups() for action in group.actions}


def bindings() -> Iterator[Binding]:
    """Yield the bindings of the grid's actions: one for all keys of an action, its id the action's, so that a keymap can change
    it.
    """
    for group in groups():
        if not group.of_cell:
            # What works in a cell must be reached before the text takes the key for itself.
            yield from (_binding(action, "do", priority=action.while_editing) for action in group.actions)


def cell_bindings() -> Iterator[Binding]:
    """Yield the bindings of the actions of a cell that is edited, in the same way."""
    for group in groups():
        if group.of_cell:
            yield from (_binding(action, "app.do_over_cell", priority=True) for action in group.actions)


def _binding(action: Action, does: str, *, priority: bool) -> Binding:
    return Binding(
        ",".join(with_twins(action.keys)),
        f"{does}('{action.name}')",
        action.label,
        show=action.footer,
        key_display=spelled(action.keys[0]) if action.keys else "",
        tooltip=action.help,
        priority=priority,
        id=action.name,
    )
