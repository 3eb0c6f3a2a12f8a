"""DOCX: text as a person reads it, numbers that stand only in definitions among it."""

import io
import zipfile

import docx as python_docx
import pytest

from tests.interchange.documents_in.packages import abstract, docx, level, numbered, packed, paragraph
from tests.interchange.documents_in.statement import LANGUAGES, STATEMENT, as_read
from workbench.interchange.documents.docx import read
from workbench.languages.knowledge import knowledge
from workbench.languages.labels import find_label


def texts(content: bytes) -> list[str]:
    """Return the paragraphs that are read."""
    return list(read(content, "a.docx", None).paragraphs)


def saved(document: "python_docx.document.Document") -> bytes:
    """Return a document as python-docx saves it."""
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


@pytest.mark.parametrize("tag", LANGUAGES)
def test_numbers_of_a_list_style_are_read(tag: str) -> None:
    """What python-docx saves with the style List Number has its numbers in styles.xml and numbering.xml alone."""
    document = python_docx.Document()
    for clause, text in STATEMENT[tag]:
        document.add_paragraph(text, style="List Number" if clause else None)
    assert texts(saved(document)) == as_read(tag)


@pytest.mark.parametrize(
    ("style", "text", "labels"),
    [
        ("decimal", "%1.", ["1. ", "2. ", "3. "]),
        ("decimal", "%1)", ["1) ", "2) ", "3) "]),
        ("decimal", "Article %1", ["Article 1 ", "Article 2 ", "Article 3 "]),
        ("decimalZero", "%1.", ["01. ", "02. ", "03. "]),
        ("lowerLetter", "%1)", ["a) ", "b) ", "c) "]),
        ("upperLetter", "%1.", ["A. ", "B. ", "C. "]),
        ("lowerRoman", "(%1)", ["(i) ", "(ii) ", "(iii) "]),
        ("upperRoman", "%1.", ["I. ", "II. ", "III. "]),
        ("russianLower", "%1)", ["а) ", "б) ", "в) "]),
        ("chineseCounting", "%1、", ["一、", "二、", "三、"]),
        ("chineseCountingThousand", "（%1）", ["（一）", "（二）", "（三）"]),
        ("ideographDigital", "第%1条", ["第一条", "第二条", "第三条"]),
        ("japaneseCounting", "%1、", ["一、", "二、", "三、"]),
        ("decimalEnclosedCircle", "%1", ["① ", "② ", "③ "]),
        ("bullet", "•", ["", "", ""]),
        ("none", "", ["", "", ""]),
    ],
)
def test_every_counting_format_is_written_as_word_writes_it(style: str, text: str, labels: list[str]) -> None:
    """Three items of a list; a space behind the number but behind a full-width sign."""
    body = "".join(paragraph("中亚", 1) for _ in labels)
    numbering = abstract(0, level(0, style, text)) + numbered(1, 0)
    found = texts(docx(body, numbering))
    assert found == [f"{label}中亚" for label in labels]


@pytest.mark.parametrize("style", ["russianLower", "russianUpper"])
def test_russian_letters_are_the_twenty_nine_of_the_standard(style: str) -> None:
    """Without ё, й, ъ and ь, with ы; behind я the letter comes twice (LibreOffice counts аа, аб)."""
    numbering = abstract(0, level(0, style, "%1)")) + numbered(1, 0)
    found = texts(docx("".join(paragraph("x", 1) for _ in range(31)), numbering))
    letters = "".join(text.partition(")")[0].lower() for text in found[:29])
    assert letters == "абвгдежзиклмнопрстуфхцчшщыэюя"
    assert [text.partition(")")[0].lower() for text in found[29:]] == ["аа", "бб"]


