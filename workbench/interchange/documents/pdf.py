"""PDF with a text layer: lines joined to paragraphs, without running heads and page numbers."""

from __future__ import annotations

from workbench.interchange.documents.content import Content, counted
from workbench.model.errors import InputError

NAME = "PDF"
SUFFIXES = (".pdf",)
ORDER = 10
_UNREADABLE = 0.3  # share of signs that say no letter


def recognises(content: bytes, suffix: str) -> bool:  # noqa: ARG001
    """Return whether the file says near its beginning that it is one."""
    return b"%PDF-" in content[:1024]


def read(content: bytes, path: str, encoding: str | None) -> Content:  # noqa: ARG001
    """Return the paragraphs of all pages, footnotes behind the paragraph that goes over the end of their page.

    Raises InputError for a PDF that is broken or encrypted, that has no text layer, and where pypdfium2 is not installed.
    """
    from workbench.interchange.documents.pdf_heads import without_heads
    from workbench.interchange.documents.pdf_layout import paragraphs
    from workbench.interchange.documents.pdf_process import pages

    found = pages(content, path)
    text = "".join(line.text for page in found for line in page.lines)
    if not text:
        raise InputError(
            "no text layer in it: its pages are pictures",
            path=path,
            advice="have the text recognised (OCR), and name the file of that",
        )
    if sum(map(_says_nothing, text)) > _UNREADABLE * len(text):
        raise InputError(
            "its fonts do not say which letters they hold",
            path=path,
            advice="have the text recognised (OCR), as of pictures",
        )
    bodies = without_heads(found)
    return Content(
        tuple(paragraphs(bodies.pages, min(page.width for page in found))),
        (
            *counted(bodies.heads, "running head", "running heads"),
            *counted(bodies.numbers, "page number", "page numbers"),
        ),
    )


def _says_nothing(sign: str) -> bool:
    return sign == "\ufffd" or "\ue000" <= sign <= "\uf8ff" or sign < " "
