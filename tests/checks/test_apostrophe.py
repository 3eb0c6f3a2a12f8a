"""apostrophe: apostrophes that the language writes otherwise."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Run, made_of


@pytest.mark.parametrize(
    ("tag", "text", "words", "suggestion"),
    [
        ("uz", "O'zbekiston", "'", "ʻ"),
        ("uz", "taʻlim sohasi", "ʻ", "ʼ"),
        ("uz", "Qozog‘iston", "‘", "ʻ"),
        ("en", "the secretariat`s documents", "`", "’"),
    ],
)
def test_another_sign_is_found_and_safe_to_mend(run: Run, tag: str, text: str, words: str, suggestion: str) -> None:
    """Uzbek has two signs, each in its place."""
    (found,) = run(made_of({tag: text}), "apostrophe")
    assert (found.location.words, found.suggestion, found.safe) == (words, suggestion, True)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("uz", "Oʻzbekiston aʼzo davlatlar qatʼiy"),
        ("en", "Xi'an and the secretariat's documents"),
        ("ru", "Кот-д'Ивуар"),
        ("fr", "l'accord d’Astana"),
        ("uz", "sayt: https://o'z.uz"),
    ],
)
def test_right_signs_are_left_alone(run: Run, tag: str, text: str) -> None:
    """What the language admits, and what no rule is known for."""
    assert list(run(made_of({tag: text}), "apostrophe")) == []


def test_a_version_keeps_to_one_apostrophe(run: Run) -> None:
    """English admits both, but not mixed."""
    text = "China’s, Asia’s, Xi’an, the party’s and the people's"
    (found,) = run(made_of({"en": text}), "apostrophe")
    assert (found.severity, found.location.words, found.suggestion) == ("info", "'", "’")
