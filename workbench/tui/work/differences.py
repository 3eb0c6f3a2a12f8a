"""What differs between two states of a document, in lines that a person reads."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import islice, zip_longest

from workbench.model.document import Document
from workbench.tui.grid.cells import visible

MOST = 200  # lines


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
        if one != other:
            matcher = SequenceMatcher(None, one, other, autojunk=False)
            for kind, start, end, start_b, end_b in matcher.get_opcodes():
                if kind == "equal":
                    continue
                for offset, (was, now) in enumerate(zip_longest(one[start:end], other[start_b:end_b])):
                    number = start_b + offset + 1
                    yield from (f"{tag} {number} {names[0]}{visible(was)}",) if was is not None else ()
                    yield from (f"{tag} {number} {names[1]}{visible(now)}",) if now is not None else ()
    for tag, ladder in mine.ladders.items():
        if tag in theirs.ladders and theirs.ladders[tag] != ladder:
            yield f"{tag}: the alignment differs"
