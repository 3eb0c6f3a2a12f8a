"""A file of a document, of whatever format, to the segments of a version."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from workbench.alignment.recognition import recognised_language
from workbench.interchange.documents.archive import MOST
from workbench.interchange.documents.content import counted
from workbench.interchange.documents.encodings import decoded
from workbench.interchange.documents.formats import format_of
from workbench.interchange.documents.hyphens import mended
from workbench.languages.knowledge import knowledge
from workbench.languages.labels import labels
from workbench.languages.paragraphs import segment_paragraphs
from workbench.model.errors import InputError
from workbench.model.segment import Text, parse_text, text_of_paragraphs
from workbench.model.text import normalised
from workbench.workspace.bytes import check_controls, read_bytes

MOST_OF_A_FILE = 4 * MOST  # bytes: pictures in a document are not read, but they are there
_BREAKS = re.compile("[\x0b\x0c\u2028\u2029]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class ReadDocument:
    """What was understood of a file.

    `format` is its name as messages say it, `encoding` what its bytes were read as ("" where the format itself says it),
    `tag` its language, and whether that was `recognised` or said; `text` its segments in paragraphs, `left_out` what of the
    file is not in it, in words.
    """

    path: Path
    format: str
    encoding: str
    tag: str
    recognised: bool
    text: Text
    left_out: tuple[str, ...] = ()

    def labels(self) -> tuple[str, ...]:
        """Return the labels of the text as they are written, in order."""
        found = labels((segment.text for segment in self.text.segments), knowledge(self.tag))
        return tuple(label.written for label in found if label is not None)


def read_document(path: Path, encoding: str | None = None, tag: str | None = None) -> ReadDocument:
    """Return what a file says, cut into paragraphs and sentences.

    `encoding` None lets bytes be recognised, `tag` None the language. Raises NotFoundError, and InputError and its kin for
    what is broken, encrypted, hostile or without text, and where encoding or language are not sure.
    """
    content = read_bytes(path, MOST_OF_A_FILE)
    return document_of(content, path, encoding, tag)


def document_of(content: bytes, path: Path, encoding: str | None = None, tag: str | None = None) -> ReadDocument:
    """Return what the content of a file says; see `read_document` for what is given and raised."""
    name = str(path)
    if not content.strip():
        raise InputError("no text in it", path=name, advice="name a file with a text")
    form = format_of(content, name)
    read = form.read(content, name, encoding)
    if sum(map(len, read.paragraphs)) > MOST:
        raise InputError(
            f"more than {MOST // 1024 // 1024} MB of text in it", path=name, advice="cut it into smaller ones"
        )
    controls = sum(len(_CONTROLS.findall(paragraph)) for paragraph in read.paragraphs)
    paragraphs = [_CONTROLS.sub("", _BREAKS.sub("\n", paragraph)) for paragraph in read.paragraphs]
    if not any(map(str.strip, paragraphs)):
        raise InputError("no text in it", path=name, advice="name a file with a text")
    language = tag or _language(paragraphs, name)
    text = text_of_paragraphs(segment_paragraphs(mended(paragraphs, language), knowledge(language)))
    left_out = (*read.notes, *counted(controls, "control character", "control characters"))
    return ReadDocument(path, form.NAME, read.encoding, language, tag is None, text, left_out)


def read_segmented(path: Path, encoding: str | None = None, tag: str | None = None) -> ReadDocument:
    """Return a text that holds one segment a line already, blank lines between paragraphs; raises what `read_document` raises."""
    name = str(path)
    content, said = decoded(read_bytes(path, MOST), name, encoding)
    content = content.replace("\r\n", "\n").replace("\r", "\n")
    check_controls(content, name)
    lines = parse_text(content)
    segments = lines.segments
    paragraphs = [[normalised(segments[index].text) for index in paragraph] for paragraph in lines.paragraphs()]
    if not paragraphs:
        raise InputError("no text in it", path=name, advice="name a file with a text")
    language = tag or _language([segment.text for segment in segments], name)
    return ReadDocument(path, "segmented text", said, language, tag is None, text_of_paragraphs(paragraphs))


def _language(paragraphs: list[str], path: str) -> str:
    tag = recognised_language(paragraphs)
    if tag is None:
        raise InputError(
            "its language is not sure from its words", path=path, advice=f"say it: write LANG=FILE, such as en={path}"
        )
    return tag
