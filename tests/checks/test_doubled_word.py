"""doubled-word: words that were typed twice."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Run, made_of


@pytest.mark.parametrize(
    ("tag", "text", "words", "suggestion"),
    [
        ("en", "The the Parties agreed.", "The the", "The"),
        ("en", "agreed on on trade", "on on", "on"),
        ("ru", "состоится в в Астане", "в в", "в"),
        ("kk", "достық және және тату көршілік", "және және", "және"),
        ("tg", "ки ки дар Чэнду", "ки ки", "ки"),
        ("uz", "hamkorlik hamkorlik boʻyicha", "hamkorlik hamkorlik", "hamkorlik"),
        ("zh", "推动推动合作", "推动推动", "推动"),
        ("zh", "各方的的决心", "的的", "的"),
        ("tr", "işbirliğinin işbirliğinin gelişmesi", "işbirliğinin işbirliğinin", "işbirliğinin"),
    ],
)
def test_a_word_twice_is_found(run: Run, tag: str, text: str, words: str, suggestion: str) -> None:
    """With the word as it should stand."""
    (found,) = run(made_of({tag: text}), "doubled-word")
    assert (found.location.words, found.suggestion, found.safe) == (words, suggestion, False)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("kk", "тез-тез, бір бірі, қайта қайта, топ топ"),
        ("tr", "yavaş yavaş, tek tek"),
        ("uz", "asta-sekin, bora bora, Vang I va I."),
        ("zh", "人人享有，天天，一个一个，研究研究，清清楚楚"),
        ("en", "what they had had, Baden Baden, that that"),
        ("ru", "о том, что что-то, Ван И и министр"),
        ("fr", "nous nous réunissons"),
    ],
)
def test_what_a_language_says_twice_is_left_alone(run: Run, tag: str, text: str) -> None:
    """Reduplication is a means of Turkic languages and Chinese."""
    assert list(run(made_of({tag: text}), "doubled-word")) == []
