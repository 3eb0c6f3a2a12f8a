"""ODT: text as a person reads it, the numbers of list styles among it."""

import pytest

from tests.interchange.documents_in.packages import odt
from tests.interchange.documents_in.statement import LANGUAGES, STATEMENT, as_read
from workbench.interchange.documents.odt import read
from workbench.model.errors import InputError

NUMBERS = (
    '<text:list-style style:name="L1">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
    '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")" text:display-levels="2"/>'
    "</text:list-style>"
)


def texts(content: bytes) -> list[str]:
    """Return the paragraphs that are read."""
    return list(read(content, "a.odt", None).paragraphs)


def items(*found: str, more: str = "") -> str:
    """Return a list of paragraphs."""
    inner = "".join(f"<text:list-item><text:p>{text}</text:p></text:list-item>" for text in found)
    return f'<text:list text:style-name="L1"{more}>{inner}</text:list>'


@pytest.mark.parametrize("tag", LANGUAGES)
def test_numbers_of_a_list_style_are_read(tag: str) -> None:
    """Each clause is a list of its own that counts on, as LibreOffice writes lists with paragraphs between."""
    body = "".join(
        items(text, more=' text:continue-numbering="true"') if clause else f"<text:p>{text}</text:p>"
        for clause, text in STATEMENT[tag]
    )
    assert texts(odt(body, NUMBERS)) == as_read(tag)


@pytest.mark.parametrize(
    ("form", "labels"),
    [
        ('style:num-format="i" style:num-prefix="(" style:num-suffix=")"', ["(i) ", "(ii) "]),
        ('style:num-format="I" style:num-suffix="."', ["I. ", "II. "]),
        ('style:num-format="一, 二, 三, ..." style:num-suffix="、"', ["一、", "二、"]),
        ('style:num-format="А, Б, .., Аа, Аб, ... (ru)" style:num-suffix=")"', ["А) ", "Б) "]),
        ('style:num-format="1" style:num-prefix="第" style:num-suffix="条" text:start-value="4"', ["第4条", "第5条"]),
        ('style:num-format="1" loext:num-list-format="Article %1%."', ["Article 1. ", "Article 2. "]),
        ('style:num-format=""', ["", ""]),
    ],
)
def test_every_number_format_is_written(form: str, labels: list[str]) -> None:
    """Two items of a list."""
    style = f'<text:list-style style:name="L1"><text:list-level-style-number text:level="1" {form}/></text:list-style>'
    assert texts(odt(items("Text", "Text"), style)) == [f"{label}Text" for label in labels]


def test_headers_and_footers_are_left_out_and_said() -> None:
    """Only those in which something stands."""
    page = "<style:master-page><style:footer><text:p>{}</text:p></style:footer></style:master-page>"
    notes = [
        read(odt("<text:p>Text</text:p>", styles=page.format(text)), "a.odt", None).notes
        for text in ("Secretariat", "")
    ]
    assert notes == [("headers and footers",), ()]


def test_lists_within_lists_count_below() -> None:
    """`text:display-levels` shows the number above; a list header has no number."""
    inner = (
        "<text:list><text:list-item><text:p>Two</text:p></text:list-item>"
        "<text:list-item><text:p>Three</text:p><text:p>Still three</text:p></text:list-item></text:list>"
    )
    body = (
        f'<text:list text:style-name="L1"><text:list-header><text:p>Head</text:p></text:list-header>'
        f"<text:list-item><text:p>One</text:p>{inner}</text:list-item>"
        "<text:list-item><text:p>Four</text:p></text:list-item></text:list>"
    )
    assert texts(odt(body, NUMBERS)) == ["Head", "1. One", "1.a) Two", "1.b) Three", "Still three", "2. Four"]


def test_lists_begin_anew_or_where_they_say() -> None:
    """A second list begins at one; `text:start-value` of an item begins there; `text:continue-list` counts on."""
    body = items("A", "B", more=' xml:id="first"') + items("C") + items("D", more=' text:continue-list="first"')
    item = '<text:list-item text:start-value="7"><text:p>E</text:p></text:list-item>'
    started = f'<text:list text:style-name="L1">{item}</text:list>'
    assert texts(odt(body + started, NUMBERS)) == ["1. A", "2. B", "1. C", "3. D", "7. E"]


def test_headings_are_numbered_by_the_outline() -> None:
    """The outline style stands in styles.xml."""
    outline = (
        "<office:styles><text:outline-style>"
        '<text:outline-level-style text:level="1" style:num-format="I" style:num-suffix="."/>'
        '<text:outline-level-style text:level="2" style:num-format="1" text:display-levels="2"/>'
        "</text:outline-style></office:styles>"
    )
    body = "".join(f'<text:h text:outline-level="{place}">Text</text:h>' for place in (1, 2, 2, 1))
    assert texts(odt(body, styles=outline)) == ["I. Text", "I.1 Text", "I.2 Text", "II. Text"]


def test_cells_and_footnotes_are_paragraphs() -> None:
    """A cell a paragraph; a footnote, without its number, stands behind the paragraph that refers to it."""
    body = (
        "<text:p>The Parties<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>All six.</text:p>"
        "</text:note-body></text:note> agree.</text:p><table:table><table:table-row><table:table-cell "
        'table:number-columns-repeated="1000000000"><text:p>Astana</text:p></table:table-cell></table:table-row></table:table>'
    )
    assert texts(odt(body)) == ["The Parties agree.", "All six.", "Astana"]


def test_spaces_breaks_and_descriptions() -> None:
    """`text:s` is a space, however many it asks for; `text:line-break` a line feed; a picture's title is not in the text."""
    body = (
        '<text:p>a<text:s text:c="1000000000"/>b<text:line-break/>c<draw:frame><svg:title>Flag</svg:title></draw:frame>'
        "<text:title>Statement</text:title></text:p>"
    )
    assert texts(odt(body)) == ["a b\ncStatement"]


def test_what_was_deleted_or_said_about_it_is_left_out_and_said() -> None:
    """Tracked deletions and comments."""
    body = (
        "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
        "<text:p>The Parties<office:annotation><text:p>really?</text:p></office:annotation></text:p>"
    )
    found = read(odt(body), "a.odt", None)
    assert found.paragraphs == ("The Parties",)
    assert found.notes == ("1 list of tracked deletions", "1 comment")


def test_an_encrypted_file_is_refused() -> None:
    """The manifest says so; the content would be noise."""
    with pytest.raises(InputError, match="encrypted"):
        read(odt("", manifest="<encryption-data/>"), "a.odt", None)
