"""What differs between two states of a document, in lines that a person reads."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import islice, zip_longest

from workbench.model.document import Document
from workbench.tui.grid.cells import visible

MOST = 200  # lines
# Segments that are compared whatever came, went or moved among them: that takes the square of their number.
_FEW = 2_000
_AROUND = 60  # characters that are shown of what two wordings share before and behind what differs


def differences(mine: Document, theirs: Document, names: tuple[str, str] = ("− ", "+ ")) -> list[str]:
    """Return lines `kk 12 − … + …` for every segment of `theirs` that is another in `mine`, and one for each ladder.

    `names` stand before what was and what is; there are 200 lines at most.
    """
    return list(islice(_lines(mine, theirs, names), MOST))


def _lines(mine: Document, theirs: Document, names: tuple[str, str]) -> Iterator[str]:
    for tag, version in mine.versions.items():
        if tag not in theirs.versions:
            yield f"{tag}: not in the files any more"
            continue
        one, other = theirs.versions[tag].segments(), version.segments()
        for start, end, start_b, end_b in _apart(one, other):
            for offset, (was, now) in enumerate(zip_longest(one[start:end], other[start_b:end_b])):
                number = start_b + offset + 1
                before, after = _shortened(was, now) if was is not None and now is not None else (was, now)
                yield from (f"{tag} {number} {names[0]}{visible(before)}",) if before is not None else ()
                yield from (f"{tag} {number} {names[1]}{visible(after)}",) if after is not None else ()
    for tag, ladder in mine.ladders.items():
        if tag in theirs.ladders and theirs.ladders[tag] != ladder:
            yield f"{tag}: the alignment differs"


def _apart(one: Sequence[str], other: Sequence[str]) -> Iterator[tuple[int, int, int, int]]:
    """Yield where two texts differ, each time the range of the one and that of the other; of very much the beginning."""
    head = _shared(one, other)
    middle, middle_b = one[head:], other[head:]
    tail = _shared(middle[::-1], middle_b[::-1])
    middle, middle_b = middle[: len(middle) - tail], middle_b[: len(middle_b) - tail]
    if len(middle) == len(middle_b) > _FEW:
        for at, (was, now) in enumerate(zip(middle, middle_b, strict=True), head):
            if was != now:
                yield at, at + 1, at, at + 1
        return
    matcher = SequenceMatcher(None, middle[:_FEW], middle_b[:_FEW], autojunk=False)
    for kind, start, end, start_b, end_b in matcher.get_opcodes():
        if kind != "equal":
            yield head + start, head + end, head + start_b, head + end_b


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many lines, or characters, two texts share at their beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (was, now) in pairs if was != now), min(len(one), len(other)))


def _shortened(was: str, now: str) -> tuple[str, str]:
    """Return two wordings without most of what they share before and behind what differs."""
    head = _shared(was, now)
    tail = _shared(was[head:][::-1], now[head:][::-1])
    begin = head - _AROUND if head > _AROUND + 1 else 0
    behind = tail - _AROUND if tail > _AROUND + 1 else 0
    return _cut(was, begin, behind), _cut(now, begin, behind)


def _cut(text: str, begin: int, behind: int) -> str:
    return f"{'…' if begin else ''}{text[begin : len(text) - behind]}{'…' if behind else ''}"
