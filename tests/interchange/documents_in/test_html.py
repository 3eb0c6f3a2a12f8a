"""HTML: the article of a page, and not the page around it; list items with the numbers that a browser shows."""

from collections.abc import Callable

import pytest

from tests.interchange.documents_in.pages import blog, modern, old, soup
from tests.interchange.documents_in.statement import LANGUAGES, as_read
from workbench.interchange.documents.html import read


def texts(page: str) -> list[str]:
    """Return the paragraphs that are read."""
    return list(read(page.encode("utf-8"), "a.html", None).paragraphs)


@pytest.mark.parametrize("tag", LANGUAGES)
def test_a_page_gives_its_article(tag: str) -> None:
    """No menu, breadcrumbs, cookie notice, share buttons, views, related news, newsletter or footer; clauses have numbers."""
    assert texts(modern(tag)) == as_read(tag)


@pytest.mark.parametrize("page", [soup, blog])
@pytest.mark.parametrize("tag", LANGUAGES)
def test_pages_of_other_makes_give_theirs(page: Callable[[str], str], tag: str) -> None:
    """Divisions without a word that tells; what a blog program writes."""
    assert texts(page(tag)) == as_read(tag)


@pytest.mark.parametrize("tag", ["ru"])
def test_a_page_of_tables_gives_its_article(tag: str) -> None:
    """A form around it all, paragraphs that are line breaks, and windows-1251, as the page says of itself."""
    found = read(old(tag).encode("windows-1251", "xmlcharrefreplace"), "a.html", None)
    assert list(found.paragraphs) == as_read(tag)
    assert found.encoding == "windows-1251"


def test_what_was_left_out_is_said() -> None:
    """One note, with its length."""
    assert read(modern("en").encode(), "a.html", None).notes[0].startswith("the page around the article (")


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ("<ol><li>x<li>x</ol>", ["1. x", "2. x"]),
        ('<ol start="4"><li>x<li>x</ol>', ["4. x", "5. x"]),
        ('<ol start="-1"><li>x<li>x</ol>', ["-1. x", "0. x"]),
        ('<ol type="a"><li>x<li value="27">x</ol>', ["a. x", "aa. x"]),
        ('<ol type="I" start="9"><li>x<li>x</ol>', ["IX. x", "X. x"]),
        ("<ol reversed><li>x<li>x</ol>", ["2. x", "1. x"]),
        ('<ol reversed start="10"><li>x<li value="4">x<li>x</ol>', ["10. x", "4. x", "3. x"]),
        ('<ol style="list-style-type: simp-chinese-informal"><li>各方<li>各方</ol>', ["一、各方", "二、各方"]),
        ('<ol style="list-style: none"><li>1. x<li>2. x</ol>', ["1. x", "2. x"]),
        ("<ol><li>1) x<li>2) x</ol>", ["1) x", "2) x"]),
        ("<ol><li><p>x</p><p>y</p><li>z</ol>", ["1. x", "y", "2. z"]),
        ('<ol><li>x<ol type="i"><li>y</ol><li>z</ol>', ["1. x", "i. y", "2. z"]),
        ("<ul><li>x<li>y</ul>", ["x", "y"]),
        ('<ol start="x"><li value="">x</ol>', ["1. x"]),
        ('<ol start="99999999999999999999"><li>x</ol>', ["1. x"]),
    ],
)
def test_numbers_are_those_that_a_browser_shows(markup: str, shown: list[str]) -> None:
    """`start`, `type`, `reversed`, `value`, list-style; numbers that are typed already are not doubled."""
    assert texts(f"<html><body>{markup}</body></html>") == shown


def test_blocks_breaks_and_cells() -> None:
    """Two breaks part paragraphs, one is a line feed; a cell is a paragraph; words within a line are no blocks."""
    page = "<html><body><p>The <b>six</b>\n<i>Parties</i><br>agree<br><br>on this</p><table><tr><td>a<td>b</table></body></html>"
    assert texts(page) == ["The six Parties\nagree", "on this", "a", "b"]


