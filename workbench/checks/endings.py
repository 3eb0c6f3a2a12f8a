"""How segments end: the mark at the end of each, as a kind that all languages share."""

from __future__ import annotations

import unicodedata
from collections import Counter
from dataclasses import dataclass

from workbench.checks.reading import Reading

# Kinds of marks, each with its narrow sign first.
KINDS = {
    "full stop": ".。．｡।۔",
    "colon": ":：︓",
    "semicolon": ";；؛",
    "question mark": "?？؟",
    "exclamation mark": "!！",
    "comma": ",，、،",
    "ellipsis": "…⋯",
}
_KIND_OF = {sign: kind for kind, signs in KINDS.items() for sign in signs}
_CLOSERS = frozenset("\u00ad\u200b\u2060\ufeff\"'”’»›“‘)]）］】〕》〉」』*")
_DOTS = "..."
NONE = "no mark"


@dataclass(frozen=True, slots=True)
class Ending:
    """The end of a segment: its kind, where the mark stands (code points; empty where there is none), and the sign."""

    kind: str
    start: int
    end: int
    sign: str


def ending(text: str) -> Ending:
    """Return how a segment ends; quotation marks and brackets behind the mark, or before a mark outside, do not count."""
    kind, at = _mark(text)
    if kind in ("", NONE):
        return Ending(kind, at, at, "")
    start = at - len(_DOTS) if kind == "ellipsis" and text[at - 1] == _DOTS[-1] else at - 1
    return Ending(kind, start, at, text[start:at])


def kinds(reading: Reading, tag: str) -> list[str]:
    """Return the kind of the ending of every segment of a version."""
    return reading.once(("endings", tag), lambda: [_mark(text)[0] for text in reading.texts(tag)])


def _mark(text: str) -> tuple[str, int]:
    """Return the kind of the mark at the end of a segment, and the place behind it, or the segment's end where there is none."""
    at = end = len(text.rstrip())
    while at and (text[at - 1] in _CLOSERS or text[at - 1].isspace()):
        at -= 1
    kind = _KIND_OF.get(text[at - 1]) if at else None
    if kind is None:
        # A mark of another kind (a dash, an Armenian full stop) is a mark, but none that can be compared.
        strange = bool(at) and unicodedata.category(text[at - 1]) in ("Po", "Pd")
        return "" if strange else NONE, end
    if kind == "full stop" and text.endswith(_DOTS, 0, at):
        return "ellipsis", at
    return kind, at


def sign_of(reading: Reading, tag: str, kind: str) -> str:
    """Return the sign that a version writes for a kind of mark: the one that it ends most segments with."""

    def compute() -> dict[str, str]:
        signs = Counter((found.kind, found.sign) for text in reading.texts(tag) if (found := ending(text)).sign)
        return {known: sign for (known, sign), _ in reversed(signs.most_common())}

    own = reading.once(("signs", tag), compute)
    narrow = KINDS[kind][0]
    return reading.knowledge(tag).writing.fullwidth.get(narrow) or own.get(kind) or narrow
