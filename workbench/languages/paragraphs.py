"""Plain text from outside to paragraphs of sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from workbench.languages.knowledge import Knowledge
from workbench.languages.labels import find_label
from workbench.languages.sentences import sentences
from workbench.model.text import normalised

_WORDLIKE = re.compile(r"[0-9A-Za-z\u00c0-\u052f]")


def plain_paragraphs(content: str) -> tuple[str, ...]:
    """Return the paragraphs of a plain text in NFC, line feeds in them where they are broken for width.

    Where the text has blank lines, they part paragraphs; where it has none, each line is a paragraph.
    """
    content = content.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    lines = [normalised(line) for line in content.strip().split("\n")]
    if "" not in lines:
        return tuple(lines)
    return tuple(block.strip("\n") for block in re.split(r"\n{2,}", "\n".join(lines)))


def segment_paragraphs(paragraphs: Iterable[str], knowledge: Knowledge) -> tuple[tuple[str, ...], ...]:
    """Return paragraphs as tuples of sentences, in NFC; empty ones are left out.

    The lines of a paragraph are joined, but a line that begins with a label begins a paragraph.
    """
    whole = (part for paragraph in paragraphs for part in _joined(paragraph, knowledge))
    found = (sentences(paragraph, knowledge) for paragraph in whole)
    return tuple(paragraph for paragraph in found if paragraph)


def segment_text(content: str, knowledge: Knowledge) -> tuple[tuple[str, ...], ...]:
    """Return the paragraphs of a plain text as tuples of sentences: see `plain_paragraphs` and `segment_paragraphs`."""
    return segment_paragraphs(plain_paragraphs(content), knowledge)


def _joined(paragraph: str, knowledge: Knowledge) -> Iterator[str]:
    lines = [line for line in map(normalised, paragraph.split("\n")) if line]
    if not lines:
        return
    first, *others = lines
    held = [first]
    for line in others:
        if find_label(line, knowledge):
            yield "".join(held)
            held = [line]
        else:
            # Where the language joins with nothing, two words of another script still want their space.
            apart = " " if _WORDLIKE.match(held[-1][-1:]) and _WORDLIKE.match(line) else knowledge.joiner
            held += (apart, line)
    yield "".join(held)
