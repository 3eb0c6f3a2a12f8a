"""Counts that differ from the list of ministers."""

from __future__ import annotations

from collections.abc import Iterator

from tests.checks.faults.fault import Fault, replaced
from workbench.model.document import Document

_COUNTS = (("ru", "шести стран", "семи стран"),)


def faults(statement: Document) -> Iterator[Fault]:
    """Yield the statement with one count changed."""
    for tag, old, new in _COUNTS:
        yield replaced(statement, "count-mismatch", tag, old, new)
