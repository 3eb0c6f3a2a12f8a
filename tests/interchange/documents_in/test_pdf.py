"""PDF: lines to paragraphs, without what repeats on every page."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from tests.interchange.documents_in.pages import modern
from tests.interchange.documents_in.pdfs import LEADING, LEFT, TOP, WIDTH, Printed, pdf, typeset, width
from tests.interchange.documents_in.statement import LANGUAGES, as_read
from workbench.interchange.documents.pdf import read
from workbench.interchange.documents.reading import read_document
from workbench.model.errors import InputError


def paragraphs(content: bytes, folder: Path, tag: str | None = None) -> list[str]:
    """Return the paragraphs of a PDF as a version has them, words mended."""
    path = folder / "a.pdf"
    path.write_bytes(content)
    text = read_document(path, tag=tag).text
    return [" ".join(segment.text for segment in text.segments[one.start : one.stop]) for one in text.paragraphs()]


def lines(*texts: str, left: float = LEFT, top: float = TOP, step: float = LEADING, size: float = 12) -> list[Printed]:
    """Return lines below each other."""
    return [Printed(left, top - number * step, text, size) for number, text in enumerate(texts)]


@pytest.mark.parametrize("tag", LANGUAGES)
@pytest.mark.parametrize(("indent", "gap"), [(0.0, 9.0), (24.0, 0.0)])
def test_lines_become_paragraphs_again(tag: str, indent: float, gap: float, tmp_path: Path) -> None:
    """Parted by a gap or by indents, over the end of a page, with words cut at line ends; heads and page numbers go."""
    pages = typeset(as_read(tag), "National libraries of Central Asia, Osh", indent=indent, gap=gap)
    assert paragraphs(pdf(pages), tmp_path) == as_read(tag)
    assert read(pdf(pages), "a.pdf", None).notes == (f"{len(pages)} running heads", f"{len(pages)} page numbers")


def test_left_and_right_pages_have_heads_of_their_own(tmp_path: Path) -> None:
    """Two heads that take turns, numbers left and right."""
    pages = []
    for number, text in enumerate(
        ("The first page.", "The second page.", "The third page.", "The fourth page."), start=1
    ):
        head = Printed(60, 800, "Joint Statement") if number % 2 else Printed(400, 800, f"Osh {number}")
        pages.append([head, Printed(LEFT, TOP, text), Printed(60 if number % 2 else 500, 30, f"- {number} -")])
    assert paragraphs(pdf(pages), tmp_path, "en") == [
        f"The {word} page." for word in ("first", "second", "third", "fourth")
    ]


def test_a_lone_page_loses_its_number_and_what_a_browser_prints(tmp_path: Path) -> None:
    """A number far below the text; day, hour and address at the edges."""
    page = [
        Printed(30, 820, "5/15/2025, 6:40 PM"),
        *lines("The Parties agree on the following.", "Done in Osh."),
        Printed(30, 20, "https://www.example.org/statement 1/1"),
    ]
    assert paragraphs(pdf([page]), tmp_path, "en") == ["The Parties agree on the following.", "Done in Osh."]
    for number in ("1", "- 1 -", "Page 1 of 1", "Страница 1 из 1", "1-бет", "Саҳифаи 1", "1-sahypa", "第1页，共1页"):
        numbered = [*lines("The Parties agree on the following."), Printed(290, 30, number)]
        assert paragraphs(pdf([numbered]), tmp_path, "en") == ["The Parties agree on the following."], number


def test_sentences_at_the_edges_of_pages_stay(tmp_path: Path) -> None:
    """Of pages that have the same words in the same places, as forms have: what runs on into the lines beside it is no head."""
    said = (
        "The Parties agree to exchange the records of their national libraries each",
        "year, and to tell one another of them, before the month of March {} at the",
    )
    texts = (*said, "latest, in writing.", "The next passage.")
    pages = [
        [Printed(250, TOP + 15, "Joint Statement"), *lines(*(text.format(2024 + number) for text in texts))]
        for number in range(3)
    ]
    found = paragraphs(pdf(pages), tmp_path, "en")
    assert [" ".join(found).count(words) for words in ("each year, and", "Joint Statement")] == [3, 0]


def test_numbers_of_clauses_are_no_page_numbers(tmp_path: Path) -> None:
    """Pages that begin with a clause keep its number."""
    clauses = [
        "1. The libraries open.",
        "2. The maps are shown.",
        "3. The papers are kept.",
        "4. The readers are thanked.",
    ]
    assert paragraphs(pdf([lines(clause) for clause in clauses]), tmp_path, "en") == clauses


def test_chinese_lines_join_without_a_space(tmp_path: Path) -> None:
    """And the clause that follows begins a paragraph."""
    first = "一、各方同意加强图书馆之间的合作，共同保护珍贵的手稿，并向读者免费开放"
    page = lines(first, "所有数字化的藏书。", "二、各方将举办联合展览。")
    assert width(first) <= WIDTH - 2 * LEFT + 24
    assert paragraphs(pdf([page]), tmp_path) == [f"{first}所有数字化的藏书。", "二、各方将举办联合展览。"]


def test_a_reference_to_an_article_begins_no_paragraph(tmp_path: Path) -> None:
    """A line may begin with Article 4 within a sentence."""
    page = lines(
        "The Parties will exchange their records in one common format, as provided for",
        "Article 4 of this statement, and inform each other of it before the end of the",
        "year.",
    )
    assert len(paragraphs(pdf([page]), tmp_path, "en")) == 1


def test_bullets_begin_paragraphs(tmp_path: Path) -> None:
    """Their lines hang behind them."""
    page = [
        Printed(LEFT, TOP, "• The libraries will exchange catalogue records in one common format, and a"),
        Printed(LEFT + 12, TOP - 15, "working group will prepare it."),
        Printed(LEFT, TOP - 30, "• The libraries will hold an exhibition."),
    ]
    assert len(paragraphs(pdf([page]), tmp_path, "en")) == 2


def test_a_line_that_juts_out_is_no_margin(tmp_path: Path) -> None:
    """Text is set within margins that most lines keep; one address goes beyond."""
    texts = [text for text in as_read("en") if len(text) > 100] * 3
    pages = typeset(texts, "2025", 30, gap=9)
    pages[0].insert(3, Printed(LEFT, 795, "https://www.example.org/" + "a" * 60))
    found = paragraphs(pdf(pages), tmp_path, "en")
    assert found[-len(texts) + 1 :] == texts[1:]


def test_headings_at_the_tops_of_pages_stay(tmp_path: Path) -> None:
    """Article 1 on page 1, Article 2 on page 2: they count as pages do, and are none of their heads."""
    pages = [
        lines(f"Article {number}", f"The Parties agree on the {word}.") for number, word in ((1, "maps"), (2, "books"))
    ]
    assert paragraphs(pdf(pages), tmp_path, "en")[2] == "Article 2"


def test_a_heading_of_two_lines_is_one(tmp_path: Path) -> None:
    """Both lines are set about the middle of the page."""
    texts = ("Joint Statement of the Second Meeting", "of the Heads of the National Libraries")
    page = [Printed((WIDTH - width(text)) / 2, TOP - 15 * number, text) for number, text in enumerate(texts)]
    page += lines("The heads of the national libraries of Central Asia met in the city of Osh on the", "14th.", top=700)
    assert paragraphs(pdf([page]), tmp_path, "en")[0] == " ".join(texts)


def test_lines_hang_behind_a_number(tmp_path: Path) -> None:
    """The lines of a clause begin farther right than its number."""
    page = [
        Printed(LEFT, TOP, "1. The libraries will exchange catalogue records in one common format, and"),
        Printed(LEFT + 20, TOP - 15, "a working group will prepare it."),
        Printed(LEFT, TOP - 30, "2. The libraries will hold an exhibition."),
    ]
    assert len(paragraphs(pdf([page]), tmp_path, "en")) == 2


def test_a_footnote_stands_behind_the_paragraph_that_goes_on_overleaf(tmp_path: Path) -> None:
    """It is set smaller, at the end of its page; the small figure that refers to it is no part of a word."""
    first = [
        Printed(LEFT, TOP, "The heads of the national libraries of Central Asia met in the city of Osh"),
        Printed(
            LEFT + width("The heads of the national libraries of Central Asia met in the city of Osh"), TOP + 5, "1", 7
        ),
        Printed(LEFT, 60, "1 In the reading room.", 8),
    ]
    second = [Printed(LEFT, TOP, "and agreed as follows.")]
    found = paragraphs(pdf([first, second]), tmp_path, "en")
    assert found[0].startswith("The heads of the national libraries of Central Asia met in the city of Osh and agreed")
    assert found[1:] == ["1 In the reading room."]


@pytest.mark.parametrize(
    ("cut", "whole"),
    [
        (("We keep the libra-", "ries open."), "We keep the libraries open."),
        (("This is a high-", "level meeting."), "This is a high-level meeting."),
        (("The library-", "Osh bridge is open."), "The library-Osh bridge is open."),
        (("It is low-cost; all of it is low-", "cost."), "It is low-cost; all of it is low-cost."),
    ],
)
def test_hyphens_at_line_ends_are_mended(cut: tuple[str, str], whole: str, tmp_path: Path) -> None:
    """The text and the words of the language tell which hyphen belongs to the word."""
    assert paragraphs(pdf([lines(*cut)]), tmp_path, "en") == [whole]


def test_a_kyrgyz_year_keeps_its_hyphen(tmp_path: Path) -> None:
    """2025-жылы is no word that was cut. (Kazakh writes 2025 жылы.)"""
    page = lines("Жолугушуу 2025-", "жылы өттү.")
    assert paragraphs(pdf([page]), tmp_path, "ky") == ["Жолугушуу 2025-жылы өттү."]


def test_pictures_and_fonts_without_letters_are_refused() -> None:
    """One line that says what to do."""
    with pytest.raises(InputError, match="its pages are pictures — have the text recognised"):
        read(pdf([[]]), "a.pdf", None)


def test_a_missing_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without pypdfium2 a line says what to install."""
    monkeypatch.setitem(__import__("sys").modules, "pypdfium2", None)
    with pytest.raises(InputError, match=r"pip install '\.\[documents\]'"):
        read(pdf([lines("Text")]), "a.pdf", None)


