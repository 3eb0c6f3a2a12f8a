"""Lines break by terminal cells, and nothing that a terminal would obey is shown."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from workbench.model.text import forbidden_control
from workbench.tui.grid.cells import fitted, visible, wrap

TEXTS = st.text("abc дқәй成都，。（）“”ʻ’«»1.-e\u0301\u0306\u200b\u1112\u1161", max_size=80)


def lines(text: str, width: int) -> list[str]:
    """The lines as strings."""
    return [text[start:end] for start, end in wrap(text, width)]


@given(TEXTS, st.integers(2, 30))
def test_no_line_is_wider_than_its_column(text: str, width: int) -> None:
    """Whatever the scripts, every line fits in cells."""
    assert all(cell_len(visible(line)) <= width for line in lines(text, width))


@given(TEXTS, st.integers(2, 30))
def test_nothing_but_spaces_is_lost_in_wrapping(text: str, width: int) -> None:
    """The lines together hold every character of the text but spaces."""
    assert "".join(lines(text, width)).replace(" ", "") == text.replace(" ", "")


def test_words_are_not_cut() -> None:
    """Kazakh breaks at spaces."""
    assert lines("Тараптар кездесудің нәтижелерін құптайды.", 20) == ["Тараптар кездесудің", "нәтижелерін", "құптайды."]


def test_chinese_breaks_anywhere() -> None:
    """A line of Chinese is filled to its end."""
    assert lines("各方欢迎会晤成果各方欢迎", 8) == ["各方欢迎", "会晤成果", "各方欢迎"]


def test_no_line_begins_with_closing_punctuation() -> None:
    """The comma takes the character before it to the next line."""
    assert lines("各方欢迎，会晤成果", 8) == ["各方欢", "迎，会晤", "成果"]


def test_no_line_ends_with_opening_punctuation() -> None:
    """The bracket goes to the next line with what it opens."""
    assert lines("各方欢（以下简称", 8) == ["各方欢", "（以下简", "称"]


def test_a_word_longer_than_the_line_is_cut() -> None:
    """What cannot break breaks at the edge."""
    assert lines("достопримечательность", 10) == ["достоприме", "чательност", "ь"]


@given(st.text(max_size=40))
def test_no_control_reaches_the_terminal(text: str) -> None:
    """No text has a forbidden control left when it is visible, and no tab."""
    shown = visible(text)
    assert forbidden_control(shown) is None
    assert "\t" not in shown


@pytest.mark.parametrize(
    ("text", "shown"), [("\x1b[2J", "␛[2J"), ("\x9b31m", "␛31m"), ("\u202etxt", "↔txt"), ("a\tb", "a␉b")]
)
def test_controls_are_shown_by_symbols(text: str, shown: str) -> None:
    """An escape is seen, not obeyed."""
    assert visible(text) == shown


@given(TEXTS, st.integers(1, 30))
def test_fitted_text_is_exactly_as_wide_as_asked(text: str, width: int) -> None:
    """Cut or filled, the cells are those of the column."""
    assert cell_len(fitted(text, width)) == width
