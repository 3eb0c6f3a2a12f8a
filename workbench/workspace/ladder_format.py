"""Ladders on disk: one bead a line, tab-separated: pivot count, version count, status, score, digest, mark, note."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from workbench.model.clause import Place
from workbench.model.errors import InputError
from workbench.model.ladder import Bead, BeadStatus, Ladder
from workbench.model.text import forbidden_control
from workbench.workspace.clause_names import ClauseNames

_CLAUSE_COMMENT = re.compile(r"# (\d+|\([a-z]\))([.(]\w+\)?)*(¶\d+)?")
_DIGEST = re.compile(r"[0-9a-f]{8}")
_MARK = re.compile(r"@\S+")
LARGEST_COUNT = 1_000_000
_TOGETHER = 1000  # lines of a piece


def parse_ladder(content: str, path: str) -> Ladder:
    """Return the ladder that a file's content holds; columns at the end of a line may be missing.

    Comments that name clauses are written anew at every save and not kept; others stay with the bead below them. Raises
    InputError with the line for counts that are none, a bead of nothing, an unknown status, a score beyond 0 to 1, a
    malformed digest or mark, and a column too many.
    """
    lines = content.removeprefix("\ufeff").replace("\r\n", "\n").removesuffix("\r").split("\n")
    # Most lines are like one before: beads never change, so one may stand for all.
    known: dict[str, Bead | None] = dict.fromkeys(lines)
    comments: set[str] = set()
    plain = "".join(known).replace("\t", "").isprintable()
    for line in known:
        if not line or line.isspace():
            continue
        try:
            if not plain and forbidden_control(line):
                raise _MalformedError("a control character", "take it out")
            if not line.startswith("#"):
                known[line] = _bead(line)
            elif not _CLAUSE_COMMENT.fullmatch(line):
                comments.add(line)
        except _MalformedError as error:
            raise InputError(error.said, path=path, line=lines.index(line) + 1, advice=error.advice) from None
    if comments:
        return Ladder(tuple(_commented(lines, comments, known)))
    return Ladder(tuple(filter(None, map(known.__getitem__, lines))))


def _commented(lines: Iterable[str], comments: Container[str], known: Mapping[str, Bead | None]) -> Iterator[Bead]:
    """Yield the beads of lines, each with the comments above it."""
    above: list[str] = []
    for line in lines:
        if line in comments:
            above.append(line)
        elif (bead := known[line]) is not None:
            yield replace(bead, comments=tuple(above)) if above else bead
            above = []


class _MalformedError(Exception):
    """A line that is no bead: why, and what to do."""

    def __init__(self, said: str, advice: str) -> None:
        super().__init__(said)
        self.said, self.advice = said, advice


def _bead(written: str) -> Bead:
    columns = written.split("\t")
    if not 2 <= len(columns) <= 7:
        raise _MalformedError(f"{len(columns)} columns where 2 to 7 may stand", "part the columns by one tab each")
    cells = [cell.strip() for cell in columns] + [""] * (7 - len(columns))
    pivot, version, status, score = _known(*cells[:4])
    digest, mark, note = cells[4:]
    if digest and not _DIGEST.fullmatch(digest):
        raise _MalformedError(f"{digest!r} is no digest", "leave it out: the bead is then taken as it stands")
    if mark and not _MARK.fullmatch(mark):
        raise _MalformedError(f"{mark!r} is no mark", "write @ and a name")
    if mark and pivot and version:
        raise _MalformedError("only half-beads (1–0, 0–1) carry a mark", "take the mark out")
    return Bead(pivot, version, status, score, digest, mark, note)


@lru_cache(maxsize=4096)
def _known(pivot: str, version: str, status: str, score: str) -> tuple[int, int, BeadStatus, float | None]:
    """Return what the first four columns of a line mean, in which very many lines are alike."""
    counts = []
    for cell in (pivot, version):
        if not (cell.isascii() and cell.isdecimal()) or int(cell) > LARGEST_COUNT:
            advice = "write the segments of the pivot, a tab, those of the version"
            raise _MalformedError(f"{cell!r} is no count of segments", advice)
        counts.append(int(cell))
    if counts == [0, 0]:
        raise _MalformedError("a bead of no segments", "take the line out")
    try:
        found = BeadStatus(status or "auto")
    except ValueError:
        raise _MalformedError(f"{status!r} is no status", "write auto, confirmed or reviewed") from None
    if score and (not re.fullmatch(r"[01](\.\d+)?", score) or float(score) > 1):
        raise _MalformedError(f"{score!r} is no score", "write a number from 0 to 1, or leave it out")
    return counts[0], counts[1], found, float(score) if score else None


@dataclass(frozen=True, slots=True)
class LadderContent:
    """The content of a ladder's file in pieces, with a comment for each clause; `names` has one for every pivot segment."""

    ladder: Ladder
    names: ClauseNames

    def contents(self) -> Iterator[bytes]:
        """Yield the pieces in order."""
        lines = _lines(self.ladder, self.names)
        while piece := "".join(islice(lines, _TOGETHER)):
            yield piece.encode()


def format_ladder(ladder: Ladder, places: Sequence[Place]) -> str:
    """Return the content of a ladder's file; `places` holds the place of every pivot segment, for a comment a clause."""
    return "".join(_lines(ladder, (place.name for place in places)))


def _lines(ladder: Ladder, names: Iterable[str]) -> Iterator[str]:
    """Yield the lines of a ladder's file, each with its end."""
    named = enumerate(names)
    at, name, last = -1, "", ""
    for span in ladder.spans():
        while span.bead.pivot and at < span.pivot.start:
            at, name = next(named, (span.pivot.start, ""))
        if name and span.bead.pivot and name != last:
            last = name
            yield f"# {last}\n"
        bead = span.bead
        for comment in bead.comments:
            yield f"{comment}\n"
        score = "" if bead.score is None else f"{bead.score:.2f}"
        cells = (str(bead.pivot), str(bead.version), bead.status.value, score, bead.digest, bead.mark, bead.note)
        yield "\t".join(cells).rstrip("\t") + "\n"
    if not ladder.beads:
        yield "\n"
