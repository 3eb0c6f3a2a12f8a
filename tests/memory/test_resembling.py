"""Rows that resemble a text come first, with what differs."""

from __future__ import annotations

from workbench.memory.concordance import Hit, hits
from workbench.memory.resembling import changes, resembling
from workbench.model.document import Document


def row(number: int, en: str, kk: str = "") -> Hit:
    """A row in two languages."""
    return Hit("astana-2025", str(number), number, {"en": en, "kk": kk})


def test_the_likest_row_is_first() -> None:
    """The summit that was held before the forum."""
    rows = [
        row(0, "The Parties welcome the results of the forum."),
        row(1, "The Parties welcome the results of the second summit."),
        row(2, "Cooperation in agriculture will be deepened."),
    ]
    found = resembling("The Parties welcome the results of the summit.", "en", rows)
    assert [match.hit.row for match in found] == [1, 0]


def test_a_row_without_the_version_resembles_nothing() -> None:
    """There is nothing to compare with."""
    assert resembling("Саммит өтті.", "kk", [row(0, "The summit was held.")]) == []


def test_changes_lead_from_one_text_to_the_other() -> None:
    """Word by word, where words are spaced."""
    found = [(change.kind, change.text) for change in changes("the second summit", "the third summit")]
    assert found == [("=", "the "), ("-", "second "), ("+", "third "), ("=", "summit")]


def test_chinese_changes_letter_by_letter() -> None:
    """It has no spaces."""
    assert [change.kind for change in changes("第二届峰会", "第三届峰会")] == ["=", "-", "+", "="]


def test_a_concordance_shows_all_versions_of_a_row(statement: Document) -> None:
    """The clause on the summit in Astana, found by its Chinese name."""
    from workbench.memory.pattern import Pattern

    (found,) = hits(statement, Pattern("阿斯塔纳").finder())
    assert (found.clause, "Astana" in found.versions["en"], set(found.versions)) == (
        "10",
        True,
        set(statement.versions),
    )
