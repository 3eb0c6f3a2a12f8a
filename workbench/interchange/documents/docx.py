"""DOCX: paragraphs, cells and footnotes of a word processor's file, with the numbers that stand only in its numbering."""

from __future__ import annotations

import posixpath
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from workbench.interchange.documents.archive import Archive, broken
from workbench.interchange.documents.content import Content, counted
from workbench.interchange.documents.docx_numbering import Numbering
from workbench.interchange.documents.markup import hear
from workbench.interchange.documents.numbers import number
from workbench.model.errors import InputError

NAME = "DOCX"
SUFFIXES = (".docx", ".docm", ".dotx")
ORDER = 10
_RELATIONS = "_rels/.rels"
# What a person who reads the pages does not see: what was struck out, moved away, or stands there a second time.
_UNSEEN = ("del", "moveFrom", "Fallback", "rt", "instrText", "delText", "tblPrChange", "pPrChange", "rPrChange")
_NOTES = {"footnoteReference": "footnotes", "endnoteReference": "endnotes"}
_SIGNS = {"tab": "\t", "ptab": "\t", "cr": "\n", "noBreakHyphen": "\u2011"}
_OFF = ("0", "false", "off")


def recognises(content: bytes, suffix: str) -> bool:  # noqa: ARG001
    """Return whether it is a ZIP file that holds a text of Word: names of members are not packed."""
    return content.startswith(b"PK") and b"word/document" in content


def read(content: bytes, path: str, encoding: str | None) -> Content:  # noqa: ARG001
    """Return paragraphs, cells and footnotes, each footnote behind the paragraph that refers to it.

    Raises InputError for a file that is broken, encrypted or hostile.
    """
    archive = Archive(content, path)
    main = _main_part(archive, path)
    folder = posixpath.dirname(main)
    text = archive.read(main)
    if not text:
        raise broken(path, "no text of Word in it")
    numbering = Numbering(archive.read(f"{folder}/numbering.xml"), archive.read(f"{folder}/styles.xml"), path)
    notes = _Notes()
    for kind in dict.fromkeys(_NOTES.values()):
        if part := archive.read(f"{folder}/{kind}.xml"):
            hear(part, _Body(numbering, notes, _Notes(), kind), path)
    body = _Body(numbering, _Notes(), notes, "")
    hear(text, body, path)
    heads = any(archive.has(f"{folder}/{name}{count}.xml") for name in ("header", "footer") for count in range(1, 9))
    return Content(
        tuple(body.paragraphs),
        (
            *(("headers and footers",) if heads else ()),
            *counted(body.left_out["struck"], "tracked deletion", "tracked deletions"),
            *counted(body.left_out["hidden"], "hidden passage", "hidden passages"),
        ),
    )


def _main_part(archive: Archive, path: str) -> str:
    """Return the name of the part with the text: what the package says, else where it usually is."""
    relations = archive.read(_RELATIONS)
    heard = _Relations()
    if relations:
        hear(relations, heard, path)
    name = posixpath.normpath(heard.main.lstrip("/")) if heard.main else "word/document.xml"
    if archive.has(name):
        return name
    raise InputError(
        "a ZIP file with no text of Word in it", path=path, advice="name a DOCX, an ODT, or a file that was unpacked"
    )


class _Relations:
    main = ""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "Relationship" and attributes.get("Type", "").endswith("/officeDocument"):
            self.main = attributes.get("Target", "")

    def end(self, name: str) -> None:
        pass

    def text(self, text: str) -> None:
        pass


@dataclass(slots=True)
class _Notes:
    """Footnotes and endnotes: their paragraphs by kind and id."""

    by_id: dict[tuple[str, str], list[str]] = field(default_factory=dict)


@dataclass(slots=True)
class _Paragraph:
    """A paragraph that has begun: its pieces, and what it says of itself."""

    pieces: list[str] = field(default_factory=list)
    style: str = ""
    list_id: str | None = None
    level: int | None = None
    notes: list[tuple[str, str]] = field(default_factory=list)
    is_struck: bool = False


class _Body:
    """Hears a part with paragraphs. Those of text boxes stand within others, and are put behind them."""

    def __init__(self, numbering: Numbering, into: _Notes, notes: _Notes, kind: str) -> None:
        """Take the numbering, where notes go (for a part of `kind` footnotes or endnotes), and the notes to refer to."""
        self.paragraphs: list[str] = []
        self.left_out: Counter[str] = Counter()
        self._numbering, self._into, self._notes, self._kind = numbering, into, notes, kind
        self._open: list[_Paragraph] = []
        self._behind: list[str] = []
        self._unseen = 0
        self._hidden = False
        self._properties: str = ""
        self._letters = False

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        if self._unseen or name in _UNSEEN:
            self.left_out["struck"] += name == "del" and not self._unseen and not self._properties
            if name == "del" and self._properties == "pPr" and self._open:
                self._open[-1].is_struck = True
            self._unseen += 1
            return
        value = attributes.get("val", "")
        if name == "p":
            self._open.append(_Paragraph())
        elif name in ("footnote", "endnote") and self._kind:
            self.paragraphs = self._into.by_id.setdefault((self._kind, attributes.get("id", "")), [])
        elif name in ("pPr", "rPr", "sectPr"):
            self._properties = self._properties or name
        elif not self._open:
            return
        elif self._properties:
            self._say(self._open[-1], name, value)
        elif name == "r":
            self._hidden = False
        elif name == "t":
            self._letters = True
        elif name in _NOTES:
            self._open[-1].notes.append((_NOTES[name], attributes.get("id", "")))
        elif name in _SIGNS:
            self._add(_SIGNS[name])
        elif name == "br" and attributes.get("type", "textWrapping") == "textWrapping":
            self._add("\n")
        elif name == "sym":
            self._add(_sign(attributes.get("char", "")))

    def _say(self, paragraph: _Paragraph, name: str, value: str) -> None:
        """Hear a property of a paragraph or a run."""
        if self._properties == "rPr":
            if (name == "vanish" and value not in _OFF) or (name == "rStyle" and self._numbering.is_hidden(value)):
                self._hidden = True
        elif name == "pStyle":
            paragraph.style = value
        elif name == "numId":
            paragraph.list_id = value
        elif name == "ilvl":
            paragraph.level = number(value)

    def end(self, name: str) -> None:
        """An element ends."""
        if self._unseen:
            self._unseen -= 1
        elif name == self._properties:
            self._properties = ""
        elif name == "t":
            self._letters = False
        elif name == "r":
            self._hidden = False
        elif name == "p" and self._open:
            self._close(self._open.pop())

    def text(self, text: str) -> None:
        """A stretch of text."""
        if self._letters and not self._unseen and self._open:
            self._add(text)

    def _add(self, text: str) -> None:
        if self._hidden:
            self.left_out["hidden"] += 1
        else:
            self._open[-1].pieces.append(text)

    def _close(self, paragraph: _Paragraph) -> None:
        text = "".join(paragraph.pieces).strip()
        found = []
        if text or not paragraph.is_struck:  # an empty line of a list is counted
            label = self._numbering.label(paragraph.style, paragraph.list_id, paragraph.level)
            found += [f"{label}{text}"] if text else []
        for note in paragraph.notes:
            found += self._notes.by_id.pop(note, [])
        if self._open:
            self._behind += found
        else:
            self.paragraphs += found + self._behind
            self._behind = []


def _sign(code: str) -> str:
    """Return the character of a symbol; those of symbol fonts (private use) say nothing without their font."""
    try:
        character = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return "" if "\ue000" <= character <= "\uf8ff" else character
