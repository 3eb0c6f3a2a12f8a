"""Texts of versions: from a file's content to segments and back."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.model.segment import format_text, parse_text, text_of_paragraphs

LINES = st.text(alphabet="aа四ň \t\r\n\u0301\ufeff.", max_size=60)


@given(LINES)
def test_any_content_comes_back_to_the_letter(content: str) -> None:
    """Parsing and formatting gives back every byte, whatever the line ends and blank lines."""
    assert format_text(parse_text(content)) == content


@given(LINES)
def test_no_segment_is_blank_or_holds_a_line_feed(content: str) -> None:
    """A segment is a line that says something."""
    assert all(s.text.strip() and "\n" not in s.text for s in parse_text(content).segments)


def test_blank_lines_part_paragraphs() -> None:
    """Two lines, a blank line, one line: two paragraphs of two and one segments."""
    text = parse_text("Тараптар келісті.\nОлар дайын.\n\nКездесу өтті.\n")
    assert [list(paragraph) for paragraph in text.paragraphs()] == [[0, 1], [2]]


def test_blank_lines_alone_are_no_paragraph() -> None:
    """A file in which somebody pressed Enter three times."""
    assert parse_text(" \n\n\t\n").paragraphs() == ()


def test_windows_line_ends_are_kept() -> None:
    """A CRLF file has segments without CR, and is written with CRLF."""
    text = parse_text("各方同意。\r\n\r\n会晤结束。\r\n")
    assert [s.text for s in text.segments] == ["各方同意。", "会晤结束。"]
    assert format_text(text) == "各方同意。\r\n\r\n会晤结束。\r\n"


def test_lines_are_counted_with_blank_ones() -> None:
    """The line number of a segment counts doubled blank lines and a blank line at the top."""
    assert parse_text("\nбир\n\n\nэки\n").lines() == (2, 5)


def test_paragraphs_are_written_with_one_blank_line_between() -> None:
    """The form that Workbench writes: LF, one blank line, a final line feed."""
    assert format_text(text_of_paragraphs([["Birinji.", "Ikinji."], ["Üçünji."]])) == "Birinji.\nIkinji.\n\nÜçünji.\n"
