"""Versions as Word documents."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import sys
import zipfile
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from tests.conftest import TAGS
from tests.interchange.showing import document_of, exported, finding, pdf_text, printed
from workbench.interchange import docx
from workbench.interchange.documents.reading import read_document
from workbench.model.document import Document
from workbench.model.errors import InputError, UsageError
from workbench.workspace.folder import pivot_places

word = pytest.importorskip("docx", reason="the extra documents is not installed")
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def read(content: bytes) -> word.document.Document:
    """Return a Word document as python-docx reads it."""
    return word.Document(io.BytesIO(content))


def test_one_version_is_its_paragraphs(statement: Document) -> None:
    """Labels and all, sentences joined by a space."""
    paragraphs = [one.text for one in read(exported(docx.write, statement, ("kk",))).paragraphs]
    version = statement.version("kk")
    assert paragraphs == [" ".join(version.segments()[at] for at in indices) for indices in version.text.paragraphs()]
    assert any(text.startswith("4. ") for text in paragraphs)


def test_one_chinese_version_joins_without_spaces(statement: Document) -> None:
    """No space behind 。."""
    paragraphs = [one.text for one in read(exported(docx.write, statement, ("zh",))).paragraphs]
    assert "".join(paragraphs) == "".join(statement.version("zh").segments())


def test_the_table_has_a_column_a_version_and_a_line_a_row(statement: Document) -> None:
    """The words of every version are in its column, each once; clauses are in the first."""
    (table,) = read(exported(docx.write, statement)).tables
    lines = [[cell.text for cell in row.cells] for row in table.rows]
    for number, (tag, version) in enumerate(statement.versions.items(), start=1):
        assert lines[0][number] == version.title
        # What moved stands beside its pivot, so that order is not that of the text.
        said = "".join(line[number] for line in lines[1:]).replace("∅", "")
        assert sorted("".join(said.split())) == sorted("".join("".join(version.segments()).split())), tag
    names = {place.name for place in pivot_places(statement)}
    assert {name for line in lines[1:] for name in line[0].split()} == names


def test_the_head_is_on_every_page_and_short_rows_stay_whole(statement: Document) -> None:
    """The first row repeats; all rows but very long ones cannot be split."""
    (table,) = read(exported(docx.write, statement)).tables
    rows = [row._tr for row in table.rows]
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows].count(True) == 1
    assert rows[0].find(f"{W}trPr/{W}tblHeader") is not None
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    long = document_of(en="All parties agree. " * 100, kk="Тараптар келісті.")
    (table,) = read(exported(docx.write, long)).tables
    assert table.rows[1]._tr.find(f"{W}trPr/{W}cantSplit") is None


@pytest.mark.parametrize(
    ("tag", "language"),
    [
        ("kk", "kk-KZ"),
        ("tg", "tg-Cyrl-TJ"),
        ("uz", "uz-Latn-UZ"),
        ("uz-Cyrl", "uz-Cyrl-UZ"),
        ("en-x-official", "en-GB"),
        ("en-US", "en-US"),
        ("ka", "ka"),
    ],
)
def test_every_run_has_its_language(tag: str, language: str) -> None:
    """As word processors call it, so that they find its dictionary."""
    document = read(exported(docx.write, document_of(**{tag: "Тараптар келісті."}), (tag,)))
    (run,) = document.paragraphs[0].runs
    assert run._r.find(f"{W}rPr/{W}lang").get(f"{W}val") == language


def test_chinese_is_east_asian_and_has_its_font(statement: Document) -> None:
    """Word asks another attribute for the language of Chinese characters."""
    run = read(exported(docx.write, statement, ("zh",))).paragraphs[0].runs[0]._r
    assert run.find(f"{W}rPr/{W}lang").get(f"{W}eastAsia") == "zh-CN"
    assert run.find(f"{W}rPr/{W}rFonts").get(f"{W}eastAsia") == "SimSun"


def test_a_number_in_chinese_stays_whole(statement: Document, tmp_path: Path) -> None:
    """In a narrow column LibreOffice ends no line within 2025, as it does where digits are said to be Chinese."""
    path = tmp_path / "all.docx"
    path.write_bytes(exported(docx.write, statement))
    command = ["pdftotext", str(printed(path)), "-"]
    if shutil.which(command[0]) is None:
        pytest.skip("there is no pdftotext here")
    lines = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split("\n")
    parted = [
        one for one, other in pairwise(lines) if re.search(r"[\u4e00-\u9fff] ?\d+$", one) and other[:1].isdecimal()
    ]
    assert parted == []


def test_the_title_is_in_the_language_of_the_pivot(statement: Document) -> None:
    """In Chinese letters it is East Asian too; an English title of a Chinese pivot is not."""
    document = replace(document_of(zh="各方同意。", en="All parties agree."), title="联合声明")
    languages = [
        read(exported(docx.write, one)).paragraphs[0].runs[0]._r.find(f"{W}rPr/{W}lang").get(f"{W}eastAsia")
        for one in (document, replace(document, title="Joint statement"))
    ]
    assert languages == ["zh-CN", None]


def test_what_is_written_leftwards_is_so() -> None:
    """Paragraph and run of Uyghur in Arabic letters."""
    paragraph = read(exported(docx.write, document_of(ug="تەرەپلەر كېلىشتى."), ("ug",))).paragraphs[0]
    assert paragraph._p.find(f"{W}pPr/{W}bidi") is not None
    assert paragraph.runs[0]._r.find(f"{W}rPr/{W}rtl") is not None


def test_findings_are_comments_on_their_words() -> None:
    """With the words between the marks; what is missing is said at the first words; the clean text has none."""
    document = document_of(en="The six parties met.", kk="Алты тарап кездесті.")
    found = [finding("en", 5, 16, "one"), finding("kk", 1, 1, "two"), finding("en", 9, 20, "three")]
    made = read(exported(docx.write, document, findings=found))
    assert [comment.text for comment in made.comments] == [
        f"terms (error): {words}" for words in ("one", "two", "three")
    ]
    body = list(made.element.body.iter())
    words = []
    for number in range(3):
        start, end = (
            next(at for at, one in enumerate(body) if one.tag == f"{W}{name}" and one.get(f"{W}id") == str(number))
            for name in ("commentRangeStart", "commentRangeEnd")
        )
        words.append("".join(one.text for one in body[start:end] if one.tag == f"{W}t"))
    assert words == ["six parties", "Алты тарап кездесті.", "parties met"]
    assert not list(read(exported(docx.write, document, ("en",), found)).comments)


@pytest.mark.parametrize(("versions", "width"), [(2, 16838), (4, 16838), (5, 23811), (8, 23811)])
def test_the_paper_is_large_for_many_versions(versions: int, width: int) -> None:
    """A4 across up to four, A3 beyond."""
    document = document_of(**{f"en-x-v{number}": "All parties agree." for number in range(versions)})
    made = read(exported(docx.write, document))
    assert abs(made.sections[0].page_width.twips - width) < 2
    assert len(made.tables) == 1


def test_beyond_eight_versions_a_further_table_begins_with_the_first() -> None:
    """Nine make a table of eight and one of two."""
    document = document_of(**{f"en-x-v{number}": "All parties agree." for number in range(9)})
    heads = [[cell.text for cell in table.rows[0].cells] for table in read(exported(docx.write, document)).tables]
    assert heads == [["", *(f"en-x-v{n}" for n in range(8))], ["", "en-x-v0", "en-x-v8"]]


def test_the_same_document_gives_the_same_bytes(statement: Document) -> None:
    """No entry has a time of its own, and no comment."""
    found = [replace(finding("en", 1, 4, "one"), document=statement.name)]
    first = exported(docx.write, statement, findings=found)
    assert first == exported(docx.write, statement, findings=found)
    with zipfile.ZipFile(io.BytesIO(first)) as held:
        assert {entry.date_time[:3] for entry in held.infolist()} == {(1980, 1, 1)}


def test_what_is_hidden_is_shown_in_the_table() -> None:
    """An override of direction and an escape of terminals are seen."""
    document = document_of(en="All \u202eparties\x1b[2J", kk="Тараптар")
    (table,) = read(exported(docx.write, document)).tables
    assert table.rows[1].cells[1].text == r"All \u202eparties\x1b[2J"


def test_a_character_that_xml_forbids_is_named() -> None:
    """The clean text is the text or nothing."""
    with pytest.raises(InputError, match=r"U\+001B in segment 1 of en"):
        exported(docx.write, document_of(en="All parties\x1b[2J"), ("en",))


def test_without_python_docx_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """The extra is named."""
    monkeypatch.setitem(sys.modules, "docx", None)
    for versions in (("en",), ()):
        with pytest.raises(UsageError, match=r"pip install '\.\[documents\]'"):
            exported(docx.write, document_of(en="All parties", kk="Тараптар"), versions)


@pytest.mark.parametrize("tag", ["en", *TAGS])
def test_the_clean_text_comes_in_as_it_went_out(statement: Document, tag: str, tmp_path: Path) -> None:
    """Paragraph by paragraph, read as any Word document that somebody sends."""
    path = tmp_path / "clean.docx"
    path.write_bytes(exported(docx.write, statement, (tag,)))
    held = [statement.version(tag), replace(statement.version(tag), text=read_document(path, None, tag).text)]
    ours, theirs = (
        ["".join("".join(one.segments()[at] for at in indices).split()) for indices in one.text.paragraphs()]
        for one in held
    )
    assert ours == theirs


def test_libreoffice_opens_both(statement: Document, tmp_path: Path) -> None:
    """The table on a few pages, each with its head and number; the Russian text word by word."""
    (tmp_path / "table.docx").write_bytes(exported(docx.write, statement))
    said = pdf_text(printed(tmp_path / "table.docx"))
    pages = ["".join(page.split()) for page in said.rstrip("\f").split("\f")]
    assert all("Русский" in page and page.endswith(f"{at}/{len(pages)}") for at, page in enumerate(pages, start=1))
    (tmp_path / "ru.docx").write_bytes(exported(docx.write, statement, ("ru",)))
    # A font for Kazakh may be lacking, and pdftotext would part words where another takes over.
    words = pdf_text(printed(tmp_path / "ru.docx")).split()
    missing = {word for text in statement.version("ru").segments() for word in text.split()} - set(words)
    assert not missing
