"""Letters that a regular expression cannot do without."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from workbench.memory.literals import literals
from workbench.memory.terms import folded


@pytest.mark.parametrize(
    ("source", "found"),
    [
        (r"\d+ стран", (" стран",)),
        (r"colou?r", ("colo", "r")),
        (r"six (parties|countries) agree", ("six ", " agree")),
        (r"summit|саммит", ()),
        (r"\bdecade\b", ("decade",)),
        (r"(?i)summit", ()),
        (r"[[:alpha:]--[a]]b", ()),
        (r"第[一二]届峰会", ("第", "届峰会")),
        (r"\p{Lu}\x41\.", ()),
        (r"(?:a{2}b){e<=1}c", ("c",)),
    ],
)
def test_what_must_stand_there_is_found(source: str, found: tuple[str, ...]) -> None:
    """What is in groups, sets, alternatives and before a question mark need not stand there."""
    assert literals(source) == found


PIECES = st.sampled_from(
    [
        *"abсы峰会 .?*+|()[]^$",
        r"\d",
        r"\w",
        r"\b",
        "{1,2}",
        "{0}",
        "(?:",
        "(?=",
        "(?!",
        "(?<=",
        "[ab]",
        "[^b]",
        r"\x61",
        r"\pL",
    ]
)


@given(st.lists(PIECES, max_size=10).map("".join), st.text("aAbBсСы峰会 1", max_size=12))
def test_what_matches_has_the_letters(source: str, text: str) -> None:
    """Any expression that can be read, on any text."""
    try:
        match = regex.search(source, text, regex.IGNORECASE, timeout=1)
    except (regex.error, TimeoutError):
        return
    if match is not None:
        assert all(folded(stretch) in folded(text) for stretch in literals(source))
