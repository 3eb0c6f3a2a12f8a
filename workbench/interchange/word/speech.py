"""How the words of a version are said in a Word document: the language of its runs, the direction of its paragraphs."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, cast

from workbench.languages.knowledge import knowledge
from workbench.languages.tags import parse_tag
from workbench.model.document import Version

if TYPE_CHECKING:
    from docx.oxml.text.paragraph import CT_P
    from docx.oxml.text.run import CT_R

_LOOKED = 2000  # characters that tell how a version is written
_STRONG = ("L", "R", "AL")


@dataclass(frozen=True, slots=True)
class Speech:
    """The language of a version as Word calls it (`kk-KZ`), a font for it or "", and how it is written."""

    language: str
    font: str = ""
    wide: bool = False
    leftwards: bool = False

    def run(self, text: str, *, bold: bool = False) -> CT_R:
        """Return a run that says a text, which must be XML's."""
        from docx.oxml.ns import qn
        from docx.oxml.parser import OxmlElement

        run = cast("CT_R", OxmlElement("w:r"))
        properties = run.get_or_add_rPr()
        if self.font:
            fonts = OxmlElement("w:rFonts")
            fonts.set(qn("w:eastAsia"), self.font)
            fonts.set(qn("w:hint"), "eastAsia")
            properties.append(fonts)
        properties.extend(OxmlElement(name) for name in ("w:b", "w:bCs") if bold)
        if self.leftwards:
            properties.append(OxmlElement("w:rtl"))
        language = OxmlElement("w:lang")
        language.set(qn("w:val"), self.language)
        if self.wide:
            language.set(qn("w:eastAsia"), self.language)
        if self.leftwards:
            language.set(qn("w:bidi"), self.language)
        properties.append(language)
        if text.isprintable():
            run.add_t(text)
        else:
            run.text = text  # slower: a tab is an element of its own
        return run

    def paragraph(self, style: str = "") -> CT_P:
        """Return an empty paragraph of a style (its identifier) in the direction of the version."""
        from docx.oxml.parser import OxmlElement

        paragraph = cast("CT_P", OxmlElement("w:p"))
        properties = paragraph.get_or_add_pPr()
        if style:
            properties.style = style
        if self.leftwards:
            properties.append(OxmlElement("w:bidi"))
        return paragraph


def speech_of(version: Version) -> Speech:
    """Return how a version is said; a tag with a region of its own keeps it (`en-US`)."""
    first = islice(version.text.segments, _LOOKED)  # none is empty
    return speech(version.tag, "".join([segment.text for segment in first])[:_LOOKED])


def speech(name: str, sample: str) -> Speech:
    """Return how a text in the language of a tag is said, of which a sample is given."""
    known, tag = knowledge(name), parse_tag(name)
    own = "-".join(part for part in (tag.language, tag.script, tag.region) if part)
    counted = [unicodedata.bidirectional(character) for character in sample]
    strong = [kind for kind in counted if kind in _STRONG]
    return Speech(
        own if tag.region else known.locale or own,
        known.font,
        2 * sum(map(_is_wide, sample)) > len(sample),
        2 * strong.count("L") < len(strong),
    )


@lru_cache(maxsize=8192)
def _is_wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in ("W", "F")
