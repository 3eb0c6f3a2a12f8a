"""Workbooks from outside: what must be seen before openpyxl opens one, and its rows as texts."""

from __future__ import annotations

import datetime
import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from workbench.interchange.incoming import warn
from workbench.interchange.rich_text import unread_texts
from workbench.model.errors import InputError, UsageError
from workbench.workspace.bytes import unreadable

MOST_ROWS = 1_048_576  # of a sheet, its headers among them
_LARGEST = 1 << 30  # bytes of all parts together, unpacked
_SUSPECT = 1 << 26  # bytes of a part that may not be packed too tight
_TIGHTEST = 200  # bytes that one packed byte may hold: texts have ten
_SHOWN = 60  # characters of a text that is not read
_HEAD = 4096  # bytes of a part in which a DOCTYPE would stand
_DOCTYPE = re.compile(rb"<\0?!\0?(?:D\0?O\0?C|E\0?N\0?T)", re.IGNORECASE)
# Office Open XML writes a character as _x000D_, and an underscore before what looks so as _x005F_.
_LOOKS_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPED = re.compile(r"_x(?:005[Ff]_(?=x[0-9A-Fa-f]{4}_)|000[DAda]_)")


def workbooks() -> Any:
    """Return the library of workbooks; raise UsageError where it is not installed."""
    try:
        import openpyxl
    except ImportError:
        raise UsageError("workbooks need openpyxl — install it with: pip install 'clause-workbench[xlsx]'") from None
    return openpyxl


def escaped(text: str) -> str:
    """Return a text as it is written in a part of a workbook."""
    return _LOOKS_ESCAPED.sub("_x005F_", text) if "_x" in text else text


def sheet_rows(path: Path, warnings: list[str]) -> Iterator[tuple[int, list[str]]]:
    """Yield the rows of a workbook's first sheet that are not blank, as texts, with their numbers (1-based), as a stream.

    Of a formula the value is taken that its program has worked out. A text that stands where no cell has one is not read; behind
    the last row it is added to the warnings. Raises NotFoundError, UsageError where openpyxl is not
    installed, and InputError for what is no workbook, is packed to burst, or promises rows that no sheet has.
    """
    number = 0
    try:
        with _opened(path) as book:
            sheet = next(iter(book.worksheets), None)
            if sheet is None:
                raise InputError("no sheet in it", path=str(path), advice="name a workbook with a table")
            sheet.reset_dimensions()  # what a file says of its size need not be so
            for number, values in enumerate(sheet.iter_rows(values_only=True), start=1):
                if number > MOST_ROWS:
                    raise InputError("more rows than a sheet has", path=str(path), line=number, advice="mend the file")
                cells = [_text(value) for value in values]
                if any(cells):
                    yield number, cells
            for row, text in _unread(path, sheet._worksheet_path):
                warn(warnings, str(path), row, f"text where no cell has it is not read: {text[:_SHOWN]!r}")
    except (InputError, UsageError):
        raise
    except OSError as error:
        raise unreadable(path, error) from None
    except (
        Exception
    ) as error:  # openpyxl raises whatever its parts raise: KeyError, TypeError, ParseError, zlib.error …
        said = " ".join(str(error).split()) or type(error).__name__
        raise InputError(
            f"no workbook that can be read: {said}",
            path=str(path),
            line=number,
            advice="save it again as .xlsx or as CSV",
        ) from None


@contextmanager
def _opened(path: Path) -> Iterator[Any]:
    openpyxl = workbooks()
    with path.open("rb") as file:
        _check(file, path)
        book = openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False)
        try:
            yield book
        finally:
            book.close()


def _unread(path: Path, sheet: str) -> Iterator[tuple[int, str]]:
    """Yield what is not read of the strings of a workbook and of a sheet (the name of its part), with its row."""
    with zipfile.ZipFile(path) as archive:
        names = archive.namelist()
        for name in (*(one for one in names if one.lower().endswith("sharedstrings.xml")), sheet):
            if name in names:
                with archive.open(name) as part:
                    yield from unread_texts(part)


def _check(file: Any, path: Path) -> None:
    """Raise InputError for an archive that is packed to burst, and for a part with a DOCTYPE, which no workbook has."""
    with zipfile.ZipFile(file) as archive:
        parts = archive.infolist()
        tight = any(part.file_size > _SUSPECT and part.file_size > part.compress_size * _TIGHTEST for part in parts)
        if tight or sum(part.file_size for part in parts) > _LARGEST:
            raise InputError("packed to burst: it is not unpacked", path=str(path), advice="save it again as CSV")
        for part in parts:
            if part.filename.lower().endswith((".xml", ".rels")):
                with archive.open(part) as content:
                    if _DOCTYPE.search(content.read(_HEAD)):
                        raise InputError(
                            f"{part.filename!r} has a DOCTYPE, which no workbook has",
                            path=str(path),
                            advice="save it again",
                        )
    file.seek(0)


def _text(value: Any) -> str:
    """Return a cell's value as a person reads it."""
    if value is None:
        return ""
    if isinstance(value, str):
        return _ESCAPED.sub(lambda match: "_" if match[0].lower() == "_x005f_" else "\n", value)
    if isinstance(value, bool):
        return str(value).upper()
    if isinstance(value, float):
        return f"{value:g}" if value.is_integer() and abs(value) < 1e15 else repr(value)
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    return str(value)
