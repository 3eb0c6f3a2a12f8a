"""Clauses are numbered in sequence, in the style of their level."""

from __future__ import annotations

import pytest

from tests.checks.conftest import made_of
from workbench.editing.apply import apply
from workbench.editing.renumbering import renumber
from workbench.model.document import Document
from workbench.model.errors import InputError


def labels_of(document: Document, tag: str) -> list[str]:
    """The first words of every segment."""
    return [text.split(" ")[0] for text in document.versions[tag].segments()]


def renumbered(tag: str, text: str) -> list[str]:
    """The first words of the segments of a text after renumbering."""
    document = made_of({tag: text})
    return labels_of(apply(document, renumber(document, tag))[0], tag)


@pytest.mark.parametrize(
    ("tag", "text", "expected"),
    [
        ("en", "1. One.\n\n2. Two.\n\n3. Three.\n\nIV. Four.\n\n5. Five.\n", ["1.", "2.", "3.", "4.", "5."]),
        ("ru", "1. Раз.\n\n2. Два.\n\n4. Три.\n\n5. Четыре.\n", ["1.", "2.", "3.", "4."]),
        ("ru", "а) Раз.\n\nб) Два.\n\nг) Три.\n\nд) Четыре.\n", ["а)", "б)", "в)", "г)"]),
        ("ky", "(А) Бир.\n\n(Б) Эки.\n\n(Г) Үч.\n", ["(А)", "(Б)", "(В)"]),
        ("uz", "1) Bir.\n\n2) Ikki.\n\n2) Uch.\n", ["1)", "2)", "3)"]),
    ],
)
def test_gaps_repetitions_and_strays_are_mended(tag: str, text: str, expected: list[str]) -> None:
    """In the style that most labels have."""
    assert renumbered(tag, text) == expected


def test_chinese_clauses_are_numbered_in_chinese() -> None:
    """六、 behind 四、 becomes 五、."""
    document = made_of({"zh": "一、甲。\n\n二、乙。\n\n三、丙。\n\n四、丁。\n\n六、戊。\n"})
    after, _ = apply(document, renumber(document, "zh"))
    assert [text[:2] for text in after.versions["zh"].segments()] == ["一、", "二、", "三、", "四、", "五、"]


def test_what_is_in_order_is_left_alone(statement: Document) -> None:
    """The Kazakh statement needs no renumbering."""
    with pytest.raises(InputError, match="already"):
        renumber(statement, "kk")


def test_the_english_statement_gets_its_fourth_clause(statement: Document) -> None:
    """And nothing else changes."""
    after, _ = apply(statement, renumber(statement, "en"))
    changed = [
        new
        for old, new in zip(statement.versions["en"].segments(), after.versions["en"].segments(), strict=True)
        if old != new
    ]
    assert [text[:8] for text in changed] == ["4. Based"]
