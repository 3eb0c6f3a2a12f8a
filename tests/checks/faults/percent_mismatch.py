"""Percentages changed and left out."""

from __future__ import annotations

from collections.abc import Iterator

from tests.checks.faults.fault import Fault
from tests.checks.faults.sentences import TRADE, changed_in_one
from workbench.model.document import Document

_PERCENTAGES = (
    ("en", "12.5 percent", "15.2 percent"),
    ("en", " by 12.5 percent", ""),
    ("zh", "12.5%", "百分之十三点五"),
    ("zh", "了12.5%", ""),
    ("ru", "12,5 процента", "11,5 процента"),
    ("ru", " на 12,5 процента", ""),
    ("kk", "12,5 пайызға", "125 пайызға"),
    ("kk", " 12,5 пайызға", ""),
    ("ky", "12,5 пайызга", "12,7 пайызга"),
    ("ky", " 12,5 пайызга", ""),
    ("tg", "12,5 фоиз", "2,5 фоиз"),
    ("tg", " 12,5 фоиз", ""),
    ("tk", "12,5 göterim", "12,6 %"),
    ("tk", " 12,5 göterim", ""),
    ("uz", "12,5 foizga", "13 foizga"),
    ("uz", " 12,5 foizga", ""),
)


def faults(statement: Document) -> Iterator[Fault]:
    """Yield the statement with a sentence more in each version, and one percentage wrong."""
    for tag, old, new in _PERCENTAGES:
        yield changed_in_one(statement, "percent-mismatch", TRADE, tag, old, new)
