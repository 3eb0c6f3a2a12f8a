"""New Word documents, and files of them that are the same every time."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING, BinaryIO

from workbench.interchange.export import Export
from workbench.interchange.word.speech import Speech
from workbench.model.errors import UsageError
from workbench.model.terminal import plain

if TYPE_CHECKING:
    from docx.document import Document as WordDocument
    from docx.section import Section

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the first date that a ZIP file can hold
_FONT = "Times New Roman"
_OURS = Speech("en-GB")


def new_document(export: Export, title: str, size: float) -> WordDocument:
    """Return an empty Word document with the title and dates of an export, its letters `size` points high.

    Raises UsageError where python-docx is not installed.
    """
    try:
        import docx
    except ImportError:
        raise UsageError("python-docx is not installed — install it with: pip install '.[documents]'") from None
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    word = docx.Document()
    for name, points in (("Normal", size), ("Heading 1", 16.0)):
        style = word.styles[name]
        style.font.name, style.font.size = _FONT, Pt(points)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        # Theme fonts go before the others where both are there.
        for attribute in [key for key in fonts.attrib if key.endswith("Theme")]:
            del fonts.attrib[attribute]
        for script in ("w:ascii", "w:hAnsi", "w:cs"):
            fonts.set(qn(script), _FONT)
        style.font.color.rgb = RGBColor(0, 0, 0)
    word.styles["Normal"].paragraph_format.space_after = Pt(3)
    about = word.core_properties
    about.title, about.author, about.last_modified_by, about.comments = plain(title), "", "", ""
    about.created = about.modified = export.date.replace(tzinfo=None)
    about.revision = 1
    return word


def number_pages(section: Section, words: str) -> None:
    """Write some words and the number of the page, of how many, below each page."""
    from docx.oxml.ns import qn
    from docx.oxml.parser import OxmlElement

    paragraph = section.footer.paragraphs[0]._p
    paragraph.append(_OURS.run(f"{words}    " if words else ""))
    for name, before in (("PAGE", ""), ("NUMPAGES", " / ")):
        if before:
            paragraph.append(_OURS.run(before))
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), name)
        field.append(_OURS.run("1"))
        paragraph.append(field)


def save(word: WordDocument, out: BinaryIO) -> None:
    """Write a Word document; no entry of the archive has a time of its own."""
    held, same = io.BytesIO(), io.BytesIO()
    word.save(held)
    # Through memory: into a pipe an archive would be written in other bytes.
    with zipfile.ZipFile(held) as there, zipfile.ZipFile(same, "w", zipfile.ZIP_DEFLATED) as made:
        for name in there.namelist():
            made.writestr(zipfile.ZipInfo(name, _EPOCH), there.read(name), zipfile.ZIP_DEFLATED)
    out.write(same.getvalue())
