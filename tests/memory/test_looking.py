"""Whatever a look through all texts finds, the index finds."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.memory.samples import filled, found, unit
from workbench.memory.pattern import Pattern
from workbench.memory.unit import Unit
from workbench.model.document import Document
from workbench.model.errors import UsageError

UNITS = [
    unit({"en": "The Parties welcome the Xi’an summit.", "zh": "各方欢迎西安峰会。", "uz": "Oʻzbekiston sammiti"}),
    unit({"en": "Six countries agree.", "zh": "六国外长一致同意。", "ru": "Шесть стран согласны."}),
    unit({"en": "The second summit", "zh": "第二届峰会", "ru": "Второй саммит (2025 год)"}),
]


@pytest.mark.parametrize(
    ("pattern", "rows"),
    [
        (Pattern("summit"), [0, 2]),
        (Pattern("ummi"), [0, 2]),
        (Pattern("峰会"), [0, 2]),
        (Pattern("西安"), [0]),
        (Pattern("国"), [1]),
        (Pattern("会。"), [0]),
        (Pattern("xi'an sum"), [0]),
        (Pattern("second sum"), [2]),
        (Pattern("ond sum"), [2]),
        (Pattern("стран", whole=True), [1]),
        (Pattern("стра", whole=True), []),
        (Pattern("o'zbek"), [0]),
        (Pattern("Summit", exact=True), []),
        (Pattern("второи", accents=True), [2]),
        (Pattern("("), [2]),
        (Pattern(r"\d{4} год", is_regex=True), [2]),
        (Pattern("."), [0, 1]),
        (Pattern("zz"), []),
    ],
)
def test_a_pattern_leads_to_its_units(pattern: Pattern, rows: list[int]) -> None:
    """Words, parts of words, two Chinese letters and one, signs alone, expressions."""
    assert found(filled(UNITS), pattern) == rows


def test_a_version_can_be_asked_alone() -> None:
    """The Chinese word is not looked for in English."""
    store = filled(UNITS)
    assert found(store, Pattern("峰会"), "zh") == [0, 2]
    assert found(store, Pattern("峰会"), "en") == found(store, Pattern("峰会"), "kk") == []


def test_an_expression_that_takes_too_long_is_refused() -> None:
    """As it is in a document."""
    with pytest.raises(UsageError, match="too long"):
        found(filled([unit({"en": "a" * 60 + "b"})]), Pattern(r"(?:a|aa)+$", is_regex=True))


def test_a_word_that_is_too_long_to_be_one_is_found() -> None:
    """Somebody's key of 500 letters, by its middle and by what stands beside it."""
    store = filled([unit({"en": f"key {'ab' * 250}c end"}), *UNITS])
    assert found(store, Pattern("ababab")) == found(store, Pattern("babc")) == found(store, Pattern("ab" * 150)) == [0]


def test_what_is_not_wanted_any_more_is_not_looked_for() -> None:
    """A look at a thousand texts ends after some hundreds."""
    from workbench.memory.looking import Reader, look

    asked = iter([True, True, False])
    store = filled([unit({"en": "…"})] * 1000)
    assert len(list(look(Reader(store, "file"), Pattern("…"), wanted=lambda: next(asked)))) == 512


LETTERS = "aAbБбёЁеʻ’' -.峰会六国，iIİıß1_한é\u0301ςσΣ"
TEXTS = st.text(LETTERS, max_size=12)
PATTERNS = st.builds(
    Pattern,
    st.text(LETTERS, min_size=1, max_size=4).filter(str.strip),
    whole=st.booleans(),
    exact=st.booleans(),
    accents=st.booleans(),
)


@settings(deadline=None)
@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=6), PATTERNS)
def test_the_index_finds_what_a_look_at_every_text_finds(pairs: list[tuple[str, str]], pattern: Pattern) -> None:
    """Any letters, folded in any way."""
    from workbench.model.text import normalised

    texts = [{"en": normalised(one), "zh": normalised(other)} for one, other in pairs]
    find = pattern.finder()
    expected = [at for at, held in enumerate(texts) if any(map(find, held.values()))]
    assert found(filled(map(unit, texts)), pattern) == expected


def test_a_concordance_shows_all_versions_of_a_row(statement: Document) -> None:
    """The clause on the summit in Astana, found by its Chinese name."""
    from workbench.memory.documents import units_of
    from workbench.memory.looking import Reader, look

    units: list[Unit] = list(units_of(statement))
    (hit,) = look(Reader(filled(units, statement.name), "document"), Pattern("阿斯塔纳"))
    assert (hit.document, hit.clause, "Astana" in hit.versions["en"]) == (statement.name, "10", True)
    assert set(hit.versions) == set(statement.versions)
