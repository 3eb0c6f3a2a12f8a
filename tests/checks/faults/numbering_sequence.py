"""Labels that are left out, repeated or step back."""

from __future__ import annotations

from collections.abc import Iterator

from tests.checks.faults.fault import Fault, relabelled
from workbench.model.document import Document

# Of the clause numbered as the first: the number that it bears instead.
_NUMBERS = ((11, 12), (7, 6), (9, 8), (3, 2))


def faults(statement: Document) -> Iterator[Fault]:
    """Yield every version with one clause numbered wrongly."""
    for tag in statement.versions:
        for value, wrong in _NUMBERS:
            yield relabelled(statement, "numbering-sequence", tag, value, wrong)
