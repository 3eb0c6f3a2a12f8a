"""What people look for is found, where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.memory.pattern import Pattern, pattern_of
from workbench.model.errors import UsageError


@pytest.mark.parametrize(
    ("pattern", "text", "found"),
    [
        (Pattern("xi'an"), "the Xi’an summit", "Xi’an"),
        (Pattern("ОРТАЛЫҚ"), "Орталық Азия", "Орталық"),
        (Pattern("命运共同体"), "构建命运共同体", "命运共同体"),
        (Pattern("Саммит", exact=True), "саммит, Саммит", "Саммит"),
        (Pattern("ozbekiston", accents=True), "Özbekiston", "Özbekiston"),
        (Pattern("мир", whole=True), "мировой мир", "мир"),
        (Pattern("ёлка", accents=True), "Елка", "Елка"),
        (Pattern("六国", whole=True), "六国外长", "六国"),
        (Pattern(r"\d+ (?:стран|ел)", is_regex=True), "все 6 стран", "6 стран"),
        (Pattern("elli", whole=True), "ellik ýyl", None),
    ],
)
def test_a_pattern_finds_its_place(pattern: Pattern, text: str, found: str | None) -> None:
    """By the letters that count."""
    place = pattern.finder()(text)
    assert (place and text[slice(*place)]) == found


@pytest.mark.parametrize(
    ("typed", "pattern"),
    [
        ("summit", Pattern("summit", accents=True)),
        ('"summit"', Pattern("summit", whole=True, accents=True)),
        ("=Summit", Pattern("Summit", exact=True)),
        ("/sum+it/", Pattern("sum+it", is_regex=True)),
        ("/", Pattern("/", accents=True)),
    ],
)
def test_signs_say_how_to_look(typed: str, pattern: Pattern) -> None:
    """Slashes, quotation marks, an equals sign."""
    assert pattern_of(typed) == pattern


@pytest.mark.parametrize(
    ("pattern", "said"), [(Pattern(" "), "empty"), (Pattern("(", is_regex=True), "cannot be read")]
)
def test_what_cannot_be_looked_for_is_refused(pattern: Pattern, said: str) -> None:
    """With what to do."""
    with pytest.raises(UsageError, match=said):
        pattern.finder()


def test_a_pattern_that_would_take_for_ever_is_stopped() -> None:
    """It tries every way to cut the letters into ones and twos."""
    with pytest.raises(UsageError, match="takes too long"):
        Pattern(r"(?:a|aa)+$", is_regex=True).finder()("a" * 60 + "b")


@given(st.text(min_size=1).filter(str.strip), st.text(), st.text())
def test_words_are_found_wherever_they_stand(words: str, before: str, behind: str) -> None:
    """To the letter, in any text (in NFC, which may change what stands at the edges)."""
    from unicodedata import normalize

    text = normalize("NFC", before + words + behind)
    wanted = normalize("NFC", words)
    place = Pattern(words, exact=True).finder()(text)
    assert place is not None or wanted not in text
