"""TMX 1.4 (LISA OSCAR, 2005): translation memory exchange, one unit a row."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from workbench import __version__
from workbench.interchange.export import Export
from workbench.interchange.incoming import Incoming, warn
from workbench.interchange.tmx_incoming import header_of, incoming_unit
from workbench.interchange.tmx_markup import NotXmlError, attribute, prop
from workbench.interchange.tmx_rows import written_rows
from workbench.interchange.tmx_units import tmx_units
from workbench.interchange.wording import Wordings
from workbench.model.errors import InputError

NAME = "tmx"
HELP = "TMX 1.4: a unit for each row, a variant for each version that has text there"
SUFFIXES = (".tmx",)
LOSES = (
    "titles, dates, sources and statuses of the versions",
    "scores, and the beads within a row: of their statuses the least is told",
    "crossings: what moved stands where the pivot has it",
    "where a paragraph begins, but at a clause",
    "white space around segments, and letters that are not in NFC",
    "what went out, once a tool drops the properties: its texts win then",
)


def write(export: Export, out: BinaryIO) -> None:
    """Write a document as TMX 1.4, as a stream; valid against `tmx14.dtd` and the same bytes every time.

    A unit's `tuid` is a digest of the row's pivot text and the number of its occurrence. Labels go out of the segments into
    properties (`x-label`); clause (`x-clause`), the least status of a variant's beads (`x-status`) and, where a variant is more
    than one segment, their lengths in characters (`x-segments`) are properties too, notes are notes. By the digest of a variant's
    text (`x-was`), its status where somebody accepted it (`x-had`) and the versions that say nothing in a row (`x-nothing`)
    import tells what was changed in the file. Raises InputError, naming the segment, for a character that XML 1.0 forbids.
    """
    export = export.chosen()
    out.write(_head(export).encode("utf-8"))
    wordings = Wordings(export)
    try:
        out.writelines(written_rows(export.document, wordings))
    except NotXmlError:
        raise _error(export, wordings) from None
    out.write(b"\n</body>\n</tmx>\n")


def _error(export: Export, wordings: Wordings) -> InputError:
    """Return what is to be raised for a character that XML forbids: it names the segment."""
    for tag, version in export.document.versions.items():
        for segment in range(len(version.text.segments)):
            wordings.must_be_xml(tag, segment)
    return InputError("XML forbids a character in a note", path=export.folder, advice="take it out")


def _head(export: Export) -> str:
    date = export.date.strftime("%Y%m%dT%H%M%SZ")
    header = {
        "creationtool": "Workbench",
        "creationtoolversion": __version__,
        "segtype": "sentence",
        "o-tmf": "workbench",
        "adminlang": "en",
        "srclang": export.document.pivot,
        "datatype": "plaintext",
        "creationdate": date,
    }
    attributes = " ".join(f"{name}={attribute(value)}" for name, value in header.items())
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4">\n'
        f"<header {attributes}>{prop('x-document', export.document.name)}</header>\n<body>"
    )


def read(path: Path) -> Incoming:
    """Open a TMX file of any version from 1.1 on, of level 1 or 2; raise InputError for what is none.

    Of several variants of one language the first is the wording, and the others are told as warnings. Inline codes become
    markers in the text: `{1}` where one opens, `{/1}` where it closes, `{2/}` for one that stands alone.
    """
    warnings: list[str] = []
    header = header_of(path)

    def tell(line: int, said: str) -> None:
        warn(warnings, str(path), line, said)

    units = (incoming_unit(unit, tell) for unit in tmx_units(path, tell))
    return Incoming(units, header.pivot, header.document, warnings, str(path))
