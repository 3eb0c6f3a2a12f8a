"""XLSX (Office Open XML): the table of `tables` as a workbook that Excel and LibreOffice open."""

from __future__ import annotations

import shutil
import tempfile
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from math import ceil
from pathlib import Path
from typing import Any, BinaryIO

from workbench.interchange import tables
from workbench.interchange.delimited import protected
from workbench.interchange.export import Export
from workbench.interchange.incoming import Incoming
from workbench.interchange.tables import CLAUSE, KEY, NOTE, STATUS, columns_of, header, incoming_of, table_rows
from workbench.interchange.workbooks import MOST_ROWS, escaped, sheet_rows, workbooks
from workbench.model.errors import InputError
from workbench.model.text import forbidden_control

NAME = "xlsx"
HELP = "the same table as a workbook of Excel and LibreOffice"
SUFFIXES = (".xlsx", ".xlsm")
LOSES = tables.LOSES

_LONGEST = 32_767  # characters of a cell
_WIDTHS: Mapping[str, int] = {KEY: 20, CLAUSE: 8, STATUS: 11, NOTE: 24}
_TEXT_WIDTH = 60
_LINE, _HIGHEST = 15.0, 409.0  # points: of a line, of the highest row that a sheet has
_FULL = 0.9  # of a line's width that words fill before it is broken
_WIDE = "\u2e80"  # letters from here on are as wide as two others
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
    sheet.freeze_panes = "C2"
    # On paper: all columns on a page's width, the headers on every page.
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr = openpyxl.worksheet.properties.PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "1:1"
    headers = header(export)
    widths = [_WIDTHS.get(name.rpartition(" ")[2], _TEXT_WIDTH) for name in headers]
    for index, width in enumerate(widths, start=1):
        sheet.column_dimensions[openpyxl.utils.get_column_letter(index)].width = width
    cells = _Cells(openpyxl, sheet, export.folder)
    try:
        sheet.append(cells.row(headers, 1))
        for number, row in enumerate(table_rows(export), start=2):
            if number > MOST_ROWS:
                raise InputError(f"more than {MOST_ROWS - 1} rows", path=export.folder, advice="export it as csv")
            sheet.row_dimensions[number].height = _height(row, widths)
            sheet.append(cells.row(row, number))
            del sheet.row_dimensions[number]  # it is written
    except BaseException:
        # What openpyxl has begun it must end itself, or it complains when it is let go; then its file goes.
        sheet.close()
        sheet._writer.cleanup()
        raise
    _save(openpyxl, book, export, out)


def read(path: Path) -> Incoming:
    """Open a workbook's first sheet as a table, see `sheet_rows` and `columns_of`."""
    warnings: list[str] = []
    rows = sheet_rows(path)
    line, headers = next(rows, (0, []))
    columns = columns_of(headers, str(path), line, warnings)
    return incoming_of(columns, _filled(rows, columns.count), str(path), warnings)


def _height(texts: Sequence[str], widths: Sequence[int]) -> float:
    """Return how high a row is in points: LibreOffice makes none higher for its texts, which the sheet breaks into lines."""
    most = 1
    for text, width in zip(texts, widths, strict=True):
        if len(text) * 2 > width or "\n" in text:
            cells = (len(line) + sum(letter > _WIDE for letter in line) for line in text.split("\n"))
            most = max(most, sum(max(1, ceil(count / (width * _FULL))) for count in cells))
    return min(_HIGHEST, most * _LINE)


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
        plain, quoted = self._make(sheet), self._make(sheet)
        for cell in (plain, quoted):
            cell.alignment = openpyxl.styles.Alignment(wrap_text=True, vertical="top")
        quoted.quotePrefix = True
        # The style of a text that would become a formula once somebody edits its cell.
        self._styles = plain._style, quoted._style

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
