"""Units from tables: CSV or TSV with a column a language, whose header is its tag; columns of another name are passed over."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path

from workbench.interchange.long_lines import lines
from workbench.interchange.memory_units import PLACES, language_of, unit_of_texts
from workbench.interchange.tmx_units import Warn
from workbench.memory.unit import Unit
from workbench.model.errors import InputError


def read_rows(path: Path, warn: Warn) -> Iterator[Unit]:
    """Yield a unit a row. A column `id` or `clause` says where it stands, `date` when it was written.

    Raises NotFoundError, and InputError with the line, for a header without languages, a row of another width, quotes that
    do not end and fields that are too long to be one.
    """
    source = lines(path)
    head = next(source, "")
    delimiter = "\t" if path.suffix.lower() == ".tsv" else max("\t,;", key=head.count)
    reader = csv.reader(_with(head, source), strict=True, delimiter=delimiter)
    try:
        names = [cell.strip() for cell in next(reader, [])]
        columns = _columns(names, path, warn)
        line = reader.line_num + 1
        for cells in reader:
            if len(cells) == len(names):
                place = next((cells[at] for at, name in enumerate(names) if name.lower() in PLACES), "")
                date = next((cells[at] for at, name in enumerate(names) if name.lower() == "date"), "")
                texts = {tag: cells[at] for at, tag in columns}
                yield from unit_of_texts(texts, place, date, line, warn)
            elif cells:
                raise InputError(
                    f"{len(cells)} cells in place of {len(names)}", path=str(path), line=line, advice="mend the row"
                )
            line = reader.line_num + 1
    except csv.Error as error:
        raise InputError(f"not a table: {error}", path=str(path), line=reader.line_num, advice="mend the row") from None


def _with(head: str, rest: Iterator[str]) -> Iterator[str]:
    if head:
        yield head
    yield from rest


def _columns(names: Sequence[str], path: Path, warn: Warn) -> list[tuple[int, str]]:
    """Return the columns that are languages, with their tags."""
    columns: list[tuple[int, str]] = []
    for at, name in enumerate(names):
        if name.lower() in PLACES or name.lower() == "date":
            continue
        tag = language_of(name)
        if not tag:
            warn(1, f"the column {name!r} is no language: it is passed over")
        elif tag in (other for _, other in columns):
            raise InputError(f"two columns are {tag}", path=str(path), line=1, advice="take one of them out")
        else:
            columns.append((at, tag))
    if not columns:
        raise InputError(
            "no column of it is a language",
            path=str(path),
            line=1,
            advice="write tags such as en and zh in its first row",
        )
    return columns
