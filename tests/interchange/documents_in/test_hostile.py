"""What strangers send: each file ends in a sensible import or in one line, never in another exception, never on the disk."""

from __future__ import annotations

import io
import struct
import tracemalloc
import zipfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.interchange.documents_in.packages import abstract, docx, level, numbered, odt, packed, paragraph
from tests.interchange.documents_in.pages import modern
from tests.interchange.documents_in.pdfs import assembled, pdf, typeset
from tests.interchange.documents_in.statement import as_read
from workbench.interchange.documents import archive, html
from workbench.interchange.documents.reading import ReadDocument, document_of
from workbench.model.errors import InputError, WorkbenchError

DTD = '<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
FORMS = ("a.docx", "a.odt", "a.html", "a.md", "a.txt", "b.txt")  # PDF has tests of its own: it takes a process
ELEMENTS = ("w:p", "w:r", "w:t", "w:tbl", "w:del", "w:footnoteReference", "w:pPr", "w:numId", "w:br")
PARTS = ("word/document.xml", "word/numbering.xml", "word/styles.xml", "_rels/.rels", "word/footnotes.xml")
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


def read(content: bytes, name: str, tag: str | None = "en") -> ReadDocument:
    """Read a file of a name."""
    return document_of(content, Path(name), tag=tag)


def read_or_refuse(content: bytes, name: str) -> None:
    """Read a file, which may be refused in one line."""
    line = ""
    try:
        read(content, name)
    except WorkbenchError as error:
        line = str(error)
    assert "\n" not in line


def texts(document: ReadDocument) -> list[str]:
    """Return the segments."""
    return [segment.text for segment in document.text.segments]


@cache
def samples() -> dict[str, bytes]:
    """Return a good file of each format."""
    numbering = abstract(0, level(0, "decimal", "%1.")) + numbered(1, 0)
    notes = f'<w:footnote w:id="2">{paragraph("Note")}</w:footnote>'
    lines = "\n\n".join(as_read("ru"))
    return {
        "a.docx": docx("".join(paragraph(text, 1) for text in as_read("en")), numbering, footnotes=notes),
        "a.odt": odt("".join(f"<text:p>{text}</text:p>" for text in as_read("en")), styles="<office:styles/>"),
        "a.html": modern("kk").encode(),
        "a.pdf": pdf(typeset(as_read("ru"), "Head")),
        "a.md": f"# Head\n\n{lines}".encode(),
        "a.txt": lines.encode("windows-1251"),
        "b.txt": lines.encode("utf-16"),
    }


@pytest.mark.parametrize("name", FORMS)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_file_that_is_cut_off_is_read_or_refused(name: str, data: st.DataObject) -> None:
    """At any byte: no other exception than the one that is meant for users."""
    content = samples()[name]
    end = data.draw(st.integers(0, len(content) - 1))
    read_or_refuse(content[:end], name)


