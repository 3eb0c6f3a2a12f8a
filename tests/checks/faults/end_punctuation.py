"""Ends of segments: the mark left out, or one of another kind."""

from __future__ import annotations

from collections.abc import Iterator

from tests.checks.faults.fault import Fault, rewritten
from workbench.model.document import Document

_FULL_STOPS = ".。"
_COLONS = ":："


def _clause(statement: Document, tag: str, beginnings: tuple[str, ...]) -> int:
    texts = statement.versions[tag].segments()
    return next(index for index, text in enumerate(texts) if text.startswith(beginnings))


def faults(statement: Document) -> Iterator[Fault]:
    """Yield the statement with the end of clauses 8, 10 and 11, or the colon before the list, changed."""
    for tag in statement.versions:
        texts = statement.versions[tag].segments()
        wide = tag == "zh"
        for beginnings, mark in (
            (("10.", "十、"), ""),
            (("11.", "十一、"), "；" if wide else ";"),
            (("8.", "八、"), "？" if wide else "?"),
        ):
            index = _clause(statement, tag, beginnings)
            assert texts[index][-1] in _FULL_STOPS
            yield rewritten(
                statement, "end-punctuation", tag, index, texts[index][:-1] + mark, f"{beginnings[0]} … {mark!r}"
            )
        index = _clause(statement, tag, ("4.", "IV.", "四、"))
        assert texts[index][-1] in _COLONS
        yield rewritten(
            statement, "end-punctuation", tag, index, texts[index][:-1] + ("。" if wide else "."), "colon → stop"
        )
