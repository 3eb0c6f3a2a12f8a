"""XLSX: the table as a workbook; what is packed to burst or promises too much is refused."""

from __future__ import annotations

import csv as standard
import io
import re
import shutil
import subprocess
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings

from tests.interchange.drawn import documents, exported, imported, segments, taken
from tests.interchange.showing import pdf_text, printed
from tests.interchange.test_tables import held, small, told, without_crossings
from workbench.interchange import csv, xlsx
from workbench.interchange.documents_of import document_of
from workbench.model.document import Document, Version
from workbench.model.errors import InputError, NotFoundError
from workbench.model.ladder import ladder_of
from workbench.model.segment import text_of_paragraphs


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file to write in."""
    return tmp_path_factory.mktemp("xlsx") / "d.xlsx"


@settings(max_examples=30, deadline=None)
@given(documents())
def test_rows_come_back_equal(path: Path, document: Document) -> None:
    """The segments of each version in each row, their statuses and their notes."""
    document = without_crossings(document)
    found = imported(xlsx, path, exported(xlsx, document))
    assert held(found) == held(document)
    assert told(found) == told(document)


def pair(*texts: str) -> Document:
    """Return a document of one paragraph, the same in two versions."""
    versions = {tag: Version(tag, text_of_paragraphs([texts])) for tag in ("en", "kk")}
    return Document("d", "en", versions=versions, ladders={"kk": ladder_of([(1, 1)] * len(texts))})


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        '=HYPERLINK("http://x","六国")',
        "#N/A",
        "-1",
        "4",
        "2024-12-01",
        "TRUE",
        "_x0041_",
        "_x000D_",
        "_x005F_x0041_",
    ],
)
def test_a_text_is_a_text(path: Path, text: str) -> None:
    """No formula, no error value, no number, no escape: what the cell holds is typed as text and comes back."""
    content = exported(xlsx, pair(text))
    sheet = openpyxl.load_workbook(io.BytesIO(content)).active
    assert {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value is not None} == {"s"}
    assert segments(imported(xlsx, path, content))["kk"] == (text,)


def test_the_same_bytes_every_time(statement: Document) -> None:
    """An export is reproducible: the dates in the archive are the document's."""
    content = exported(xlsx, statement)
    assert content == exported(xlsx, statement)
    dates = {part.date_time[:3] for part in zipfile.ZipFile(io.BytesIO(content)).infolist()}
    assert dates == {(2024, 12, 1)}


def test_the_statement_comes_back(statement: Document, path: Path) -> None:
    """Row by row in eight languages."""
    assert held(imported(xlsx, path, exported(xlsx, statement))) == held(statement)


def test_workbooks_of_other_programs_are_read(path: Path) -> None:
    """Shared strings, numbers, empty cells at the ends of rows, blank rows, a second sheet."""
    book = openpyxl.Workbook()
    sheet = book.active
    for row in (["EN", "zh_CN", "Remark"], ["six countries", "六国"], [], ["2024", 2024.0, None], ["=A1", "峰会"]):
        sheet.append(row)
    book.create_sheet("Other").append(["nothing"])
    book.save(path)
    incoming = xlsx.read(path)
    assert [(unit.line, [one.segments for one in unit.wordings.values()]) for unit in incoming.units] == [
        (2, [("six countries",), ("六国",)]),
        (4, [("2024",), ("2024",)]),
        (5, [("峰会",)]),  # nobody has worked the formula out
    ]


