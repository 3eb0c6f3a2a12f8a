"""XLSX (Office Open XML): the table of `tables` as a workbook that Excel and LibreOffice open."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, BinaryIO

from workbench.interchange import tables
from workbench.interchange.delimited import protected
from workbench.interchange.export import Export
from workbench.interchange.incoming import Incoming
from workbench.interchange.sheet_layout import Layout
from workbench.interchange.tables import columns_of, header, incoming_of, table_rows
from workbench.interchange.workbooks import MOST_ROWS, escaped, sheet_rows, workbooks
from workbench.model.errors import InputError
from workbench.model.text import forbidden_control

NAME = "xlsx"
BINARY = True
HELP = "the same table as a workbook of Excel and LibreOffice"
SUFFIXES = (".xlsx", ".xlsm")
LOSES = tables.LOSES

_LONGEST = 32_767  # characters of a cell
_EARLIEST = 1980  # archives know no earlier year


def write(export: Export, out: BinaryIO) -> None:
    """Write a document as a workbook of one sheet, its rows as a stream; the same bytes every time.

    Every cell is typed as text, so none is a formula. Raises UsageError where openpyxl is not installed, InputError for a text
    that no cell can hold and for more rows than a sheet has.
    """
    openpyxl = workbooks()
    export = export.chosen()
    book = openpyxl.Workbook(write_only=True)
    book.properties.created = book.properties.modified = export.date.replace(tzinfo=None)
    book.properties.creator = "Workbench"
    book.properties.title = export.document.title or None
    sheet = book.create_sheet("Alignment")
    headers = header(export)
    layout = Layout(export.document, headers)
    layout.set_up(openpyxl, sheet)
    cells = _Cells(openpyxl, sheet, export.folder)
    try:
        sheet.append(cells.heads(headers))
        for number, row in enumerate(table_rows(export), start=2):
            if number > MOST_ROWS:
                raise InputError(f"more than {MOST_ROWS - 1} rows", path=export.folder, advice="export it as csv")
            sheet.row_dimensions[number].height = layout.height(row)
            sheet.append(cells.row(row, number))
            del sheet.row_dimensions[number]  # it is written: memory does not grow with the rows
    except BaseException:
        # What openpyxl has begun it must end itself, or it complains when it is let go; then its file goes.
        sheet.close()
        sheet._writer.cleanup()
        raise
    _save(openpyxl, book, export, out)


def read(path: Path) -> Incoming:
    """Open a workbook's first sheet as a table, see `sheet_rows` and `columns_of`."""
    warnings: list[str] = []
    rows = sheet_rows(path, warnings)
    line, headers = next(rows, (0, []))
    columns = columns_of(headers, str(path), line, warnings)
    return incoming_of(columns, _filled(rows, columns.count), str(path), warnings)


def _filled(rows: Iterator[tuple[int, list[str]]], count: int) -> Iterator[tuple[int, Sequence[str]]]:
    """Yield rows with the empty cells at their ends that a sheet leaves out, and without those that it has too many."""
    for line, cells in rows:
        while len(cells) > count and not cells[-1]:
            cells.pop()
        yield line, cells + [""] * (count - len(cells))


class _Cells:
    """Makes the cells of a sheet."""

    def __init__(self, openpyxl: Any, sheet: Any, folder: str) -> None:
        self._make = openpyxl.cell.WriteOnlyCell
        self._sheet = sheet
        self._folder = folder
        plain, quoted, head = self._make(sheet), self._make(sheet), self._make(sheet)
        for cell in (plain, quoted, head):
            cell.alignment = openpyxl.styles.Alignment(wrap_text=True, vertical="top")
        quoted.quotePrefix = True
        head.font = openpyxl.styles.Font(name="Calibri", size=11, bold=True)
        self._head = head._style
        # The style of a text that would become a formula once somebody edits its cell.
        self._styles = plain._style, quoted._style

    def heads(self, texts: Sequence[str]) -> list[Any]:
        """Return the cells of the headers."""
        found = self.row(texts, 1)
        for cell in found:
            cell._style = self._head
        return found

    def row(self, texts: Sequence[str], number: int) -> list[Any]:
        """Return the cells of a row; raise InputError for a text that no cell can hold."""
        return [self._cell(text, number) for text in texts]

    def _cell(self, text: str, number: int) -> Any:
        written = escaped(text)
        if len(written.encode("utf-16-le", "replace")) > 2 * _LONGEST:
            self._refuse(f"more than {_LONGEST} characters in a cell of row {number}", "export it as csv")
        for line in text.split("\n"):
            if found := forbidden_control(line):
                self._refuse(f"XML forbids the character U+{ord(found[1]):04X} in row {number}", "take it out")
        cell = self._make(self._sheet, written)
        cell.data_type = "s"
        cell._style = self._styles[protected(text) != text]
        return cell

    def _refuse(self, said: str, advice: str) -> None:
        raise InputError(said, path=self._folder, advice=advice)


def _save(openpyxl: Any, book: Any, export: Export, out: BinaryIO) -> None:
    """Write the workbook with the export's date on its parts, which openpyxl would give the clock's."""
    date = export.date.timetuple()[:6] if export.date.year >= _EARLIEST else (_EARLIEST, 1, 1, 0, 0, 0)
    with tempfile.TemporaryFile() as unpacked:
        with zipfile.ZipFile(unpacked, "w", allowZip64=True) as archive:
            openpyxl.writer.excel.ExcelWriter(book, archive).save()
        with zipfile.ZipFile(unpacked) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
            for part in archive.infolist():
                info = zipfile.ZipInfo(part.filename, date)
                info.compress_type, info.file_size = zipfile.ZIP_DEFLATED, part.file_size
                with archive.open(part) as content, packed.open(info, "w") as target:
                    shutil.copyfileobj(content, target, 1 << 20)
