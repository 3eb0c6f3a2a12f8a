"""What differs between two states of a document, as a person reads it."""

from __future__ import annotations

from dataclasses import replace

from tests.editing.samples import sample
from workbench.model.document import Document
from workbench.model.segment import text_of_paragraphs
from workbench.tui.work.differences import differences


def with_lines(*lines: str) -> Document:
    """The sample, with another Kazakh text."""
    document = sample()
    paragraphs = [(line,) for line in lines]
    return document.with_version(replace(document.versions["kk"], text=text_of_paragraphs(paragraphs)))


def test_of_long_wordings_what_differs_is_shown() -> None:
    """Who has to choose does not search two paragraphs for one word."""
    before, behind = "Тараптар кездесудің нәтижелерін құптайды және " * 4, " халықтарының достығын жоғары бағалайды" * 4
    was, now = (with_lines(f"{before}{word}{behind}") for word in ("қазақ", "өзбек"))
    found = differences(now, was)
    assert [line[:8] for line in found] == ["kk 1 − …", "kk 1 + …"]
    assert "қазақ" in found[0]
    assert "өзбек" in found[1]
    assert max(map(len, found)) < 150


def test_short_wordings_are_shown_whole() -> None:
    """There is nothing to search."""
    assert differences(with_lines("Алты ел."), with_lines("Бес ел.")) == ["kk 1 − Бес ел.", "kk 1 + Алты ел."]


def test_a_line_that_came_is_told_alone() -> None:
    """Not all lines behind it."""
    was, now = with_lines("Бір.", "Екі.", "Үш."), with_lines("Бір.", "Жаңа.", "Екі.", "Үш.")
    assert differences(now, was) == ["kk 2 + Жаңа."]


def test_a_text_of_which_every_line_is_another_is_compared_line_by_line() -> None:
    """It takes no longer than to read it, and the first lines are told."""
    was, now = ([f"{number}-бап. {word}" for number in range(20_000)] for word in ("Ел.", "Халық."))
    assert differences(with_lines(*now), with_lines(*was))[:2] == ["kk 1 − 0-бап. Ел.", "kk 1 + 0-бап. Халық."]
