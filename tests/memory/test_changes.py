"""What differs between two texts."""

from __future__ import annotations

from workbench.memory.changes import changes


def test_changes_lead_from_one_text_to_the_other() -> None:
    """Word by word, where words are spaced."""
    found = [(change.kind, change.text) for change in changes("the second summit", "the third summit")]
    assert found == [("=", "the "), ("-", "second "), ("+", "third "), ("=", "summit")]


def test_chinese_changes_letter_by_letter() -> None:
    """It has no spaces."""
    assert [change.kind for change in changes("第二届峰会", "第三届峰会")] == ["=", "-", "+", "="]
