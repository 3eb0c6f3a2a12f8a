"""CSV and TSV: a row a row, a column a version; no text becomes a formula."""

from __future__ import annotations

import csv as standard
import io
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.interchange.drawn import documents, exported, imported, segments, taken
from workbench.interchange import csv, tsv
from workbench.interchange.delimited import protected, unprotected
from workbench.interchange.documents_of import document_of
from workbench.interchange.export import Exporter
from workbench.interchange.incoming import Importer
from workbench.model.document import Document, Version
from workbench.model.errors import InputError
from workbench.model.ladder import BeadStatus, ladder_of
from workbench.model.row import Rows
from workbench.model.segment import text_of_paragraphs


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file to write in."""
    return tmp_path_factory.mktemp("tables") / "d.csv"


def held(document: Document) -> list[dict[str, tuple[str, ...]]]:
    """Return what a table holds of a document: the segments of each version in each row."""
    return [
        {
            tag: tuple(version.segments()[index] for index in row.segments(tag, document.pivot))
            for tag, version in document.versions.items()
        }
        for row in Rows(document)
    ]


def told(document: Document) -> list[dict[str, tuple[BeadStatus, str]]]:
    """Return the least status and the notes of each version in each row where it has text."""
    order = list(BeadStatus)
    return [
        {
            tag: (
                min((span.bead.status for span in cell.spans), key=order.index),
                " ".join(" ".join(span.bead.note for span in cell.spans).split()),
            )
            for tag, cell in row.cells.items()
            if cell.segments
        }
        for row in Rows(document)
    ]


@pytest.mark.parametrize("table", [csv, tsv])
@settings(max_examples=50)
@given(drawn=documents())
def test_rows_come_back_equal(table: Importer, path: Path, drawn: Document) -> None:
    """The segments of each version in each row, their statuses and their notes."""
    assert hasattr(table, "write")
    drawn = without_crossings(drawn)
    document = imported(table, path, exported(table, drawn))
    expected = [{tag: texts for tag, texts in row.items() if tag in document.versions} for row in held(drawn)]
    assert held(document) == expected
    assert told(document) == told(replace(drawn, versions={tag: drawn.versions[tag] for tag in document.versions}))


def without_crossings(document: Document) -> Document:
    """Return a document without the marks that no table holds."""
    for tag, ladder in document.ladders.items():
        beads = tuple(replace(bead, mark="", digest="") for bead in ladder.beads)
        document = document.with_ladder(tag, type(ladder)(beads))
    return document


@given(st.text())
@example("'=1")
@example("''")
@example(" =1")
def test_protection_is_taken_off_again(text: str) -> None:
    """Also of texts that begin with an apostrophe themselves."""
    assert unprotected(protected(text)) == text


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@x", "\t=1", "\rx", " =1", "＝1", "'=1", '=HYPERLINK("http://x","六国")']
)
def test_no_cell_begins_as_a_formula_does(text: str, path: Path) -> None:
    """What a spreadsheet would run begins with an apostrophe."""
    assert protected(text) == f"'{text}"


def small() -> Document:
    """Return a document of two rows, the second in two paragraphs, the first in two segments."""
    versions = {
        "en": Version("en", text_of_paragraphs([["1. Six countries.", "All agreed."], ["2. Trade."]])),
        "zh": Version("zh", text_of_paragraphs([["一、六国。各方同意。"], ["二、贸易。"]])),
    }
    return Document("d", "en", versions=versions, ladders={"zh": ladder_of([(2, 1), (1, 1)])})


def test_a_table_is_what_a_spreadsheet_reads() -> None:
    """A mark for Excel, headers, a row a row; segments on lines of their own, labels in them."""
    content = exported(csv, small())
    assert content.startswith(b"\xef\xbb\xbf")
    rows = list(standard.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))
    assert rows[0] == ["key", "clause", "en", "zh", "zh status", "zh note", "exported"]
    assert [row[1:-1] for row in rows[1:]] == [
        ["1", "1. Six countries.\nAll agreed.", "一、六国。各方同意。", "auto", ""],
        ["2", "2. Trade.", "二、贸易。", "auto", ""],
    ]


def test_the_statement_comes_back(statement: Document, path: Path) -> None:
    """Row by row in eight languages, with the paragraphs of its pivot."""
    document = imported(csv, path, exported(csv, statement))
    assert held(document) == held(statement)
    assert document.version("en").text == statement.version("en").text


def test_one_version_alone(statement: Document) -> None:
    """With its pivot."""
    assert exported(tsv, statement, "kk").split(b"\n")[0] == (
        b'"key"\t"clause"\t"en"\t"kk"\t"kk status"\t"kk note"\t"exported"'
    )


@pytest.mark.parametrize(
    ("encoding", "delimiter", "end"),
    [
        ("utf-8", ",", "\n"),
        ("utf-8-sig", ";", "\r\n"),
        ("utf-16", "\t", "\r\n"),
        ("utf-16-le", ",", "\n"),
        ("windows-1251", ";", "\r\n"),
        ("windows-1251", "\t", "\r"),
    ],
)
def test_tables_of_other_programs_are_read(path: Path, encoding: str, delimiter: str, end: str) -> None:
    """Whatever the encoding, the delimiter and the line ends."""
    russian = ("Стороны согласовали шесть пунктов; и еще один, последний.", "Стороны будут сотрудничать")
    cells = [["ru", "Kommentar", "kk"], *([text, "", "Тараптар келісті"] for text in russian)]
    text = end.join(delimiter.join(f'"{cell}"' for cell in row) for row in cells)
    path.write_bytes(text.encode(encoding))
    incoming = csv.read(path)
    assert segments(document_of(incoming, "d"))["ru"] == russian
    assert incoming.warnings == [f"{path}:1: the column 'Kommentar' is passed over: its header is no language"]


def test_gb18030_is_recognised(path: Path) -> None:
    """A Chinese table of a Chinese Excel."""
    text = "zh;en\n" + "各方达成六点共识，并将继续合作。;Six points\n" * 20
    path.write_bytes(text.encode("gb18030"))
    assert segments(document_of(csv.read(path), "d"))["zh"][0] == "各方达成六点共识，并将继续合作。"


def test_a_status_where_nothing_stands_is_told(path: Path) -> None:
    """A table cannot accept an omission; who writes so hears of it."""
    path.write_text("en,kk,kk status\nOsh,,reviewed\n", encoding="utf-8")
    incoming = csv.read(path)
    assert [dict(unit.wordings).keys() for unit in incoming.units] == [{"en"}]
    assert incoming.warnings == [f"{path}:2: the status of kk is left out: nothing stands there"]


def test_a_note_to_spreadsheets_is_no_row(path: Path) -> None:
    """`sep=;` before the headers."""
    document = imported(csv, path, 'sep=;\r\nen;zh\r\n"Six, all";六国\r\n'.encode())
    assert segments(document) == {"en": ("Six, all",), "zh": ("六国",)}


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "no column is headed by a language"),
        ("row,text\n1,x\n", "no column is headed by a language"),
        ("en,zh,en\nx,y,z\n", "1: two columns are headed 'en'"),
        ("en,kk status\nx,auto\n", "1: status or note of kk without kk"),
        ("en,kk\nx\n", "2: 1 cells in place of 2"),
        ("en,kk\nx,y,z\n", "2: 3 cells in place of 2"),
        ('en,kk\nx,"y\n', "2: not a table"),
        ('en,kk\nx,"y"z\n', "2: not a table"),
        ("en,kk,kk status\nx,y,good\n", "2: 'good' is no status"),
        ("en,kk\nsix countries,алты ел\0\n", "2: the control character U+0000 in kk"),
        ("en,kk\nx,y\x1b[2J\n", "2: the control character U+001B in kk"),
        ("en,kk\n,y\n", "no text in en, the pivot — it has: kk"),
        ("en,kk\n", "no text in it"),
    ],
)
def test_what_cannot_be_read_is_refused(path: Path, content: str, said: str) -> None:
    """In one line that names the line of the file."""
    with pytest.raises(InputError) as caught:
        imported(csv, path, content.encode())
    assert said in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_row_that_is_cut_off_is_refused(path: Path) -> None:
    """Anywhere: what is read is whole rows."""
    content = exported(csv, small())
    rows = held(small())
    for end in range(3, len(content)):
        found = taken(csv, path, content[:end])
        assert found is None or held(found) == rows[: len(held(found))]


@settings(max_examples=50)
@given(st.text(",;\t\n\r\"'=enkz1 \ufeff\0", max_size=60).map(str.encode) | st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(path: Path, content: bytes) -> None:
    """Nothing but a document or an error of the house."""
    taken(csv, path, b"en,zh\n" + content)
    taken(csv, path, content)


def test_both_are_exporters(statement: Document) -> None:
    """They keep to the protocols."""
    both: list[Exporter] = [csv, tsv]
    assert all(exporter.LOSES for exporter in both)
