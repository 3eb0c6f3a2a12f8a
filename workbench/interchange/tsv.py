"""TSV for programs: a row a row, a column a version (see `tables`)."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from workbench.interchange import delimited, tables
from workbench.interchange.export import Export
from workbench.interchange.incoming import Incoming

NAME = "tsv"
HELP = "the same table with tabs between its cells, for programs"
SUFFIXES = (".tsv", ".tab")
LOSES = tables.LOSES


def write(export: Export, out: BinaryIO) -> None:
    """Write a document as tab-separated values, as a stream: UTF-8 without a mark, LF, every cell quoted.

    What a spreadsheet would take for a formula begins with an apostrophe (see `delimited`).
    """
    delimited.write(export, out, delimiter="\t", end="\n")


def read(path: Path) -> Incoming:
    """Open a table, see `delimited.read`."""
    return delimited.read(path)