def changed(part: str, old: bytes, new: bytes) -> bytes:
    """Return a workbook in one part of which something stands in another's place."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(exported(xlsx, small()))) as archive, zipfile.ZipFile(out, "w") as target:
        for info in archive.infolist():
            content = archive.read(info)
            if info.filename == part:
                assert old in content
                content = content.replace(old, new)
            target.writestr(info, content)
    return out.getvalue()


SHEET = "xl/worksheets/sheet1.xml"
STRINGS = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


RUNS = "<r><rPr><b/></rPr><t>Тараптар </t></r><r><t xml:space='preserve'>келіседі</t></r><rPh sb='0' eb='1'><t>PH</t></rPh>"


@pytest.mark.parametrize(
    ("inside", "unread"),
    [
        (RUNS, ""),
        (RUNS.replace("<t>Тараптар </t>", "<t>Тараптар <b>алты ел</b> пен</t>"), "алты ел пен"),
        (RUNS.replace("<t>Тараптар </t>", "<q><t>алты ел</t></q>"), "алты ел"),
        (f"алты{RUNS}ел", "алты ел"),
        ("<t>алты</t><t>ел</t>", "алты"),
    ],
    ids=["sound", "in a text", "in a run", "beside runs", "two texts"],
)
@pytest.mark.parametrize("shared", [True, False])
def test_text_that_no_cell_has_is_told(inside: str, unread: str, shared: bool, path: Path) -> None:
    """In elements of rich text where none stands: with its row in a cell, without one in the strings that sheets share."""
    cell = 's"><v>0</v>' if shared else f'inlineStr"><is>{inside}</is>'
    head = '<row r="1"><c r="A1" t="inlineStr"><is><t>kk</t></is></c></row>'
    sheet = (
        f'<worksheet xmlns="{MAIN}"><sheetData>{head}<row r="2"><c r="A2" t="{cell}</c></row></sheetData></worksheet>'
    )
    book = openpyxl.Workbook()
    book.active.append(["алты ел"])
    book.save(path)
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()} | {SHEET: sheet.encode()}
    if shared:
        members["xl/sharedStrings.xml"] = f'<sst xmlns="{MAIN}"><si>{inside}</si></sst>'.encode()
        override = b'<Override PartName="/xl/sharedStrings.xml" ContentType="%s"/></Types>' % STRINGS
        members["[Content_Types].xml"] = members["[Content_Types].xml"].replace(b"</Types>", override)
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    incoming = xlsx.read(path)
    assert len(list(incoming.units)) == 1
    place = f"{path}" if shared else f"{path}:2"
    assert incoming.warnings == ([f"{place}: text where no cell has it is not read: {unread!r}"] if unread else [])


def test_a_size_that_is_promised_is_not_believed(path: Path) -> None:
    """A sheet that says it has seventeen thousand million cells is read as what it has."""
    content = changed(SHEET, b"<sheetData>", b'<dimension ref="A1:XFD1048576"/><sheetData>')
    assert held(imported(xlsx, path, content)) == held(small())


def test_rows_that_no_sheet_has_are_refused(path: Path) -> None:
    """A row of number ten thousand million would be waited for for hours."""
    with pytest.raises(InputError, match="more rows than a sheet has"):
        imported(xlsx, path, changed(SHEET, b'<row r="3"', b'<row r="10000000000"'))


def test_what_is_packed_to_burst_is_not_unpacked(path: Path) -> None:
    """Eighty megabytes of nothing in eighty kilobytes."""
    content = changed(SHEET, b"<sheetData>", b"<sheetData>" + b" " * 80_000_000)
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for info in archive.infolist():
            target.writestr(info.filename, archive.read(info))
    assert len(out.getvalue()) < 1_000_000
    with pytest.raises(InputError, match="packed to burst"):
        imported(xlsx, path, out.getvalue())


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "[Content_Types].xml", "_rels/.rels"])
def test_entities_are_refused(path: Path, part: str) -> None:
    """In whatever part they are declared."""
    doctype = b'<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    with zipfile.ZipFile(io.BytesIO(exported(xlsx, small()))) as archive:
        whole = archive.read(part)
    declaration = re.match(rb"(<\?xml.*?\?>)?", whole)
    assert declaration is not None
    content = changed(part, whole, declaration[0] + doctype + whole[declaration.end() :])
    with pytest.raises(InputError, match="DOCTYPE"):
        imported(xlsx, path, content)


def test_path_tricks_write_nothing(path: Path, tmp_path: Path) -> None:
    """Parts are read by their names, never put anywhere."""
    out = io.BytesIO(exported(xlsx, small()))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("../../../escaped.xml", "<x/>")
        archive.writestr("/escaped.xml", "<x/>")
    assert held(imported(xlsx, path, out.getvalue())) == held(small())
    assert not list(path.parent.parent.rglob("escaped.xml"))


def test_a_workbook_cut_off_anywhere_is_refused(path: Path) -> None:
    """Its directory stands at the end."""
    content = exported(xlsx, small())
    for end in range(0, len(content) - 1, 97):
        with pytest.raises(InputError) as caught:
            imported(xlsx, path, content[:end])
        assert "\n" not in str(caught.value)


@pytest.mark.parametrize("part", [SHEET, "xl/workbook.xml", "xl/styles.xml", "[Content_Types].xml"])
def test_a_part_cut_off_anywhere_is_refused_or_read(path: Path, part: str) -> None:
    """In one line, whatever openpyxl says of it."""
    with zipfile.ZipFile(io.BytesIO(exported(xlsx, small()))) as archive:
        whole = archive.read(part)
    for end in range(0, len(whole), max(1, len(whole) // 20)):
        found = taken(xlsx, path, changed(part, whole, whole[:end]))
        assert found is None or held(found) == held(small())


def test_a_text_too_long_for_a_cell_is_refused() -> None:
    """Excel's cells end at 32,767 characters: nothing is cut off in silence."""
    with pytest.raises(InputError, match="more than 32767 characters in a cell of row 2"):
        exported(xlsx, pair("六" * 32_768))


