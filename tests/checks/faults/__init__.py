"""Faults that the checks must find: a module a check, with `faults(statement)`; `test_recall.py` puts each in and looks."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module

from tests.checks.faults.fault import Fault
from workbench.model.document import Document


def all_faults(statement: Document) -> Iterator[Fault]:
    """Yield the faults of every module beside this one."""
    for entry in sorted(pkgutil.iter_modules(__path__), key=lambda entry: entry.name):
        module = import_module(f"{__name__}.{entry.name}")
        if hasattr(module, "faults"):
            yield from module.faults(statement)
