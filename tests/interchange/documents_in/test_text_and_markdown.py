"""Plain text and Markdown."""

from pathlib import Path

import pytest

from tests.interchange.documents_in.statement import LANGUAGES, as_read
from workbench.interchange.documents import markdown, text
from workbench.interchange.documents.reading import document_of, read_segmented
from workbench.model.errors import InputError


def shown(content: str) -> list[str]:
    """Return the paragraphs of Markdown."""
    return list(markdown.read(content.encode(), "a.md", None).paragraphs)


@pytest.mark.parametrize("tag", LANGUAGES)
@pytest.mark.parametrize("between", ["\n", "\n\n", "\r\n\r\n", "\n\n\n"])
def test_text_is_paragraphs(tag: str, between: str) -> None:
    """A paragraph a line, or blank lines between, with line ends of any kind."""
    content = between.join(as_read(tag)).encode()
    assert list(text.read(content, "a.txt", None).paragraphs) == as_read(tag)


@pytest.mark.parametrize("end", ["\x0b", "\x0c", "\n\x0c", "\x85", "\u2028", "\u2029"])
def test_line_ends_of_other_programs_are_line_ends(end: str) -> None:
    """Word's, those of pages as pdftotext writes them, Unicode's."""
    content = f"Тараптар келісті.{end}Олар кездесті.\n".encode()
    found = document_of(content, Path("a.txt"), tag="kk").text
    assert [one.text for one in found.segments] == ["Тараптар келісті.", "Олар кездесті."]


def test_lines_that_are_broken_for_width_are_joined() -> None:
    """A line that begins with a label begins a paragraph; a word that is cut is whole again; Chinese joins without a space."""
    english = "1. The Parties keep the libra-\nries open\nfor all.\n2. The end.\n\nDone."
    found = document_of(english.encode(), Path("a.txt"), tag="en").text
    assert [one.text for one in found.segments] == [
        "1. The Parties keep the libraries open for all.",
        "2. The end.",
        "Done.",
    ]
    chinese = "各方同意加强\n合作，参加 Central\nAsia 论坛。\n\n完"
    assert (
        document_of(chinese.encode(), Path("a.txt"), tag="zh").text.segments[0].text
        == "各方同意加强合作，参加 Central Asia 论坛。"
    )


def test_markdown_is_what_is_shown() -> None:
    """Headings, emphasis, links, quotations, code and cells; a line break is a line feed."""
    content = (
        "# *Joint* Statement\n\nThe [Parties](http://x) agree\non **this** `text`.\\\nEnd\n\n"
        "> Quoted\n\n| a | b |\n|---|---|\n| c | |\n"
    )
    assert shown(content) == ["Joint Statement", "The Parties agree\non this text.\nEnd", "Quoted", "a", "b", "c"]


@pytest.mark.parametrize(
    ("written", "numbers"),
    [
        ("1. a\n2. b\n3. c", ["1. a", "2. b", "3. c"]),
        ("1. a\n1. b\n1. c", ["1. a", "2. b", "3. c"]),
        ("4. a\n5. b\n7. c", ["4. a", "5. b", "7. c"]),
        ("1) a\n2) b", ["1) a", "2) b"]),
        ("1. a\n   1. b\n2. c", ["1. a", "1. b", "2. c"]),
        ("1. a\n\n   still a\n2. b", ["1. a", "still a", "2. b"]),
        ("- a\n- b", ["a", "b"]),
        ("IV. a\n\n(a) b", ["IV. a", "(a) b"]),
        ("2024\\. a", ["2024. a"]),
    ],
)
def test_numbers_of_lists_are_written_or_counted(written: str, numbers: list[str]) -> None:
    """As they are shown; a jump that somebody wrote is kept."""
    assert shown(written) == numbers


def test_what_is_not_shown_is_left_out_and_said() -> None:
    """Front matter and HTML; marks of footnotes go, their texts stay."""
    content = "---\ntitle: x\n---\n\n<div>\nx\n</div>\n\nThe Parties[^1] <b>agree</b>.\n\n[^1]: All six.\n"
    found = markdown.read(content.encode(), "a.md", None)
    assert found.paragraphs == ("The Parties agree.", "All six.")
    assert found.notes == ("the front matter", "3 passages of HTML")


def test_a_segmented_text_is_taken_as_it_is(tmp_path: Path) -> None:
    """A line a segment; its encoding and language are recognised too."""
    path = tmp_path / "a.txt"
    path.write_bytes("Стороны договорились. Они выражают\nудовлетворение.\n\nКонец встречи.\n".encode("windows-1251"))
    found = read_segmented(path)
    assert (found.encoding, found.tag, found.recognised) == ("windows-1251", "ru", True)
    assert [one.text for one in found.text.segments] == [
        "Стороны договорились. Они выражают",
        "удовлетворение.",
        "Конец встречи.",
    ]
    assert len(found.text.paragraphs()) == 2


def test_a_text_that_is_too_large_is_refused_unread(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file is not read to its end."""
    monkeypatch.setattr("workbench.interchange.documents.reading.MOST", 1024 * 1024)
    path = tmp_path / "a.txt"
    with path.open("wb") as file:
        file.truncate(1024 * 1024 * 1024 * 1024)
    with pytest.raises(InputError, match="larger than 1 MB"):
        read_segmented(path, tag="en")
