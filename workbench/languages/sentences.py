"""Sentences: sentencex cuts, and what it cuts too often is joined again by the language's abbreviations and labels."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.languages.knowledge import Knowledge
from workbench.languages.labels import find_label

_TAIL = 200  # characters: labels, abbreviations and initials are shorter
_STRETCH = 10_000
_LONGEST = 101_000
_ENDS = re.compile("[.?!] |[。？！]")
# A token begins nowhere but at its beginning: else one of a hundred thousand letters would be tried from each of them.
_RUN = r"(?<![^\s(\[«“\"„-])[^\s(\[«“\"„-]+"
_LAST = re.compile(_RUN + "$")
_CAPITAL_BEHIND = re.compile(rf"(?P<token>{_RUN}\.)\s+(?=[«“\"„(]?(?P<next>[^\W\d_]))")
_INITIAL = re.compile(r"(?:^|[\s(«“])[^\W\d_]\.$")


def _goes_on(left: str, right: str, knowledge: Knowledge) -> bool:
    """Return whether a cut between `left` and `right` is none: inside a label, behind an abbreviation or an initial."""
    left, right = left.rstrip(), right.lstrip()
    if not left or not right:
        return True
    label = find_label(left, knowledge) if len(left) < _TAIL else None
    if label is not None and label.end >= len(left):
        return True
    if not left.endswith("."):
        return False
    if right[0].islower():
        return True
    last = _LAST.search(left)
    token = last.group() if last else ""
    if token.lower() in knowledge.abbreviations:
        return not _closes(token, left[: -len(token)].rstrip(" -"), knowledge)
    return bool(_INITIAL.search(left)) and right[0].isupper()


def _closes(token: str, before: str, knowledge: Knowledge) -> bool:
    """Return whether an abbreviation may end the sentence: etc. may, a single letter only behind a figure (2024 г.,
    not г. Чэнду).

    In capitals it is an initial that happens to look the same: Kazakh "ж." (year), "Ж. Кулубаев".
    """
    return token in knowledge.closing_abbreviations and (len(token) > 2 or before[-1:].isdigit())


def _cut_behind_closings(piece: str, knowledge: Knowledge) -> Iterator[str]:
    """Cut where an abbreviation ends a sentence, which sentencex passes over: `2024 г. Стороны`."""
    done = 0
    for match in _CAPITAL_BEHIND.finditer(piece):
        token = match["token"]
        if match["next"].isupper() and _closes(token, piece[: match.start()].rstrip(" -"), knowledge):
            yield piece[done : match.end()]
            done = match.end()
    yield piece[done:]


def sentences(paragraph: str, knowledge: Knowledge) -> tuple[str, ...]:
    """Return the sentences of one paragraph, stripped, in order; joined by white space they give the paragraph back.

    Labels (`IV.`), abbreviations (`2023-ж. май`, `Т.е.`) and initials end no sentence.
    """
    from sentencex import segment

    paragraph = " ".join(paragraph.split())
    if not paragraph:
        return ()
    result: list[list[str]] = []
    tail = ""  # what the last sentence ends with
    pieces = (
        part
        for stretch in _stretches(paragraph)
        for piece in segment(knowledge.library, stretch)
        for part in _cut_behind_closings(piece, knowledge)
    )
    for piece in pieces:
        if result and _goes_on(tail, piece, knowledge):
            result[-1].append(piece)
            tail = (tail + piece)[-_TAIL:]
        else:
            result.append([piece])
            tail = piece[-_TAIL:]
    return tuple(stripped for sentence in result if (stripped := "".join(sentence).strip()))


def _stretches(paragraph: str) -> Iterator[str]:
    """Give a paragraph in pieces that sentencex can bear: its time grows with the square of them. Nobody writes so long ones."""
    start = 0
    for match in _ENDS.finditer(paragraph):
        if match.end() - start > _STRETCH:
            yield from _slices(paragraph[start : match.end()])
            start = match.end()
    yield from _slices(paragraph[start:])


def _slices(stretch: str) -> Iterator[str]:
    """Give what has no end of a sentence for longer than anything that is a text, cut anywhere."""
    for start in range(0, len(stretch), _LONGEST):
        yield stretch[start : start + _LONGEST]