@pytest.mark.parametrize("name", FORMS)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_a_file_with_wrong_bytes_is_read_or_refused(name: str, data: st.DataObject) -> None:
    """A few bytes in the middle are others."""
    content = bytearray(samples()[name])
    for _ in range(data.draw(st.integers(1, 8))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    read_or_refuse(bytes(content), name)


@settings(max_examples=60, deadline=None)
@given(
    st.binary(max_size=300),
    st.sampled_from(["", "PK\x03\x04", "<html>", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"]),
)
def test_junk_is_read_or_refused(content: bytes, beginning: str) -> None:
    """Bytes of any kind behind the beginning of any format."""
    for suffix in (".docx", ".odt", ".html", ".md", ".txt", ""):
        read_or_refuse(beginning.encode("latin-1") + content, f"a{suffix}")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(ELEMENTS), max_size=30))
def test_elements_in_any_order_are_read_or_refused(names: list[str]) -> None:
    """A DOCX that no program wrote: what is meant to stand outside stands inside."""
    body = "".join(f'<{name} w:val="1" w:id="2">x' for name in names) + "".join(
        f"</{name}>" for name in reversed(names)
    )
    read_or_refuse(docx(body, abstract(0, level(0, "decimal", "%1.")) + numbered(1, 0)), "a.docx")


@pytest.mark.parametrize("dtd", [DTD, OUTSIDE])
@pytest.mark.parametrize("part", PARTS)
def test_entities_in_a_docx_are_refused(part: str, dtd: str) -> None:
    """No part may have a DTD, whether it bombs or reaches for a file."""
    with zipfile.ZipFile(io.BytesIO(docx(paragraph("x"), " ", " ", footnotes=" "))) as good:
        members: dict[str, str | bytes] = {name: good.read(name) for name in good.namelist()}
    members[part] = dtd.encode() + bytes(members[part])
    with pytest.raises(InputError, match="a DTD in it"):
        read(packed(members), "a.docx")


@pytest.mark.parametrize("dtd", [DTD, OUTSIDE])
@pytest.mark.parametrize("part", ["content.xml", "styles.xml"])
def test_entities_in_an_odt_are_refused(part: str, dtd: str) -> None:
    """As in a DOCX, in UTF-16 too, where the letters of DOCTYPE do not stand side by side."""
    with zipfile.ZipFile(io.BytesIO(odt("<text:p>x</text:p>", styles=" "))) as good:
        members: dict[str, str | bytes] = {name: good.read(name) for name in good.namelist()}
    hostile = '<?xml version="1.0" encoding="utf-16"?>' + dtd + bytes(members[part]).decode()
    members[part] = hostile.encode("utf-16")
    with pytest.raises(InputError, match="a DTD in it"):
        read(packed(members), "a.odt")


def test_entities_in_html_are_not_opened() -> None:
    """A page may have a DOCTYPE; what it declares is not looked at."""
    found = read(f"{OUTSIDE}<html><p>The Parties &a; agree.</p></html>".encode(), "a.html")
    assert "root:" not in "".join(texts(found))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.docx", docx("<w:sdt>" * 10_000 + paragraph("x") + "</w:sdt>" * 10_000)),
        ("a.odt", odt("<text:section>" * 10_000 + "<text:p>x</text:p>" + "</text:section>" * 10_000)),
        ("a.html", b"<html>" + b"<div>" * 10_000 + b"x" + b"</div>" * 10_000),
    ],
)
def test_ten_thousand_elements_within_each_other_are_refused(name: str, content: bytes) -> None:
    """And nothing recurses into them."""
    with pytest.raises(InputError, match="within each other"):
        read(content, name)


def test_markdown_within_markdown_is_read() -> None:
    """Lists within lists, and no further than anybody writes."""
    assert texts(read("\n".join(f"{'  ' * depth}- x" for depth in range(30)).encode(), "a.md")) == ["x"] * 30
    with pytest.raises(InputError, match="within each other"):
        read(b"> " * 10_000 + b"x", "a.md")


@pytest.mark.parametrize("name", ["a.docx", "a.odt"])
def test_a_bomb_is_refused_by_what_comes_out_of_it(name: str) -> None:
    """300 MB of spaces in 300 kB; memory stays within what is allowed."""
    blank = b" " * (300 * 1024 * 1024)
    part, frame = ("word/document.xml", docx) if name == "a.docx" else ("content.xml", odt)
    with zipfile.ZipFile(io.BytesIO(frame(""))) as good:
        members: dict[str, str | bytes] = {one: good.read(one) for one in good.namelist()}
    members[part] = blank
    content = packed(members)
    del blank, members
    tracemalloc.start()
    with pytest.raises(InputError, match=r"grows without end|of text in it"):
        read(content, name)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 3 * archive.MOST


def test_many_parts_count_together(monkeypatch: pytest.MonkeyPatch) -> None:
    """The limit is that of the document, not of each part."""
    monkeypatch.setattr(archive, "MOST", 3000)
    whole = " ".join(f"clause{number}" for number in range(200))
    content = docx(paragraph(whole), footnotes=f'<w:footnote w:id="2">{paragraph(whole)}</w:footnote>')
    with pytest.raises(InputError, match="of text in it"):
        read(content, "a.docx")


