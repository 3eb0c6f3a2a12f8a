"""TMX 1.4 (LISA OSCAR, 2005): translation memory exchange, one unit a row."""

from __future__ import annotations

from typing import TYPE_CHECKING, BinaryIO

from workbench import __version__
from workbench.interchange.export import Export
from workbench.interchange.wording import Keys, Wordings
from workbench.model.row import Row, rows

if TYPE_CHECKING:
    from lxml.etree import _Element

NAME = "tmx"
HELP = "TMX 1.4: a unit for each row, a variant for each version that has text there"

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_DOCTYPE = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'


def write(export: Export, out: BinaryIO) -> None:
    """Write a document as TMX 1.4, as a stream; valid against `tmx14.dtd` and the same bytes every time.

    A unit's `tuid` is a digest of the row's pivot text and the number of its occurrence. Labels go out of the segments into
    properties (`x-label`); clause (`x-clause`) and the least status of a variant's beads (`x-status`) are properties too.
    Raises InputError, naming the segment, for a character that XML 1.0 forbids.
    """
    from lxml import etree

    units = _Units(export)
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
    with etree.xmlfile(out, encoding="UTF-8") as file:
        file.write_declaration()
        file.write_doctype(_DOCTYPE)
        with file.element("tmx", {"version": "1.4"}):
            file.write("\n")
            element = etree.Element("header", header)
            etree.SubElement(element, "prop", {"type": "x-document"}).text = export.document.name
            file.write(element)
            file.write("\n")
            with file.element("body"):
                for row in rows(export.document):
                    file.write("\n")
                    file.write(units.unit(row))
                file.write("\n")
            file.write("\n")
    out.write(b"\n")


class _Units:
    def __init__(self, export: Export) -> None:
        self._document = export.document
        self._wordings = Wordings(export)
        self._keys = Keys()

    def unit(self, row: Row) -> _Element:
        from lxml import etree

        pivot = self._document.pivot
        held = self._wordings.in_row(row)
        key = held[pivot].text if pivot in held else "\n".join(wording.text for wording in held.values())
        unit = etree.Element("tu", {"tuid": self._keys.key(key)})
        etree.SubElement(unit, "prop", {"type": "x-clause"}).text = self._wordings.clause(row.pivot)
        for tag, wording in held.items():
            self._wordings.must_be_xml(wording)
            variant = etree.SubElement(unit, "tuv", {_XML_LANG: tag})
            for label in filter(None, wording.labels):
                etree.SubElement(variant, "prop", {"type": "x-label"}).text = label
            if tag != pivot:
                status = self._wordings.status(tag, row.cells[tag].spans)
                etree.SubElement(variant, "prop", {"type": "x-status"}).text = status.value
            etree.SubElement(variant, "seg").text = wording.text
        return unit
