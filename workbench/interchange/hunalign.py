"""Ladders as hunalign writes them (Varga et al., 2005): the line of either text that a bead begins with, and how good it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from typing import BinaryIO

from workbench.interchange import line_texts
from workbench.interchange.decoded import opened
from workbench.interchange.export import Export
from workbench.interchange.incoming import Incoming
from workbench.interchange.line_texts import Tie, Writer, ladder_of_texts, ladder_with_texts
from workbench.model.errors import InputError
from workbench.model.ladder import Ladder

NAME = "hunalign"
HELP = "a ladder for hunalign and its kin, beside two texts of a segment a line"
LOSES = line_texts.LOSES

_RUNG = re.compile(r"(?P<pivot>\d{1,9})\t(?P<version>\d{1,9})(?:\t(?P<quality>-?[\d.eE+-]*))?")
_UNKNOWN = "0"  # the quality of a bead whose score nobody knows; a score of 0 is written 0.0000


def files(export: Export) -> Mapping[str, Writer]:
    """Return what writes the pivot, a version and their ladder; raise UsageError where the version is not named."""
    return ladder_with_texts(export, NAME, _write)


def _write(ladder: Ladder, out: BinaryIO) -> None:
    for span in ladder.spans():
        quality = _UNKNOWN if span.bead.score is None else f"{span.bead.score:.4f}"
        out.write(f"{span.pivot.start}\t{span.version.start}\t{quality}\n".encode())
    pivot, version = ladder.size()
    out.write(f"{pivot}\t{version}\t{_UNKNOWN}\n".encode())


def read_with(path: Path | None, texts: Mapping[str, Path]) -> Incoming:
    """Open a ladder with the two texts that it ties; qualities beyond 0 to 1 become 0 and 1.

    Raises UsageError where there are not two texts and a ladder, NotFoundError and InputError for what cannot be read.
    """
    return ladder_of_texts(NAME, path, texts, _ties)


def _ties(path: Path) -> Iterator[Tie]:
    for one, other in pairwise(_rungs(path)):
        if other.pivot < one.pivot or other.version < one.version:
            raise InputError("the rungs do not count on", path=str(path), line=other.line, advice="sort them")
        yield Tie(range(one.pivot, other.pivot), range(one.version, other.version), one.quality, one.line)


class _Rung:
    __slots__ = ("line", "pivot", "quality", "version")

    def __init__(self, found: re.Match[str], line: int) -> None:
        self.pivot, self.version, self.line = int(found["pivot"]), int(found["version"]), line
        written = found["quality"] or _UNKNOWN
        self.quality = None if written == _UNKNOWN else float(written)


def _rungs(path: Path) -> Iterator[_Rung]:
    with opened(path) as file:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            found = _RUNG.fullmatch(line.strip("\r\n "))
            try:
                if found is None:
                    raise ValueError
                yield _Rung(found, number)
            except ValueError:
                said = f"{line.strip()[:40]!r} is no rung"
                advice = "write two line numbers and a quality with tabs between (hunalign without -text)"
                raise InputError(said, path=str(path), line=number, advice=advice) from None
