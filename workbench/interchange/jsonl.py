"""JSON Lines: a line for the document, a line for each row with everything that is known of it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from workbench.interchange.export import Export
from workbench.interchange.incoming import Incoming, IncomingUnit
from workbench.interchange.jsonl_objects import (
    Malformed,
    about_of,
    document_object,
    parsed,
    unit_of,
    wording_object,
)
from workbench.interchange.wording import Keys, Wordings
from workbench.model.errors import InputError
from workbench.model.row import Rows
from workbench.workspace.bytes import unreadable

NAME = "jsonl"
HELP = "JSON Lines: a row a line with everything that is known of it, for programs and corpora"
SUFFIXES = (".jsonl", ".ndjson")
LOSES = (
    "waivers and the baseline, which stand in files of their own",
    "what went out, once a tool drops the members `was`: the file's texts win then",
)

_LONGEST = 1 << 26  # bytes of a line; what is longer is none


def write(export: Export, out: BinaryIO) -> None:
    """Write a document as JSON Lines, UTF-8, as a stream. Raises InputError for a text that is not Unicode.

    The first line tells of the document (`{"workbench": 1, "document": …, "pivot": …, "rows": …, "versions": {…}}`), each other
    line of a row: `{"key": …, "clause": …, "versions": {"kk": {"segments": […], "was": …, "labels": […], "paragraphs": […],
    "beads": […]}}}`. Segments are whole and to the letter; `was` is their digest, and that of a bead its status, by which import
    tells what was changed in the file; `labels` are what they begin with; `paragraphs` the indices of those that begin
    paragraphs; a bead that is a half of a crossing and stands elsewhere tells its `place` in the ladder.
    """
    export = export.chosen()
    document = export.document
    rows, wordings, keys = Rows(document), Wordings(export), Keys()

    def line(data: Mapping[str, Any], where: str) -> None:
        try:
            out.write(json.dumps(data, ensure_ascii=False).encode("utf-8") + b"\n")
        except UnicodeEncodeError:
            raise InputError(f"half a character {where}", path=export.folder, advice="take it out") from None

    line(document_object(document, len(rows)), "in what is told of the document")
    for row in rows:
        versions = {}
        for tag in document.versions:
            segments = row.segments(tag, document.pivot)
            if segments or (tag != document.pivot and row.cells[tag].spans):
                versions[tag] = wording_object(document, rows, row, tag, wordings.labels(tag, segments))
        clause = wordings.clause(row.pivot)
        line({"key": keys.key(wordings.said(row)), "clause": clause, "versions": versions}, f"in clause {clause}")


def read(path: Path) -> Incoming:
    """Open a file of JSON Lines; raise InputError for what is none, NotFoundError where there is no such file.

    Files without a first line that tells of the document are read too, see `unit_of`.
    """
    try:
        lines = _lines(path)
        number, first = next(lines, (0, None))
        if first is None:
            raise InputError("nothing in it", path=str(path), advice="name a file with units")
        told = "workbench" in first
        about = about_of(first) if told else None
    except Malformed as error:
        raise InputError(str(error), path=str(path), line=number, advice="mend the line") from None
    promised = first.get("rows") if told else None
    units = _units(path, lines, None if told else (number, first), promised)
    if about is None:
        return Incoming(units, path=str(path))
    return Incoming(units, about.pivot, about.name, path=str(path), about=about, verbatim=True)


def _lines(path: Path) -> Iterator[tuple[int, dict[str, Any]]]:
    """Yield the objects of a file with their lines; raise InputError for the line that holds none."""
    try:
        with path.open("rb") as file:
            number = 0
            while line := file.readline(_LONGEST):
                number += 1
                if len(line) == _LONGEST:
                    raise InputError("a line without an end", path=str(path), line=number, advice="name another file")
                if number == 1:
                    line = line.removeprefix(b"\xef\xbb\xbf")
                if line.strip():
                    try:
                        yield number, parsed(line)
                    except Malformed as error:
                        advice = "mend the line; the file may be cut off"
                        raise InputError(str(error), path=str(path), line=number, advice=advice) from None
    except OSError as error:
        raise unreadable(path, error) from None


def _units(
    path: Path,
    lines: Iterator[tuple[int, dict[str, Any]]],
    first: tuple[int, dict[str, Any]] | None,
    promised: int | None,
) -> Iterator[IncomingUnit]:
    count = 0
    while (found := first or next(lines, None)) is not None:
        first = None
        number, data = found
        try:
            unit = unit_of(data, number, promised is not None)
        except Malformed as error:
            raise InputError(str(error), path=str(path), line=number, advice="mend the line") from None
        count += 1
        yield unit
    if promised is not None and count != promised:
        raise InputError(
            f"{count} rows where {promised} were promised", path=str(path), advice="it was cut off: get it again"
        )
