"""Numbers that a text may hold, references to articles, and months that a text names."""

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.languages.dates import months_named
from workbench.languages.knowledge import knowledge, known_tags
from workbench.languages.labels import find_label
from workbench.languages.quantities import quantities
from workbench.languages.references import is_reference
from workbench.languages.traces import traces
from workbench.languages.wordforms import fold


@pytest.mark.parametrize(
    ("tag", "text", "value"),
    [
        ("en", "the G20 summit", 20),
        ("en", "at 1 pm", 13),
        ("en", "a quarter of them", 4),
        ("en", "in the nineties", 1990),
        ("ru", "пятилетний план", 5),
        ("ru", "за полгода", 6),
        ("ru", "в 12:30", 30),
        ("ru", "1 декабря 2024 года", 2024),
        ("kk", "жарты жыл", 6),
        ("zh", "半年", 6),
        ("fr", "1.500 personnes", 1500),
    ],
)
def test_a_text_may_hold_a_number_in_many_ways(tag: str, text: str, value: int) -> None:
    """In signs, in longer words, in words that say it without being it."""
    assert Decimal(value) in traces(text, knowledge(tag))


@pytest.mark.parametrize(
    ("tag", "text", "value"),
    [
        ("ru", "человек", 100),
        ("ru", "аппарат, параллельный", 2),
        ("en", "on behalf of, repair", 2),
        ("kk", "қосымша", 2),
        ("ky", "кошумча", 2),
        ("tk", "goşant", 2),
        ("uz", "asrash", 100),
    ],
)
def test_a_word_holds_no_number_by_chance(tag: str, text: str, value: int) -> None:
    """What says a number begins a word; neither век in человек nor half in behalf does."""
    assert Decimal(value) not in traces(text, knowledge(tag))


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "bilateral"),
        ("ru", "двусторонний"),
        ("kk", "екі жақты"),
        ("ky", "эки тараптуу"),
        ("tg", "дуҷониба"),
        ("tk", "iki taraplaýyn"),
        ("uz", "ikki tomonlama"),
        ("uz-Cyrl", "икки томонлама"),
        ("zh", "双方"),
    ],
)
def test_bilateral_implies_two(tag: str, text: str) -> None:
    """In one word or in two."""
    assert Decimal(2) in traces(text, knowledge(tag))


def test_the_month_of_a_date_is_no_trace() -> None:
    """2023年5月 holds no five."""
    assert traces("2023年5月举行", knowledge("zh")) == {Decimal(2023)}


@settings(deadline=None)  # the first text of a language builds its tables
@given(st.text(max_size=60), st.sampled_from([*known_tags(), "fr"]))
def test_every_quantity_leaves_its_trace(text: str, tag: str) -> None:
    """What is read as a quantity is among the traces."""
    assert {quantity.value for quantity in quantities(text, knowledge(tag))} <= traces(text, knowledge(tag))


@pytest.mark.parametrize(
    ("tag", "text", "number", "refers"),
    [
        ("en", "under Article 4 of it", "4", True),
        ("en", "the 4 articles", "4", False),
        ("ru", "согласно статье 4", "4", True),
        ("kk", "4-баптың негізінде", "4-", True),
        ("uz", "4-moddaga muvofiq", "4-", True),
        ("zh", "根据第四条", "第四", True),
        ("zh", "第四次会议", "第四", False),
        ("fr", "article 4", "4", False),
    ],
)
def test_numbers_of_articles_are_told_from_counts(tag: str, text: str, number: str, *, refers: bool) -> None:
    """By the words that the language's labels have, in any form."""
    start = text.index(number)
    assert is_reference(fold(text), start, start + len(number), knowledge(tag)) is refers


@pytest.mark.parametrize(
    ("tag", "text", "months"),
    [
        ("en", "in May and June", {5, 6}),
        ("ru", "до конца декабря", {12}),
        ("zh", "5月开幕，十二月闭幕", {5, 12}),
        ("zh", "12月", {12}),
        ("kk", "мамырда", {5}),
        ("fr", "en mai", set()),
    ],
)
def test_months_are_named_without_a_day(tag: str, text: str, months: set[int]) -> None:
    """In any case, and in digits where a sign stands behind them."""
    assert months_named(text, knowledge(tag)) == months


def test_a_month_in_digits_counts_nothing() -> None:
    """5月 is May."""
    assert quantities("5月开幕", knowledge("zh")) == ()


@pytest.mark.parametrize(
    ("tag", "text", "value"),
    [
        ("en", "three decades", 30),
        ("ru", "2 дюжины", 24),
        ("kk", "соңғы екі онжылдықта", 20),
        ("ky", "акыркы эки онжылдыкта", 20),
        ("tg", "ду даҳсолаи охир", 20),
        ("uz", "soʻnggi ikki oʻn yillikda", 20),
    ],
)
def test_decades_and_dozens_multiply(tag: str, text: str, value: int) -> None:
    """They make one number with the number before them."""
    assert [found.value for found in quantities(text, knowledge(tag))] == [value]


def test_a_date_is_no_label() -> None:
    """01.12.2024 at the beginning of a sentence is read as a date."""
    assert find_label("01.12.2024 они встретились.", knowledge("ru")) is None


def test_a_label_may_have_any_hyphen() -> None:
    """The hyphen of Unicode stands in many Turkmen texts."""
    label = find_label("4\u2010nji madda:", knowledge("tk"))
    assert label is not None
    assert label.value == 4
