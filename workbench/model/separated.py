"""Reading tables of separated values: one place that says how long a cell may be, and why a file is no table."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _csv import Reader

LONGEST = 10_000_000  # characters of a cell: more than any text; the library's own bound of 131,072 is less than some
_TOO_LONG = "field larger than field limit"


def reader(lines: Iterable[str], delimiter: str = ",") -> Reader:
    """Return what reads the rows of a table, strict about quotes; it raises csv.Error (see `reason`)."""
    csv.field_size_limit(LONGEST)  # the library has one bound for all its readers
    return csv.reader(lines, strict=True, delimiter=delimiter)


def reason(error: csv.Error) -> tuple[str, str]:
    """Return what is wrong with a file that a reader refused, and what to do."""
    if _TOO_LONG in str(error):
        return (
            f"a cell of more than {LONGEST:,} characters",
            "part the text, or close the quote if one is left open before it",
        )
    return f"not a table: {error}", "mend the quotes; the file may be cut off"
