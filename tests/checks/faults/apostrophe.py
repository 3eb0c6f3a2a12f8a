"""Apostrophes that the language writes otherwise."""

from __future__ import annotations

from collections.abc import Iterator

from tests.checks.faults.fault import Fault, replaced
from workbench.model.document import Document

_WORDS = (
    ("en", "Xi’an", "Xi`an"),
    ("en", "secretariat’s", "secretariat´s"),
    ("en", "People’s Republic", "People´s Republic"),
    ("uz", "Qozogʻistonda", "Qozog'istonda"),
    ("uz", "boʻlib oʻtishini", "bo’lib oʻtishini"),
    ("uz", "Yosh isteʼdodlar", "Yosh iste'dodlar"),
    ("uz", "yoʻldoshlaridan", "yo`ldoshlaridan"),
    ("uz", "saʼy-harakatlarni", "saʻy-harakatlarni"),
    ("uz", "doʻstona va", "doʼstona va"),
)


def faults(statement: Document) -> Iterator[Fault]:
    """Yield the statement with one apostrophe of another kind."""
    for tag, old, new in _WORDS:
        yield replaced(statement, "apostrophe", tag, old, new)