def test_a_file_of_millions_of_files_is_refused() -> None:
    """Their table alone would fill the memory."""
    content = packed({"word/document.xml": "x"}) + b"PK\x01\x02" * 30_000
    with pytest.raises(InputError, match="files in it"):
        read(content, "a.docx")


def test_a_header_that_promises_ten_gigabytes_is_not_believed() -> None:
    """The sizes in the directory of a ZIP file are words; no memory is taken for them."""
    content = bytearray(docx(paragraph("The Parties agree.")))
    at = content.find(b"PK\x01\x02")
    while at >= 0:
        struct.pack_into("<I", content, at + 24, 0xFFFFFFF0)
        at = content.find(b"PK\x01\x02", at + 4)
    tracemalloc.start()
    found = read(bytes(content), "a.docx")
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert texts(found) == ["The Parties agree."]
    assert peak < 8 * 1024 * 1024


def test_members_with_paths_are_never_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`../../x`, `/x` and the like are names in a table; a relation may name one and gets nothing else."""
    inside = tmp_path / "a" / "b"
    inside.mkdir(parents=True)
    monkeypatch.chdir(inside)
    relations = '<Relationships><Relationship Type="x/officeDocument" Target="../../../../etc/passwd"/></Relationships>'
    members: dict[str, str | bytes] = {
        "_rels/.rels": relations,
        "../../evil.txt": "x",
        "/evil.txt": "x",
        "word/document.xml": "x",
    }
    with pytest.raises(InputError, match="no text of Word"):
        read(packed(members), "a.docx")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []


@pytest.mark.parametrize(
    ("content", "name", "words"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "a.doc", "save it as DOCX"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "a.docx", "it is encrypted"),
        (b"{\\rtf1\\ansi The Parties agree.}", "a.rtf", "save it as DOCX"),
        (packed({"xl/workbook.xml": "x"}), "a.zip", "neither DOCX nor ODT"),
        (packed({"xl/workbook.xml": "x"}), "a.docx", "neither DOCX nor ODT"),
        (packed({"mimetype": "application/vnd.oasis.opendocument.spreadsheet"}), "a.ods", "save it as XLSX or CSV"),
        (b"PK\x05\x06" + b"\0" * 18, "a.zip", "an empty ZIP file"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "a.png", "a picture"),
        (b"", "a.docx", "no text in it"),
        (b"", "a.txt", "no text in it"),
        (b" \n\n ", "a.html", "no text in it"),
        (b"<html><script>x</script></html>", "a.html", "no text in it"),
        (docx(""), "a.docx", "no text in it"),
        (odt(""), "a.odt", "no text in it"),
        (b"The Parties agree.", "a.docx", "no DOCX by its content"),
        (b"The Parties agree.", "a.pdf", "no PDF by its content"),
        (b"%PDF-1.7\nThe Parties agree.", "a.pdf", "broken"),
        (bytes(range(256)) * 20, "a.bin", "this is no text"),
        (b"The Parties\x1b[2J agree.", "a.txt", "U+001B"),
        (b"The Parties\0 agree.", "a.txt", "this is no text"),
        (b"The Parties\x07 agree.", "a.md", "U+0007"),
    ],
    ids=map(str, range(21)),
)
def test_what_is_no_document_is_one_line(content: bytes, name: str, words: str) -> None:
    """The line says what the file is, or what to do."""
    with pytest.raises(InputError) as raised:
        read(content, name)
    assert words in str(raised.value)
    assert "\n" not in str(raised.value)


def test_an_encrypted_pdf_is_refused() -> None:
    """pdfium asks for a password; nobody is there to say it."""
    encrypted = {
        1: b"<< /Type /Catalog /Pages 2 0 R >>",
        2: b"<< /Type /Pages /Count 0 /Kids [] >>",
        3: b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"11" * 32 + b"> /U <" + b"22" * 32 + b"> >>",
    }
    content = assembled(encrypted).replace(b"/Root 1 0 R", b"/Root 1 0 R /Encrypt 3 0 R /ID [<00> <00>]")
    with pytest.raises(InputError, match="it is encrypted"):
        read(content, "a.pdf")


def test_a_pdf_of_a_billion_pages_ends() -> None:
    """`/Count` is a word too."""
    pages = {1: b"<< /Type /Catalog /Pages 2 0 R >>", 2: b"<< /Type /Pages /Count 1000000000 /Kids [] >>"}
    with pytest.raises(InputError):
        read(assembled(pages), "a.pdf")


def test_controls_within_other_formats_go_and_are_said() -> None:
    """What cannot be seen in a word processor cannot be taken out there; terminal escapes among it."""
    found = read("<html><p>The \x1b[2JParties\x07 agree.\x85</p></html>".encode(), "a.html")
    assert texts(found) == ["The [2JParties agree."]
    assert found.left_out[-1] == "2 control characters"


@pytest.mark.parametrize("control", ["\x01", "\x0c", "\x1b", "\ufffe", "&#1;", "&#11;", "&#xFFFF;"])
def test_a_control_behind_what_is_taken_out_of_a_page_goes_too(control: str) -> None:
    """The text behind a menu is moved, which lxml refuses where it has controls in it, as themselves or by their numbers."""
    page = f"<html><nav>Menu</nav>The {control}Parties agree.<p>They met in Chengdu.</p></html>"
    assert texts(read(page.encode(), "a.html")) == ["The Parties agree.", "They met in Chengdu."]


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r", "mixed"])
def test_line_ends_of_any_kind_are_read_alike(ends: str) -> None:
    """Unix, Windows, old Macintosh, and all of them in one file."""
    text = (
        "1. One.\r\n\r\n2. Two.\n\n3. Three.\r\r4. Four." if ends == "mixed" else ends.join(["1. One.", "", "2. Two."])
    )
    assert texts(read(text.encode(), "a.txt"))[:2] == ["1. One.", "2. Two."]


def test_more_text_than_is_held_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    """One line, for plain text and for pages."""
    monkeypatch.setattr("workbench.interchange.documents.reading.MOST", 1000)
    monkeypatch.setattr(html, "MOST", 1000)
    for name, content in (("a.txt", b"Text. " * 300), ("a.html", b"<html>" + b"<p>Text. " * 300)):
        with pytest.raises(InputError, match="more than"):
            read(content, name)


@pytest.mark.parametrize(
    "make",
    [
        lambda count: ("a.txt", b"The Parties agree. " * count),
        lambda count: ("a.txt", b"The Parties agree.\n" * count),
        lambda count: ("a.txt", b"x" * 20 * count),
        lambda count: ("a.txt", b"wo-\n" * 5 * count),
        lambda count: ("a.md", b"1. The Parties agree.\n" * count),
        lambda count: ("a.md", b"*a_" * count),
        lambda count: ("a.md", b"[" * count),
        lambda count: ("a.html", b"<html>" + b"<p>The Parties" * count),
        lambda count: ("a.html", b"<html>" + b"<ol><li>x</ol>" * count),
        lambda count: ("a.html", b"<" * count),
        lambda count: ("a.docx", docx(paragraph("The Parties agree.", 1) * count, abstract(0) + numbered(1, 0))),
    ],
)
def test_time_grows_as_the_file_does(make: Callable[[int], tuple[str, bytes]]) -> None:
    """Four times as much is read within far less than sixteen times the steps; steps are counted, not seconds."""
    assert _steps(*make(800)) < 8 * _steps(*make(200)) + 20_000


def _steps(name: str, content: bytes) -> int:
    """Return how many lines of Python a file takes."""
    import sys

    count = 0

    def trace(frame: object, event: str, arg: object) -> object:
        nonlocal count
        count += 1
        return trace

    sys.settrace(trace)
    try:
        read(content, name)
    except WorkbenchError:
        pass
    finally:
        sys.settrace(None)
    return count