@pytest.mark.parametrize(
    ("style", "value", "written"),
    [
        ("chineseCounting", 11, "十一"),
        ("chineseCounting", 20, "二十"),
        ("chineseCounting", 105, "一○五"),
        ("chineseCountingThousand", 105, "一百零五"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("chineseCountingThousand", 1001, "一千零一"),
        ("ideographDigital", 10, "一〇"),
        ("lowerLetter", 27, "aa"),
        ("lowerLetter", 28, "bb"),
        ("upperRoman", 49, "XLIX"),
        ("decimalEnclosedCircle", 21, "㉑"),
        ("decimalEnclosedCircle", 99, "99"),
        ("upperRoman", 0, "0"),
        ("ordinal", 12, "12th"),
        ("hangulLetters", 4, "4"),
    ],
)
def test_a_list_may_begin_anywhere(style: str, value: int, written: str) -> None:
    """`w:start` is far into the list; what a style has no sign for is in figures."""
    numbering = abstract(0, level(0, style, "%1.", value)) + numbered(1, 0)
    assert texts(docx(paragraph("Text", 1), numbering)) == [f"{written}. Text"]


def test_levels_count_below_each_other() -> None:
    """`%1.%2)` holds the number above; a new one above begins the level below anew."""
    numbering = abstract(0, level(0, "decimal", "%1."), level(1, "lowerLetter", "%1.%2)")) + numbered(1, 0)
    body = "".join(paragraph("Стороны", 1, place) for place in (0, 1, 1, 0, 1))
    assert [text.split(" ")[0] for text in texts(docx(body, numbering))] == ["1.", "1.a)", "1.b)", "2.", "2.a)"]


def test_legal_numbering_writes_figures_only() -> None:
    """`w:isLgl`: Article II, then 2.1."""
    levels = level(0, "upperRoman", "Article %1"), level(1, "decimal", "%1.%2", more="<w:isLgl/>")
    body = "".join(paragraph("Text", 1, place) for place in (0, 0, 1))
    assert texts(docx(body, abstract(0, *levels) + numbered(1, 0))) == ["Article I Text", "Article II Text", "2.1 Text"]


def test_a_level_need_not_begin_anew() -> None:
    """`w:lvlRestart` 0: articles count on through the chapters."""
    levels = level(0, "upperRoman", "%1."), level(1, "decimal", "%2.", more='<w:lvlRestart w:val="0"/>')
    body = "".join(paragraph("Text", 1, place) for place in (0, 1, 1, 0, 1))
    found = [text.split(" ")[0] for text in texts(docx(body, abstract(0, *levels) + numbered(1, 0)))]
    assert found == ["I.", "1.", "2.", "II.", "3."]


def test_two_lists_of_one_definition_count_on() -> None:
    """As Word does it; with `w:startOverride` the second one begins at its own number."""
    definition = abstract(0, level(0, "decimal", "%1."))
    body = paragraph("Text", 1) + paragraph("Text", 1) + paragraph("Text", 2) + paragraph("Text", 2)
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="7"/></w:lvlOverride>'
    on = texts(docx(body, definition + numbered(1, 0) + numbered(2, 0)))
    anew = texts(docx(body, definition + numbered(1, 0) + numbered(2, 0, override)))
    assert [text.split(" ")[0] for text in on] == ["1.", "2.", "3.", "4."]
    assert [text.split(" ")[0] for text in anew] == ["1.", "2.", "7.", "8."]


def test_a_list_may_have_levels_of_its_own() -> None:
    """`w:lvlOverride` with a `w:lvl` in it."""
    override = f'<w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1)", 4)}</w:lvlOverride>'
    numbering = abstract(0, level(0, "decimal", "%1.")) + numbered(1, 0, override)
    assert texts(docx(paragraph("Text", 1), numbering)) == ["IV) Text"]


def test_a_style_brings_its_list_and_the_list_its_level() -> None:
    """A heading's style is based on another; which level it is, `w:pStyle` of the level says."""
    styles = (
        '<w:style w:type="paragraph" w:styleId="Clause"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Sub"><w:basedOn w:val="Clause"/></w:style>'
    )
    levels = (
        level(0, "decimal", "%1.", more='<w:pStyle w:val="Clause"/>'),
        level(1, "decimal", "%1.%2", more='<w:pStyle w:val="Sub"/>'),
    )
    body = paragraph("One", style="Clause") + paragraph("Two", style="Sub") + paragraph("No list", 0, style="Clause")
    assert texts(docx(body, abstract(0, *levels) + numbered(1, 0), styles)) == ["1. One", "1.1 Two", "No list"]


def test_a_definition_may_stand_behind_a_style() -> None:
    """`w:numStyleLink` names the style, `w:styleLink` the definition that stands for it."""
    linked = '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Clauses"/></w:abstractNum>'
    real = f'<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="Clauses"/>{level(0, "decimal", "§ %1.")}</w:abstractNum>'
    assert texts(docx(paragraph("Text", 1), linked + real + numbered(1, 0))) == ["§ 1. Text"]


def test_a_level_that_is_passed_over_counts_as_begun() -> None:
    """1.1.1 comes first; the next item of the first level is 2."""
    levels = (level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"), level(2, "decimal", "%1.%2.%3"))
    body = "".join(paragraph("Text", 1, place) for place in (2, 2, 0, 2, 1))
    found = [text.split(" ")[0] for text in texts(docx(body, abstract(0, *levels) + numbered(1, 0)))]
    assert found == ["1.1.1", "1.1.2", "2.", "2.1.1", "2.2"]


def test_an_empty_item_is_counted_and_left_out() -> None:
    """Word shows its number, and nothing behind it."""
    body = paragraph("Text", 1) + paragraph("", 1) + paragraph("Text", 1)
    assert texts(docx(body, abstract(0, level(0, "decimal", "%1.")) + numbered(1, 0))) == ["1. Text", "3. Text"]


def test_cells_and_footnotes_are_paragraphs() -> None:
    """A cell a paragraph; a footnote stands behind the paragraph that refers to it."""
    table = f"<w:tbl><w:tr><w:tc>{paragraph('Kazakhstan')}</w:tc><w:tc>{paragraph('Astana')}</w:tc></w:tr></w:tbl>"
    noted = '<w:p><w:r><w:t>The Parties</w:t></w:r><w:r><w:footnoteReference w:id="2"/><w:t> agree.</w:t></w:r></w:p>'
    notes = f'<w:footnote w:id="2">{paragraph("All six of them.")}</w:footnote>'
    content = docx(noted + table + paragraph("End"), footnotes=notes)
    assert texts(content) == ["The Parties agree.", "All six of them.", "Kazakhstan", "Astana", "End"]


def test_what_was_struck_out_or_hidden_is_left_out_and_said() -> None:
    """Tracked deletions go, insertions stay; hidden text goes."""
    body = (
        "<w:p><w:r><w:t>The </w:t></w:r><w:del><w:r><w:delText>six </w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>five </w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret </w:t></w:r>"
        "<w:r><w:t>Parties</w:t></w:r></w:p>"
    )
    found = read(docx(body), "a.docx", None)
    assert found.paragraphs == ("The five Parties",)
    assert found.notes == ("1 tracked deletion", "1 hidden passage")


def test_text_boxes_come_once_and_behind_their_paragraph() -> None:
    """Word writes a box twice, the second time for programs that are old."""
    box = f"<w:txbxContent>{paragraph('In the box')}</w:txbxContent>"
    mc = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    body = (
        f'<w:p><w:r><w:t>Around </w:t><mc:AlternateContent xmlns:mc="{mc}"><mc:Choice>{box}</mc:Choice>'
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>it</w:t></w:r></w:p>"
    )
    assert texts(docx(body)) == ["Around it", "In the box"]


def test_breaks_tabs_and_hyphens_are_signs() -> None:
    """A line break within a paragraph is a line feed; a hyphen that never breaks is one."""
    body = (
        "<w:p><w:r><w:t>China</w:t><w:noBreakHyphen/><w:t>Asia</w:t><w:br/><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r></w:p>"
    )
    assert texts(docx(body)) == ["China\u2011Asia\na\tb"]


@pytest.mark.parametrize(
    ("style", "text"), [("decimal", "%1."), ("chineseCounting", "%1、"), ("ideographDigital", "第%1条")]
)
def test_the_numbers_are_labels_to_the_rest(style: str, text: str) -> None:
    """What is read as a number is found as a label, with its value."""
    numbering = abstract(0, level(0, style, text, 4)) + numbered(1, 0)
    label = find_label(texts(docx(paragraph("各方同意", 1), numbering))[0], knowledge("zh"))
    assert label is not None
    assert label.values == (4,)


def test_a_file_of_word_for_strict_standards_is_read() -> None:
    """Strict Open XML has other namespaces."""
    content = docx(paragraph("Text", 1), abstract(0, level(0, "decimal", "%1.")) + numbered(1, 0))
    assert texts(content) == ["1. Text"]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = {
            name: archive.read(name).replace(
                b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
                b"http://purl.oclc.org/ooxml/wordprocessingml/main",
            )
            for name in archive.namelist()
        }
    assert texts(packed(members)) == ["1. Text"]


@pytest.mark.parametrize(
    ("text", "shown"), [("%1.", "1. "), ("%1. ", "1. "), ("第%1条", "第1条"), ("Article %1", "Article 1 ")]
)
def test_a_number_with_nothing_behind_it_is_parted_from_its_text(text: str, shown: str) -> None:
    """Word has `suff="nothing"` for a number whose space stands in its own text, or nowhere."""
    numbering = abstract(0, level(0, "decimal", text, more='<w:suff w:val="nothing"/>')) + numbered(1, 0)
    assert texts(docx(paragraph("Стороны", 1), numbering)) == [f"{shown}Стороны"]
