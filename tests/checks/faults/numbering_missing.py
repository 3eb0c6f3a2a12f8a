"""Clauses without their number."""

from __future__ import annotations

from collections.abc import Iterator

from tests.checks.faults.fault import Fault, labelled, rewritten
from workbench.model.document import Document


def faults(statement: Document) -> Iterator[Fault]:
    """Yield every version with the number of one clause taken out."""
    for tag in statement.versions:
        for value in (1, 6, 11):
            segment, label = labelled(statement, tag, value)
            text = statement.versions[tag].segments()[segment]
            yield rewritten(
                statement, "numbering-missing", tag, segment, text[label.end :], f"{label.written!r} taken out"
            )
