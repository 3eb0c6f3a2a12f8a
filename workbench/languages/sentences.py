"""Sentences: sentencex cuts, and what it cuts too often is joined again by the language's abbreviations and labels."""

from __future__ import annotations

import re

from workbench.languages.knowledge import Knowledge
from workbench.languages.labels import find_label

_LAST = re.compile(r"[^\s(\[«“\"„-]+$")
_INITIAL = re.compile(r"(?:^|[\s(«“])[^\W\d_]\.$")


def _goes_on(left: str, right: str, knowledge: Knowledge) -> bool:
    """Return whether a cut between `left` and `right` is none: inside a label, behind an abbreviation or an initial."""
    left, right = left.rstrip(), right.lstrip()
    if not left or not right:
        return True
    label = find_label(left, knowledge)
    if label is not None and label.end >= len(left):
        return True
    if not left.endswith("."):
        return False
    if right[0].islower():
        return True
    last = _LAST.search(left)
    token = last.group() if last else ""
    if token.lower() in knowledge.abbreviations:
        # In capitals it is an initial that happens to look the same: Kazakh "ж." (year), "Ж. Кулубаев".
        return token not in knowledge.closing_abbreviations
    return bool(_INITIAL.search(left)) and right[0].isupper()


def sentences(paragraph: str, knowledge: Knowledge) -> tuple[str, ...]:
    """Return the sentences of one paragraph, stripped, in order; joined by white space they give the paragraph back.

    Labels (`IV.`), abbreviations (`2023-ж. май`, `Т.е.`) and initials end no sentence.
    """
    from sentencex import segment

    paragraph = " ".join(paragraph.split())
    if not paragraph:
        return ()
    result: list[str] = []
    for piece in segment(knowledge.library, paragraph):
        if result and _goes_on(result[-1], piece, knowledge):
            result[-1] += piece
        else:
            result.append(piece)
    return tuple(stripped for piece in result if (stripped := piece.strip()))
