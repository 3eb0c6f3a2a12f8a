"""Spaces: doubled, before a mark, at the end of a line, tabs, no-break spaces between words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tests.checks.faults.fault import Fault, rewritten
from workbench.model.document import Document

_LONG_WORDS = re.compile(r"(?<=[^\W\d_]{5}) (?=[^\W\d_]{5})")
_SEGMENT = 3


def faults(statement: Document) -> Iterator[Fault]:
    """Yield the statement with one white space wrong, in segments across the text."""
    for tag in statement.versions:
        texts = statement.versions[tag].segments()
        last = len(texts) - 1
        comma = "，" if tag == "zh" else ","
        at = next(index for index in range(_SEGMENT, last) if comma in texts[index])
        before = texts[at].replace(comma, f" {comma}", 1)
        yield rewritten(statement, "whitespace", tag, at, before, "a space before a comma")
        yield rewritten(statement, "whitespace", tag, last, f"{texts[last]} ", "a space at the end")
        if tag == "zh":
            yield rewritten(
                statement, "whitespace", tag, last, texts[last].replace("各方", "各方 ", 1), "a space in Chinese"
            )
            yield rewritten(statement, "whitespace", tag, 1, texts[1].replace("，", "，\t", 1), "a tab")
            continue
        middle = next(index for index in range(last // 2, last) if _LONG_WORDS.search(texts[index]))
        for what, space in (("two spaces", "  "), ("a tab", "\t")):
            yield rewritten(statement, "whitespace", tag, middle, _LONG_WORDS.sub(space, texts[middle], count=1), what)
        bound = next(
            index
            for index in range(last)
            if (found := _LONG_WORDS.search(texts[index]))
            and (
                texts[index][found.start() - 4 : found.start()] + texts[index][found.end() : found.end() + 4]
            ).islower()
        )
        text = _LONG_WORDS.sub("\u00a0", texts[bound], count=1)
        yield rewritten(statement, "whitespace", tag, bound, text, "a no-break space")
