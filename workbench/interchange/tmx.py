"""TMX 1.4 (LISA OSCAR, 2005): translation memory exchange, one unit a row."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from workbench import __version__
from workbench.interchange.export import Export
from workbench.interchange.incoming import Incoming, warn
from workbench.interchange.tmx_incoming import header_of, incoming_unit
from workbench.interchange.tmx_units import tmx_units
from workbench.interchange.tmx_variants import NOTHING, attribute, prop, variants
from workbench.interchange.wording import Keys, Wordings
from workbench.model.document import Document
from workbench.model.errors import InputError
from workbench.model.row import Rows

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

_TOGETHER = 4096  # pieces that are written at once
_CONTROLS = bytes(code for code in range(0x20) if code not in b"\t\n\r")


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
    for written in _units(export, wordings):
        content = _xml_bytes(written)
        if content is None:
            raise _error(export, wordings)
        out.write(content)
    out.write(b"\n</body>\n</tmx>\n")


def _xml_bytes(text: str) -> bytes | None:
    """Return a text as UTF-8, None where it has a character that XML 1.0 forbids."""
    try:
        content = text.encode("utf-8")
    except UnicodeEncodeError:  # half a character
        return None
    whole = len(content.translate(None, _CONTROLS)) == len(content)
    return None if not whole or "\ufffe" in text or "\uffff" in text else content


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


def _units(export: Export, wordings: Wordings) -> Iterator[str]:
    """Yield the units as XML, many of them at a time."""
    document = export.document
    rows, keys = Rows(document), Keys()
    columns = [variants(document, wordings, rows, tag) for tag in document.versions]
    pieces: list[str] = []
    for row, held in enumerate(zip(*columns, strict=True)):
        pivot = rows.pivot(row)
        said = wordings.text(document.pivot, pivot) if pivot else wordings.said(rows[row])
        clause = prop("x-clause", wordings.clause(pivot))
        without = "" if all(held) else _without(document, held)
        pieces.append(f"\n<tu tuid={attribute(keys.key(said))}>{clause}{without}")
        for variant in held:
            pieces += variant
        pieces.append("</tu>")
        if len(pieces) > _TOGETHER:
            yield "".join(pieces)
            pieces.clear()
    yield "".join(pieces)


def _without(document: Document, held: Iterable[Sequence[str]]) -> str:
    """Return the property that tells which versions say nothing in a row."""
    return prop(NOTHING, " ".join(tag for tag, variant in zip(document.versions, held, strict=True) if not variant))


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
