"""How the sheet of a workbook looks: widths and heights that show whole texts, and pages that can be read on paper."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from workbench.interchange.tables import CLAUSE, EXPORTED, KEY, NOTE, STATUS
from workbench.model.document import Document
from workbench.model.terminal import width

_WIDTHS = {KEY: 11, CLAUSE: 8, STATUS: 10}
_NARROWEST, _WIDEST = 42, 120  # of texts
_NOTE, _NO_NOTE = 24, 9
_LINE = 15.0  # points of a line in the font that workbooks begin with
_EDGES = 3.0  # points that keep the first and the last line from the lines around a cell
_TALLEST = 409.0  # points, of a row in Excel
_MOST_LINES = 20  # of one segment: what stands beside it in its row must find room too
_LOST = 1.15  # what the ends of wrapped lines take
_PAGE = 420  # of all widths that one page across can hold and still be read: A3 across at half the size
_A3 = 8


class Layout:
    """The widths of the columns of a document's table, by its headers."""

    def __init__(self, document: Document, headers: Sequence[str]) -> None:
        """A column of notes is narrow where there are none, one of texts wide where a row could not be as tall as its text."""
        noted = {tag for tag, ladder in document.ladders.items() if any(bead.note for bead in ladder.beads)}
        self._widths = [_width(name, noted, document) for name in headers if name != EXPORTED]

    def set_up(self, openpyxl: Any, sheet: Any) -> None:
        """Give a sheet its columns, its window and its pages; before its first row."""
        for index, columns in enumerate(self._widths, start=1):
            sheet.column_dimensions[openpyxl.utils.get_column_letter(index)].width = columns
        # What import needs and nobody reads, the last column.
        sheet.column_dimensions[openpyxl.utils.get_column_letter(len(self._widths) + 1)].hidden = True
        sheet.freeze_panes = "C2"
        sheet.print_title_rows, sheet.print_title_cols = "1:1", "A:B"
        sheet.sheet_properties.pageSetUpPr.fitToPage = True
        sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", _A3
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = math.ceil(sum(self._widths) / _PAGE), 0
        sheet.print_options.gridLines = True
        sheet.page_margins = openpyxl.worksheet.page.PageMargins(0.4, 0.4, 0.5, 0.7, footer=0.3)
        sheet.oddFooter.left.text, sheet.oddFooter.right.text = "&A", "&P / &N"

    def height(self, cells: Sequence[str]) -> float:
        """Return how tall a row must be for its texts: no program works that out for a file that it did not write."""
        lines = max(map(_lines, cells, self._widths), default=1)
        return min(_LINE * lines + _EDGES, _TALLEST)


def _width(name: str, noted: set[str], document: Document) -> int:
    tag, _, kind = name.rpartition(" ")
    if kind == NOTE:
        return _NOTE if tag in noted else _NO_NOTE
    if kind in _WIDTHS:
        return _WIDTHS[kind]
    longest = max((width(segment.text) for segment in document.versions[name].text.segments), default=0)
    return min(max(_NARROWEST, math.ceil(longest * _LOST / _MOST_LINES)), _WIDEST)


def _lines(text: str, columns: int) -> int:
    return sum(max(1, math.ceil(width(line) * _LOST / columns)) for line in text.split("\n"))
