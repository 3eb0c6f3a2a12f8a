"""Letters that a program lost where it saved a text."""

import pytest

from workbench.editing.lost_letters import lost_letters

KAZAKH, CHINESE = "Тараптар Самарқандта кездесті.", "各方在撒马尔罕会晤。"


@pytest.mark.parametrize("encoding", ["cp1251", "iso-8859-5", "ascii", "cp1252"])
@pytest.mark.parametrize("text", [KAZAKH, CHINESE, "Ýaşulular “Taraplar” diýdi – Žeenbek."])
def test_what_an_encoding_lacks_is_lost(text: str, encoding: str) -> None:
    """Wherever it lacks a letter."""
    after = text.encode(encoding, "replace").decode(encoding)
    assert lost_letters(text, after) is (after != text)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (KAZAKH, KAZAKH),
        (KAZAKH, f"{KAZAKH[:-1]}?"),
        (CHINESE, f"{CHINESE[:-1]}?"),
        (CHINESE, ""),
        ("Келісті ме?", "Келіспеді ме?"),
    ],
)
def test_what_a_person_edits_is_not_lost(before: str, after: str) -> None:
    """A full stop that became a question mark, another word in a question."""
    assert not lost_letters(before, after)
