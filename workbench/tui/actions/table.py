"""The table of all actions, found by walking this package: there is no list to keep by hand."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import import_module

from textual.binding import Binding

import workbench.tui.actions
from workbench.tui.actions.action import Action, Group, Where
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


def actions_of(where: Where) -> Iterator[Action]:
    """Yield the actions of a place, in the order of the help."""
    for group in groups():
        if group.where is where:
            yield from group.actions


def bindings() -> Iterator[Binding]:
    """Yield the bindings of the grid's actions: one for all keys of an action, its id the action's, so that a keymap can change
    it.
    """
    # What works in a cell must be reached before the text takes the key for itself.
    return (_binding(action, "do", priority=action.while_editing) for action in actions_of(Where.GRID))


def cell_bindings() -> Iterator[Binding]:
    """Yield the bindings of the actions of a cell that is edited, in the same way."""
    return (_binding(action, "app.do_here", priority=True) for action in actions_of(Where.CELL))


def dialog_bindings(*groups: Group) -> Iterator[Binding]:
    """Yield the bindings of groups of a dialog's actions, in the same way.

    They are given, not looked up: the modules of the other actions import dialogs.
    """
    return (_binding(action, "app.do_here", priority=False) for group in groups for action in group.actions)


def panel_bindings() -> Iterator[Binding]:
    """Yield the bindings of the panel's actions, in the same way."""
    return (_binding(action, "app.do", priority=False) for action in actions_of(Where.PANEL))


def shown_key(name: str, keys: Mapping[str, tuple[str, ...]]) -> str:
    """Return the key that an action has first, as people write it; its own where `keys` has none of it, "" if it has none."""
    own = keys.get(name, actions()[name].keys)
    return spelled(own[0]) if own else ""


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
