"""Plain text from outside to paragraphs of sentences."""

from __future__ import annotations

import re

from workbench.languages.knowledge import Knowledge
from workbench.languages.labels import find_label
from workbench.languages.sentences import sentences
from workbench.model.text import normalised


def segment_text(content: str, knowledge: Knowledge) -> tuple[tuple[str, ...], ...]:
    """Return the paragraphs of a plain text as tuples of sentences, in NFC.

    Where the text has blank lines, they part paragraphs and the lines between are one paragraph broken for width, but a line
    that begins with a label begins a paragraph. Where it has none, each line is a paragraph.
    """
    content = content.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    lines = [normalised(line) for line in content.strip().split("\n")]
    paragraphs: list[str] = []
    if "" not in lines:
        paragraphs = [line for line in lines if line]
    else:
        joiner = knowledge.joiner
        for block in re.split(r"\n{2,}", "\n".join(lines)):
            current = ""
            for line in block.strip("\n").split("\n"):
                if current and find_label(line, knowledge):
                    paragraphs.append(current)
                    current = line
                else:
                    current = f"{current}{joiner}{line}" if current else line
            paragraphs.append(current)
    found = (sentences(paragraph, knowledge) for paragraph in paragraphs)
    return tuple(paragraph for paragraph in found if paragraph)