@pytest.mark.skipif(shutil.which("chromium") is None, reason="Chromium is not installed")
@pytest.mark.parametrize("tag", LANGUAGES)
def test_what_chromium_prints_is_read(tag: str, tmp_path: Path) -> None:
    """The page of a ministry, printed to a file: the numbers that the browser shows are in it."""
    page = tmp_path / "a.html"
    article = modern(tag).split("<main>")[1].split("<figure>")[0].split("</nav>")[1].split("<div class=")[0]
    body = modern(tag).split('<div class="text">')[1].split("</div>")[0]
    page.write_text(f"<meta charset=utf-8>{article}{body}", encoding="utf-8")
    command = [
        "chromium",
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        f"--print-to-pdf={tmp_path / 'a.pdf'}",
        page.as_uri(),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    content = (tmp_path / "a.pdf").read_bytes()
    assert paragraphs(content, tmp_path) == as_read(tag)


@pytest.mark.parametrize("bullet", ["•", "\uf0b7", "\uf0a7", "➢"], ids=ascii)
def test_bullets_go_as_they_do_in_a_document_of_word(bullet: str, tmp_path: Path) -> None:
    """Those of Word stand in a PDF as letters of Symbol and Wingdings, which nothing but Word knows."""
    page = lines("The Parties will:", f"{bullet} share data on rivers;", f"{bullet} hold a seminar in Osh.")
    assert paragraphs(pdf([page]), tmp_path, "en") == [
        "The Parties will:",
        "share data on rivers;",
        "hold a seminar in Osh.",
    ]
