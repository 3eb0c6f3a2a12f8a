"""TMX 1.4 (LISA OSCAR, 2005): translation memory exchange, one unit a row."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, BinaryIO

from workbench import __version__
from workbench.alignment.lapse import lapses
from workbench.alignment.side import side_of
from workbench.interchange.export import Export
from workbench.languages.knowledge import knowledge
from workbench.languages.labels import labels
from workbench.model.clause import Place, places
from workbench.model.document import Document
from workbench.model.errors import InputError
from workbench.model.label import Label
from workbench.model.ladder import BeadStatus
from workbench.model.row import Row, rows
from workbench.model.text import digest, forbidden_control, normalised

if TYPE_CHECKING:
    from lxml.etree import _Element

NAME = "tmx"
HELP = "TMX 1.4: a unit for each row, a variant for each version that has text there"

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_DOCTYPE = '<!DOCTYPE tmx SYSTEM "tmx14.dtd">'
_ORDER = tuple(BeadStatus)


def write(export: Export, out: BinaryIO) -> None:
    """Write a document as TMX 1.4, as a stream; valid against `tmx14.dtd` and the same bytes every time.

    A unit's `tuid` is a digest of the row's pivot text and the number of its occurrence. Labels go out of the segments into
    properties (`x-label`); clause (`x-clause`) and the least status of a variant's beads (`x-status`) are properties too.
    Raises InputError, naming the segment, for a character that XML 1.0 forbids.
    """
    from lxml import etree

    units = _Units(export.document, export.folder)
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
    def __init__(self, document: Document, folder: str) -> None:
        self._document = document
        self._folder = folder
        self._labels: dict[str, Sequence[Label | None]] = {}
        self._seen: Counter[str] = Counter()
        for tag, version in document.versions.items():
            self._labels[tag] = labels(version.segments(), knowledge(tag))
        pivot = document.version(document.pivot)
        side = side_of(pivot)
        self._lapsed = {
            (tag, lapse.span.index)
            for tag in document.others()
            for lapse in lapses(document.ladders[tag], side, side_of(document.version(tag)))
        }
        self._places: Sequence[Place] = places(self._labels[document.pivot], pivot.text.starts())

    def unit(self, row: Row) -> _Element:
        from lxml import etree

        document = self._document
        held = {tag: row.segments(tag, document.pivot) for tag in document.versions}
        texts = {tag: self._text(tag, segments) for tag, segments in held.items() if segments}
        key = digest(texts.get(document.pivot) or "\n".join(texts.values()), length=16)
        self._seen[key] += 1
        unit = etree.Element("tu", {"tuid": f"{key}-{self._seen[key]}"})
        etree.SubElement(unit, "prop", {"type": "x-clause"}).text = self._clause(row)
        for tag, text in texts.items():
            variant = etree.SubElement(unit, "tuv", {_XML_LANG: tag})
            for label in (self._labels[tag][index] for index in held[tag]):
                if label is not None:
                    etree.SubElement(variant, "prop", {"type": "x-label"}).text = label.written
            if tag != document.pivot:
                # What lapsed is nobody's word any more.
                statuses = [
                    BeadStatus.AUTO if (tag, span.index) in self._lapsed else span.bead.status
                    for span in row.cells[tag].spans
                ]
                etree.SubElement(variant, "prop", {"type": "x-status"}).text = min(statuses, key=_ORDER.index).value
            etree.SubElement(variant, "seg").text = text
        return unit

    def _clause(self, row: Row) -> str:
        at = row.pivot.start if row.pivot else row.pivot.start - 1
        return self._places[at].name if at >= 0 else "0"

    def _text(self, tag: str, segments: Sequence[int]) -> str:
        version = self._document.versions[tag]
        parts = []
        for index in segments:
            text = version.text.segments[index].text
            found = forbidden_control(text)
            if found:
                raise InputError(
                    f"XML forbids the character U+{ord(found[1]):04X} in segment {index + 1} of {tag}",
                    path=f"{self._folder}/{tag}.txt" if self._folder else "",
                    line=version.text.lines()[index],
                    advice="take it out",
                )
            label = self._labels[tag][index]
            parts.append(normalised(text[label.end :] if label else text))
        wording = knowledge(tag).joiner.join(part for part in parts if part)
        # A heading that is nothing but its label ("Article 4") keeps it: a variant must say something.
        return wording or " ".join(version.text.segments[index].text.strip() for index in segments)