def test_a_control_is_refused() -> None:
    """XML knows none."""
    with pytest.raises(InputError, match=r"U\+0007 in row 2"):
        exported(
            xlsx,
            replace(pair("x"), versions={tag: Version(tag, text_of_paragraphs([["a\x07"]])) for tag in ("en", "kk")}),
        )


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    """It is not found, and its name is said."""
    with pytest.raises(NotFoundError, match=r"none\.xlsx"):
        xlsx.read(tmp_path / "none.xlsx")


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_libreoffice_shows_texts(statement: Document, tmp_path: Path) -> None:
    """LibreOffice opens the workbook and saves it as CSV: every cell is there, what looks like a formula as it is written."""
    content = exported(xlsx, pair("=1+1", "+7 (727) 272-02-03", "@here", "_x0041_"))
    (tmp_path / "small.xlsx").write_bytes(content)
    (tmp_path / "statement.xlsx").write_bytes(exported(xlsx, statement))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    form = "csv:Text - txt - csv (StarCalc):44,34,76"  # commas, double quotes, UTF-8
    command = [
        "soffice",
        profile,
        "--headless",
        "--convert-to",
        form,
        "--outdir",
        str(tmp_path),
        "small.xlsx",
        "statement.xlsx",
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=300, cwd=tmp_path)
    rows = list(standard.reader((tmp_path / "small.csv").open(encoding="utf-8", newline="")))
    assert [row[2] for row in rows[1:]] == ["=1+1", "+7 (727) 272-02-03", "@here", "_x0041_"]
    assert held(document_of(csv.read(tmp_path / "statement.csv"), "d")) == held(statement)


def test_it_is_printed_whole(statement: Document, path: Path) -> None:
    """LibreOffice makes few A3 pages of it, on which every segment of eight versions stands, and on each the headers."""
    path.write_bytes(exported(xlsx, statement))
    said = pdf_text(printed(path))
    pages = said.removesuffix("\f").split("\f")
    assert len(pages) < 15
    assert all("clause" in page.lstrip().splitlines()[0] for page in pages)
    # Letters by how often they come: lines of neighbouring columns are mixed in a PDF's text.
    letters = Counter(said)
    for version in statement.versions.values():
        wanted = Counter("".join(segment.text for segment in version.text.segments))
        assert all(letters[letter] >= count for letter, count in wanted.items() if not letter.isspace())


def test_rows_are_as_tall_as_their_texts(path: Path) -> None:
    """The key takes two lines, wide signs two places each, ten thousand letters a wide column; lines touch no edge."""
    path.write_bytes(exported(xlsx, pair("Text.", "各方" * 60, "word " * 2000)))
    sheet = openpyxl.load_workbook(path).active
    assert [sheet.row_dimensions[row].height for row in (2, 3)] == [33, 48]
    assert sheet.row_dimensions[4].height == 409
    assert (sheet.column_dimensions["C"].width, sheet.freeze_panes) == (120, "C2")
    assert (sheet.page_setup.orientation, sheet.print_title_rows) == ("landscape", "$1:$1")
