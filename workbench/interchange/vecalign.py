"""Ladders as vecalign writes them (Thompson and Koehn, 2019): `[0, 1]:[0]:0.123`, lines of two texts and what the bead costs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from workbench.interchange import line_texts
from workbench.interchange.decoded import opened
from workbench.interchange.export import Export
from workbench.interchange.incoming import Incoming
from workbench.interchange.line_texts import Tie, Writer, ladder_of_texts, ladder_with_texts
from workbench.model.errors import InputError
from workbench.model.ladder import Ladder

NAME = "vecalign"
HELP = "a ladder for vecalign and its kin, beside two texts of a segment a line"
LOSES = line_texts.LOSES

_BEAD = re.compile(r"\[(?P<pivot>[\d, ]*)\]:\[(?P<version>[\d, ]*)\](?::(?P<cost>[-+.\deE]+|nan|inf))?")
_DIGITS = 9  # of a line number: a text has fewer lines


def files(export: Export) -> Mapping[str, Writer]:
    """Return what writes the pivot, a version and their ladder; the cost of a bead is what its score lacks of 1.

    Raises UsageError where the version is not named.
    """
    return ladder_with_texts(export, NAME, _write)


def _write(ladder: Ladder, out: BinaryIO) -> None:
    for span in ladder.spans():
        cost = "" if span.bead.score is None else f":{1 - span.bead.score:.6f}"
        out.write(f"{list(span.pivot)}:{list(span.version)}{cost}\n".encode())


def read_with(path: Path | None, texts: Mapping[str, Path]) -> Incoming:
    """Open a ladder with the two texts that it ties; a bead's score is what its cost leaves of 1.

    Raises UsageError where there are not two texts and a ladder, NotFoundError and InputError for what cannot be read.
    """
    return ladder_of_texts(NAME, path, texts, _ties)


def _ties(path: Path) -> Iterator[Tie]:
    with opened(path) as file:
        for number, line in enumerate(file, start=1):
            if not line.strip():
                continue
            found = _BEAD.fullmatch(line.strip())
            if found is None:
                said = f"{line.strip()[:40]!r} is no bead"
                raise InputError(said, path=str(path), line=number, advice="write it like [0, 1]:[0]:0.123")
            pivot, version = (_indices(found[side], path, number) for side in ("pivot", "version"))
            cost = _number(found["cost"] or "", path, number)
            yield Tie(pivot, version, None if cost is None else round(1 - cost, 6), number)


def _indices(written: str, path: Path, line: int) -> list[int]:
    parts = [part.strip() for part in written.split(",")] if written.strip() else []
    if not all(part.isdecimal() and len(part) <= _DIGITS for part in parts):
        raise InputError(f"[{written[:40]}] are no lines", path=str(path), line=line, advice="write them like [0, 1]")
    return [int(part) for part in parts]


def _number(written: str, path: Path, line: int) -> float | None:
    try:
        cost = float(written) if written else None
    except ValueError:
        raise InputError(f"{written!r} is no number", path=str(path), line=line, advice="write one, or none") from None
    return cost if cost is None or abs(cost) < float("inf") else None
