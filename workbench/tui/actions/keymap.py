"""Keys that the workspace's settings give to actions: checked, and with their twins on Cyrillic keyboards."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from workbench.model.errors import InputError
from workbench.tui.actions.action import Where
from workbench.tui.actions.keys import key_of, with_twins
from workbench.tui.actions.table import actions, actions_of


def keys_of(wanted: Mapping[str, tuple[str, ...]], path: str) -> dict[str, tuple[str, ...]]:
    """Return the keys of every action, those of `wanted` (by the action's id) in the place of its own.

    Raises InputError, naming the settings' `path`, for an action or a key that there is not, and a key that two would have.
    """
    known = actions()
    for name in wanted:
        if name not in known:
            near = get_close_matches(name, known, 1)
            hint = f"do you mean {near[0]}?" if near else "the help (?) and README have them all"
            raise InputError(f"no action is called {name!r}", path=path, advice=hint)
    given = {name: tuple(_key(key, name, path) for key in own) for name, own in wanted.items()}
    result = {name: given.get(name, action.keys) for name, action in known.items()}
    everywhere = {name for name, action in known.items() if action.while_editing}
    ordered = (*wanted, *(name for name in known if name not in wanted))
    in_dialogs = {action.name for action in actions_of(Where.DIALOG)}
    for where in Where:
        here = {action.name for action in actions_of(where)} | (in_dialogs if where.is_dialog else everywhere)
        _check_owners({name: result[name] for name in ordered if name in here}, path)
    return result


def _key(written: str, name: str, path: str) -> str:
    key = key_of(written)
    if key is None:
        advice = "write it as the help (?) does: M, ^g, F9, Shift+F9, PgDn"
        raise InputError(f"there is no key {written!r}, given to {name}", path=path, advice=advice)
    return key


def _check_owners(keys: Mapping[str, tuple[str, ...]], path: str) -> None:
    """Raise InputError for a key that two actions of one place would have."""
    owners: dict[str, str] = {}
    for name, own in keys.items():
        for key in with_twins(own):
            owner = owners.setdefault(key, name)
            if owner != name:
                raise InputError(
                    f"the key {key!r} is bound to {owner} and to {name}", path=path, advice=f"give {name} another key"
                )


def keymap(keys: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Return the keys of actions that are not their own as Textual's keymap, by the ids of bindings.

    Textual applies the whole map at each key that is pressed.
    """
    return {name: ",".join(with_twins(own)) for name, own in keys.items() if own != actions()[name].keys}
