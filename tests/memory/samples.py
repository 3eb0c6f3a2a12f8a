"""Small memories for tests."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from workbench.memory.importing import replace_units
from workbench.memory.looking import Reader, look
from workbench.memory.pattern import Pattern
from workbench.memory.store import Store
from workbench.memory.unit import Unit, Variant


def unit(texts: Mapping[str, str], place: str = "") -> Unit:
    """A unit of texts by their tags."""
    return Unit(tuple(Variant(tag, text) for tag, text in texts.items()), place)


def filled(units: Iterable[Unit], name: str = "un.tmx") -> Store:
    """A store that holds these units, in the memory of the process."""
    store = Store(None)
    replace_units(store, name, "", units)
    return store


def found(store: Store, pattern: Pattern, version: str = "") -> list[int]:
    """The numbers of the units where a pattern is found, in order."""
    return sorted(hit.row for hit in look(Reader(store, "file"), pattern, version))
