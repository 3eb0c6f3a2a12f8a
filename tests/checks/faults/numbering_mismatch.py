"""Clauses that bear another number than in the other versions."""

from __future__ import annotations

from collections.abc import Iterator

from tests.checks.faults.fault import Fault, relabelled
from workbench.model.document import Document

_NUMBERS = ((2, 3), (5, 15), (10, 9), (11, 1))


def faults(statement: Document) -> Iterator[Fault]:
    """Yield every version with one clause numbered otherwise."""
    for tag in statement.versions:
        for value, wrong in _NUMBERS:
            yield relabelled(statement, "numbering-mismatch", tag, value, wrong)