@pytest.mark.parametrize(
    "declared",
    [
        '<!ENTITY side "Party">',
        '\n<!ATTLIST p a CDATA "x]>y">\n<!-- ]> <!ELEMENT -->\n<?a ]> ?> %more;\n',
        "",
    ],
)
@pytest.mark.parametrize("before", ["", '<?xml version="1.0" encoding="UTF-8"?>\n<!-- a --><!-- b -->\n'])
def test_what_a_doctype_declares_is_no_text(declared: str, before: str) -> None:
    """XHTML may declare something in it: neither that nor its end is a paragraph."""
    doctype = f'{before}<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "xhtml1-strict.dtd" [{declared}] >'
    page = f"{doctype}<html><body><p>Тараптар келіседі.</p></body></html>"
    assert texts(page) == ["Тараптар келіседі."]


@pytest.mark.parametrize(
    "spoilt",
    ["<!--" * 200_000, "<!-- -->" * 100_000, "<!x '" * 200_000, "<?" * 400_000],
    ids=["comment", "comments", "quote", "instruction"],
)
def test_a_doctype_without_end_is_looked_at_once(spoilt: str) -> None:
    """A megabyte of what could begin a declaration ends as any other page does."""
    assert read(f"<!DOCTYPE html [{spoilt}".encode(), "a.html", None).encoding == "UTF-8"


def test_a_part_of_a_page_is_taken_whole() -> None:
    """A short text without a page around it loses nothing, whatever it is called."""
    assert texts('<div class="menu"><p>The Parties agree.</p></div>') == ["The Parties agree."]


@pytest.mark.parametrize(
    ("content", "encoding"),
    [
        ('<html><meta charset="gb2312"><p>各方同意加强合作，共同发展。</p>'.encode("gb18030"), "GB18030"),
        ('<html><meta charset="windows-1251"><p>Стороны договорились развивать сотрудничество.</p>'.encode(), "UTF-8"),
        (
            '<html><meta charset="utf-8"><p>Стороны договорились развивать сотрудничество.</p>'.encode("koi8-r"),
            "KOI8-R",
        ),
        ("<html><p>Стороны договорились развивать сотрудничество.</p>".encode("utf-16"), "UTF-16"),
        ("<html><p>Стороны договорились развивать сотрудничество.</p>".encode("windows-1251"), "windows-1251"),
    ],
)
def test_a_page_is_decoded_by_what_it_can_only_be(content: bytes, encoding: str) -> None:
    """What is valid UTF-8 is that, then counts what the page says, then its words."""
    found = read(content, "a.html", None)
    assert found.encoding == encoding
    assert found.paragraphs[0][:7] in ("Стороны", "各方同意加强合")


@pytest.mark.parametrize(
    ("reference", "back"),
    [
        (
            '<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a>',
            '<a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>',
        ),
        (
            '<a href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a>',
            '<a href="#_ftnref1" name="_ftn1"><span class=MsoFootnoteReference>[1]</span></a> ',
        ),
        ('<sup class="reference"><a href="#cite_note-1">[1]</a></sup>', '<a href="#cite_ref-1">↑</a> '),
        ('<sup id="fnref:1"><a href="#fn:1">1</a></sup>', ""),
    ],
)
def test_numbers_of_notes_are_no_text(reference: str, back: str) -> None:
    """As LibreOffice, Word, a wiki and Markdown save them; the note itself is read."""
    page = f"<html><p>The Parties{reference} agree.</p><p>{back}See the Statement of 5 May 2025.</p></html>"
    assert read(page.encode(), "a.html", None).paragraphs == ("The Parties agree.", "See the Statement of 5 May 2025.")


def test_links_to_clauses_stay() -> None:
    """A number that leads to a clause is read aloud."""
    page = '<html><p>As Article <a href="#art4">4</a> and note <a href="page.html#fn1">1</a> have it.</p></html>'
    assert read(page.encode(), "a.html", None).paragraphs == ("As Article 4 and note 1 have it.",)
