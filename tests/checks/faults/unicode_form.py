"""Characters that nobody sees, and letters put together of two."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from tests.checks.faults.fault import Fault, rewritten
from workbench.model.document import Document

_INVISIBLE = (("zero-width space", "\u200b"), ("override", "\u202e"), ("soft hyphen", "\u00ad"), ("control", "\x07"))


def faults(statement: Document) -> Iterator[Fault]:
    """Yield the statement with an invisible character in a word, or one segment in NFD where its letters allow it."""
    for tag in statement.versions:
        texts = statement.versions[tag].segments()
        for position, (what, sign) in enumerate(_INVISIBLE):
            index = len(texts) // 4 + position * 5
            text = texts[index]
            yield rewritten(statement, "unicode", tag, index, f"{text[:12]}{sign}{text[12:]}", what)
        for index, text in enumerate(texts):
            if unicodedata.normalize("NFD", text) != text:
                yield rewritten(statement, "unicode", tag, index, unicodedata.normalize("NFD", text), "NFD")
                break
