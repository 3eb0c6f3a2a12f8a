"""Ladders on disk: one bead a line, tab-separated: pivot count, version count, status, score, digest, mark, note."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from workbench.model.clause import Place
from workbench.model.errors import InputError
from workbench.model.ladder import Bead, BeadStatus, Ladder
from workbench.model.text import forbidden_control
from workbench.workspace.clause_names import ClauseNames

_CLAUSE_COMMENT = re.compile(r"# \d+([.(]\w+\)?)*(¶\d+)?")
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
    known: dict[str, Bead | None] = {}  # most lines are like one before: beads never change, so one may stand for all
    comments: set[str] = set()
    for line in dict.fromkeys(lines):
        known[line] = None
        if not line.strip():
            continue
        if forbidden_control(line):
            raise InputError("a control character", path=path, line=lines.index(line) + 1, advice="take it out")
        if not line.startswith("#"):
            known[line] = _bead(line, path, lines)
        elif not _CLAUSE_COMMENT.fullmatch(line):
            comments.add(line)
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


def _bead(written: str, path: str, lines: Sequence[str]) -> Bead:
    def fail(message: str, advice: str) -> InputError:
        return InputError(message, path=path, line=lines.index(written) + 1, advice=advice)

    columns = written.split("\t")
    if not 2 <= len(columns) <= 7:
        raise fail(f"{len(columns)} columns where 2 to 7 may stand", "part the columns by one tab each")
    cells = [cell.strip() for cell in columns] + [""] * (7 - len(columns))
    counts = []
    for cell in cells[:2]:
        if not (cell.isascii() and cell.isdecimal()) or int(cell) > LARGEST_COUNT:
            raise fail(
                f"{cell!r} is no count of segments", "write the segments of the pivot, a tab, those of the version"
            )
        counts.append(int(cell))
    if counts == [0, 0]:
        raise fail("a bead of no segments", "take the line out")
    try:
        status = BeadStatus(cells[2] or "auto")
    except ValueError:
        raise fail(f"{cells[2]!r} is no status", "write auto, confirmed or reviewed") from None
    score = None
    if cells[3]:
        if not re.fullmatch(r"[01](\.\d+)?", cells[3]) or float(cells[3]) > 1:
            raise fail(f"{cells[3]!r} is no score", "write a number from 0 to 1, or leave it out")
        score = float(cells[3])
    if cells[4] and not _DIGEST.fullmatch(cells[4]):
        raise fail(f"{cells[4]!r} is no digest", "leave it out: the bead is then taken as it stands")
    if cells[5] and not _MARK.fullmatch(cells[5]):
        raise fail(f"{cells[5]!r} is no mark", "write @ and a name")
    if cells[5] and 0 not in counts:
        raise fail("only half-beads (1–0, 0–1) carry a mark", "take the mark out")
    return Bead(counts[0], counts[1], status, score, cells[4], cells[5], cells[6])


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
