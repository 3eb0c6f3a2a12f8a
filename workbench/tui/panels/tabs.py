"""All tabs, found by walking this package: there is no list to keep by hand."""

from __future__ import annotations

import pkgutil
from importlib import import_module

import workbench.tui.panels
from workbench.tui.panels.tab import Tab


def tabs() -> tuple[Tab, ...]:
    """Return one instance of every tab, in their order."""
    package = workbench.tui.panels
    modules = (import_module(f"{package.__name__}.{entry.name}") for entry in pkgutil.iter_modules(package.__path__))
    found = [
        value()
        for module in modules
        for value in vars(module).values()
        if isinstance(value, type)
        and issubclass(value, Tab)
        and value.__module__ == module.__name__
        and value is not Tab
    ]
    return tuple(sorted(found, key=lambda tab: (tab.order, tab.title)))
