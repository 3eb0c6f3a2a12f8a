"""All checks and all report formats, found by walking their packages: there is no list to keep by hand."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator, Mapping
from functools import lru_cache
from importlib import import_module
from types import ModuleType

import workbench.checks.reports
import workbench.checks.rules
from workbench.checks.check import Check


def _modules(package: ModuleType) -> Iterator[ModuleType]:
    for entry in sorted(pkgutil.iter_modules(package.__path__), key=lambda entry: entry.name):
        yield import_module(f"{package.__name__}.{entry.name}")


@lru_cache(maxsize=1)
def checks() -> tuple[Check, ...]:
    """Return one instance of every check in `workbench.checks.rules`, by family and name."""
    found = [
        value()
        for module in _modules(workbench.checks.rules)
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Check) and value.__module__ == module.__name__
    ]
    return tuple(sorted(found, key=lambda check: (check.family, check.name)))


@lru_cache(maxsize=1)
def report_formats() -> Mapping[str, ModuleType]:
    """Return the modules of `workbench.checks.reports` by their NAME; each has `write(reports) -> str`."""
    return {str(module.NAME): module for module in _modules(workbench.checks.reports)}
