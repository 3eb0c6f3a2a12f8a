"""All checks and all report formats, found by walking their packages: there is no list to keep by hand."""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING

import workbench.checks.reports
import workbench.checks.rules
from workbench.checks.check import Check

if TYPE_CHECKING:
    from workbench.checks.runner import Report

Pieces = Callable[["Iterable[Report]"], Iterator[str]]


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


def families() -> Mapping[str, tuple[str, ...]]:
    """Return the names of the checks of every family, by its name."""
    found: dict[str, tuple[str, ...]] = {}
    for check in checks():
        found[check.family] = (*found.get(check.family, ()), check.name)
    return found


def names_of(name: str) -> tuple[str, ...]:
    """Return the checks that a name stands for, that of a check or of a family; none where it is neither."""
    return (name,) if any(check.name == name for check in checks()) else families().get(name, ())


@dataclass(frozen=True, slots=True)
class ReportFormat:
    """A format of reports: its name as users type it, and what yields a report piece by piece.

    A piece comes as soon as what it is made of is there. `coloured` does the same for a terminal that wants colours.
    """

    name: str
    pieces: Pieces
    coloured: Pieces

    def write(self, reports: Iterable[Report]) -> str:
        """Return the report as a whole."""
        return "".join(self.pieces(reports))


@lru_cache(maxsize=1)
def report_formats() -> Mapping[str, ReportFormat]:
    """Return the formats by name: each module of `workbench.checks.reports` has NAME, `pieces` and perhaps `coloured`."""
    return {
        module.NAME: ReportFormat(module.NAME, module.pieces, getattr(module, "coloured", module.pieces))
        for module in _modules(workbench.checks.reports)
    }
