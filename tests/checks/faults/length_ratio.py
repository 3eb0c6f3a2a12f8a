"""Segments that are cut short, and segments that say everything twice."""

from __future__ import annotations

from collections.abc import Iterator

from tests.checks.faults.fault import Fault, rewritten
from workbench.model.document import Document
from workbench.model.row import rows


def faults(statement: Document) -> Iterator[Fault]:
    """Yield every version with a quarter of a long segment left, and with a long segment of three times its length."""
    for tag in statement.versions:
        texts = statement.versions[tag].segments()
        single = [one[0] for row in rows(statement) if len(one := row.segments(tag, "en")) == 1]
        longest = sorted(single, key=lambda segment: len(texts[segment]), reverse=True)
        for segment in longest[1:3]:
            text = texts[segment]
            yield rewritten(statement, "length-ratio", tag, segment, text[: len(text) // 4], "a quarter is left")
        for segment in longest[3:5]:
            yield rewritten(statement, "length-ratio", tag, segment, " ".join([texts[segment]] * 3), "three times")
