"""Plain text: a paragraph a line, or blank lines between paragraphs."""

from __future__ import annotations

from workbench.interchange.documents.content import Content
from workbench.interchange.documents.encodings import decoded
from workbench.languages.paragraphs import plain_paragraphs
from workbench.workspace.bytes import check_controls

NAME = "plain text"
SUFFIXES = (".txt", ".text")
ORDER = 100  # anything may be plain text

# What other programs end a line with, a page (pdftotext) and a paragraph.
_LINE_ENDS = str.maketrans({"\r": "\n", "\x0b": "\n", "\x0c": "\n", "\x85": "\n", "\u2028": "\n", "\u2029": "\n\n"})


def recognises(content: bytes, suffix: str) -> bool:  # noqa: ARG001
    """Return True: what is nothing else is read as text, and refused there where it is none."""
    return True


def read(content: bytes, path: str, encoding: str | None) -> Content:
    """Return the paragraphs; raise EncodingError where the bytes are no text, InputError for controls in it."""
    text, name = decoded(content, path, encoding)
    text = text.replace("\r\n", "\n").translate(_LINE_ENDS)
    check_controls(text, path)
    return Content(plain_paragraphs(text), encoding=name)
