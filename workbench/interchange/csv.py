"""CSV for spreadsheets: a row a row, a column a version (see `tables`)."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from workbench.interchange import delimited, tables
from workbench.interchange.export import Export
from workbench.interchange.incoming import Incoming

NAME = "csv"
HELP = "a table for spreadsheets: a row a row, a column a version, with statuses and notes"
SUFFIXES = (".csv",)
LOSES = tables.LOSES


def write(export: Export, out: BinaryIO) -> None:
    """Write a document as CSV, as a stream: commas, CRLF, every cell quoted (RFC 4180).

    It is UTF-8 with a byte order mark, without which Excel takes it for the system's own encoding. What a spreadsheet would
    take for a formula begins with an apostrophe (see `delimited`).
    """
    out.write(b"\xef\xbb\xbf")
    delimited.write(export, out, delimiter=",", end="\r\n")


def read(path: Path) -> Incoming:
    """Open a table, see `delimited.read`."""
    return delimited.read(path)
