"""The second statement as files of every format, as a translator gets it."""

from __future__ import annotations

import io
from collections.abc import Callable

import docx as python_docx

from tests.interchange.documents_in.packages import odt
from tests.interchange.documents_in.pages import modern
from tests.interchange.documents_in.pdfs import pdf, typeset
from tests.interchange.documents_in.statement import STATEMENT, as_read


def as_docx(tag: str) -> bytes:
    """Return it as Word saves it: clauses are a numbered list, the title a heading."""
    document = python_docx.Document()
    for number, (clause, text) in enumerate(STATEMENT[tag]):
        document.add_paragraph(text, style="List Number" if clause else "Title" if number == 0 else None)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def as_odt(tag: str) -> bytes:
    """Return it as LibreOffice saves it."""
    style = (
        '<text:list-style style:name="L1"><text:list-level-style-number text:level="1" style:num-format="1" '
        'style:num-suffix="."/></text:list-style>'
    )
    body = "".join(
        f'<text:list text:style-name="L1" text:continue-numbering="true"><text:list-item><text:p>{text}</text:p>'
        "</text:list-item></text:list>"
        if clause
        else f"<text:p>{text}</text:p>"
        for clause, text in STATEMENT[tag]
    )
    return odt(body, style)


def as_html(tag: str) -> bytes:
    """Return it as the page of a ministry."""
    return modern(tag).encode()


def as_pdf(tag: str) -> bytes:
    """Return it as it is printed."""
    return pdf(typeset(as_read(tag), "2025"))


def as_text(tag: str) -> bytes:
    """Return it as plain text, Russian in windows-1251."""
    return "\n\n".join(as_read(tag)).encode("windows-1251" if tag == "ru" else "utf-8")


def as_markdown(tag: str) -> bytes:
    """Return it as Markdown: the title a heading, clauses a list."""
    title, *others = as_read(tag)
    return "\n\n".join((f"# {title}", *others)).encode()


SAVED: dict[str, Callable[[str], bytes]] = {
    "docx": as_docx,
    "odt": as_odt,
    "html": as_html,
    "pdf": as_pdf,
    "txt": as_text,
    "md": as_markdown,
}
