"""Tables with a delimiter between their cells: what CSV and TSV have in common.

A spreadsheet takes a text that begins with `=`, `+`, `-` or `@` for a formula, and runs it. Such a text goes out with an
apostrophe before it, and so does one that begins with apostrophes before such a sign; coming in, one apostrophe is taken off.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, TextIO

from workbench.interchange.decoded import opened
from workbench.interchange.export import Export
from workbench.interchange.incoming import Incoming
from workbench.interchange.tables import columns_of, header, incoming_of, table_rows
from workbench.model import separated
from workbench.model.errors import InputError

# Spreadsheets pass over white space before the sign, and Japanese ones take its full-width form too.
# Whether a text matches does not change with an apostrophe before it: so what goes out comes back.
_FORMULA = re.compile(r"['\s\x00]*[=+\-@＝＋－＠]|'*[\t\r\n]")
_DELIMITERS = ",;\t"
_TOLD = re.compile(r"\"?sep=(?P<delimiter>[,;\t])\"?[\r\n]*")
_MISREAD = re.compile('"*(?:ï»¿|п»ї)')  # the mark of UTF-8 as Western and Cyrillic Windows read it
_LONGEST = 1 << 20  # of a line of headers


def protected(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unprotected(text: str) -> str:
    """Return the text that was protected."""
    return text[1:] if text[:1] == "'" and _FORMULA.match(text) else text


def write(export: Export, out: BinaryIO, *, delimiter: str, end: str) -> None:
    """Write a document's table as UTF-8, every cell quoted, so that a file that is cut off shows it.

    Raises InputError for half a character, which UTF-8 cannot hold.
    """
    export = export.chosen()
    text = io.TextIOWrapper(out, encoding="utf-8", newline="")
    try:
        writer = csv.writer(text, delimiter=delimiter, lineterminator=end, quoting=csv.QUOTE_ALL)
        writer.writerow(header(export))
        for cells in table_rows(export):
            writer.writerow([protected(cell) for cell in cells])
        text.flush()
    except UnicodeEncodeError:
        raise InputError("half a character in a text", path=export.folder, advice="take it out") from None
    finally:
        text.detach()


def read(path: Path) -> Incoming:
    """Open a table; its encoding and its delimiter (comma, semicolon, tab) are recognised.

    Raises NotFoundError, and InputError for what is no table or has no column headed by a language.
    """
    warnings: list[str] = []
    records = _records(path)
    line, headers = next(records, (0, []))
    columns = columns_of(headers, str(path), line, warnings)
    return incoming_of(columns, records, str(path), warnings)


def _records(path: Path) -> Iterator[tuple[int, Sequence[str]]]:
    """Yield the records that are not blank, with the lines they begin at; the first are the headers."""
    with opened(path) as file:
        skipped, delimiter = _delimiter(file, str(path))
        reader = separated.reader(file, delimiter)
        line = 1 + skipped
        try:
            for cells in reader:
                if any(map(str.strip, cells)):
                    yield line, [unprotected(cell) for cell in cells]
                line = reader.line_num + 1 + skipped
        except csv.Error as error:
            message, advice = separated.reason(error)
            raise InputError(message, path=str(path), line=line, advice=advice) from None


def _delimiter(file: TextIO, path: str) -> tuple[int, str]:
    """Return how many lines stand before the headers, and the delimiter: what parts the first line into the most cells.

    A first line such as `sep=;` is a note to spreadsheets, and no row. Raises InputError for a file whose letters a program has
    read in a wrong encoding before it saved them.
    """
    first = file.readline(_LONGEST)
    if _MISREAD.match(first):
        raise InputError(
            "opened in a wrong encoding and saved so: its letters are others now",
            path=path,
            line=1,
            advice="open what was exported as UTF-8, or export it as xlsx",
        )
    if (told := _TOLD.fullmatch(first)) is not None:
        return 1, told["delimiter"]
    file.seek(0)
    return 0, max(_DELIMITERS, key=first.count)
