"""MHTML: pages that browsers save as one file."""

from __future__ import annotations

import base64
import quopri
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.interchange.documents_in.pages import modern
from tests.interchange.documents_in.saved import as_html
from tests.interchange.documents_in.statement import LANGUAGES, as_read
from workbench.interchange.documents.formats import format_of
from workbench.interchange.documents.reading import document_of
from workbench.model.errors import InputError, WorkbenchError

HEAD = (
    "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://example.org/\r\nSubject: Statement\r\nMIME-Version: 1.0\r\n"
    'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="----B"\r\n\r\n\r\n'
)


def letter(page: bytes, more: str = "", how: str = "quoted-printable") -> bytes:
    """Return a page as a browser saves it, with a picture beside it; `more` stands behind its type."""
    packed = quopri.encodestring(page) if how == "quoted-printable" else base64.encodebytes(page)
    return (
        f"{HEAD}------B\r\nContent-Type: text/html{more}\r\nContent-Transfer-Encoding: {how}\r\n\r\n".encode()
        + packed.replace(b"\n", b"\r\n")
        + b"\r\n------B\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n\r\n------B--\r\n"
    )


def paragraphs(content: bytes) -> list[str]:
    """Return the paragraphs that are read."""
    text = document_of(content, Path("a.mht")).text
    return [" ".join(segment.text for segment in text.segments[one.start : one.stop]) for one in text.paragraphs()]


@pytest.mark.parametrize("tag", LANGUAGES)
@pytest.mark.parametrize("how", ["quoted-printable", "base64"])
def test_the_article_of_the_page_is_read(tag: str, how: str) -> None:
    """As from HTML: labels before their clauses, no menus; whatever the file's name is."""
    content = letter(as_html(tag), how=how)
    assert format_of(content, "a.txt").NAME == "MHTML"
    assert paragraphs(content) == as_read(tag)


def test_its_encoding_may_stand_in_the_letter() -> None:
    """As old browsers wrote it."""
    page = modern("ru").replace('<meta charset="utf-8">', "").encode("windows-1251", "xmlcharrefreplace")
    assert paragraphs(letter(page, '; charset="windows-1251"')) == as_read("ru")


@pytest.mark.parametrize("content", [HEAD, f"{HEAD}------B\r\nContent-Type: image/png\r\n\r\nx\r\n------B--"])
def test_a_letter_without_a_page_is_refused(content: str) -> None:
    """With what to do."""
    with pytest.raises(InputError, match="no page in it — save the page again, as HTML"):
        document_of(content.encode(), Path("a.mht"))


def test_letters_within_letters_end() -> None:
    """One line, however deep they are."""
    inner = "".join(f"--{n}\r\nContent-Type: multipart/related; boundary={n + 1}\r\n\r\n" for n in range(3000))
    content = f"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=0\r\n\r\n{inner}".encode()
    with pytest.raises(InputError, match=r"a\.mht: "):
        document_of(content, Path("a.mht"))


@given(st.integers(0, 3000), st.binary(max_size=60), st.integers(0, 60))
def test_what_is_spoilt_is_read_or_refused(at: int, put: bytes, less: int) -> None:
    """Bytes in the place of others, anywhere; nothing but WorkbenchError is raised."""
    content = letter(as_html("en"))
    with suppress(WorkbenchError):
        document_of(content[:at] + put + content[at + less :], Path("a.mht"), tag="en")
