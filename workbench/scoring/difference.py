"""What differs between two wordings of one thing: word by word, or sign by sign where words are not parted by spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from workbench.languages.knowledge import Knowledge

# A word with its apostrophes and hyphens, a stretch of space, or one other sign.
_PARTS = re.compile(r"[^\W_]+(?:['’ʻʼ‑-][^\W_]+)*|\s+|.", re.DOTALL)
_UNPARTED = re.compile(r"[A-Za-z0-9]+|.", re.DOTALL)


class Kind(StrEnum):
    """What became of a stretch."""

    KEPT = "="
    OUT = "-"
    IN = "+"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of a wording against another."""

    kind: Kind
    text: str


def difference(old: str, new: str, known: Knowledge) -> tuple[Stretch, ...]:
    """Return how `new` comes of `old`: kept and put in stretches are `new`, kept and taken out ones `old`.

    A space alone that is kept between two changes is taken for part of them.
    """
    parts = _UNPARTED if known.wordforms.unspaced else _PARTS
    one, other = parts.findall(old), parts.findall(new)
    return tuple(_merged(list(_stretches(one, other))))


def _stretches(one: Sequence[str], other: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield what is taken out and what is put in, in turn; equal texts are kept."""
    for kind, start, end, start_b, end_b in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        old, new = "".join(one[start:end]), "".join(other[start_b:end_b])
        yield (old, new) if kind != "equal" else (old, old)


def _merged(pairs: Sequence[tuple[str, str]]) -> Iterator[Stretch]:
    out = put = ""
    for position, (old, new) in enumerate(pairs):
        between = 0 < position < len(pairs) - 1
        if old != new or (between and old.isspace()):
            out, put = out + old, put + new
            continue
        yield from _change(out, put)
        out = put = ""
        yield Stretch(Kind.KEPT, old)
    yield from _change(out, put)


def _change(out: str, put: str) -> Iterator[Stretch]:
    if out:
        yield Stretch(Kind.OUT, out)
    if put:
        yield Stretch(Kind.IN, put)
