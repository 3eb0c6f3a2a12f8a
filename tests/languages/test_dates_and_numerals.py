"""Dates and numbers as the eight languages write them."""

import pytest

from workbench.languages.dates import dates
from workbench.languages.knowledge import knowledge
from workbench.languages.numerals import numerals

MEETING = (2024, 12, 1)
SUMMIT = (2023, 5, None)


@pytest.mark.parametrize(
    ("tag", "text", "date"),
    [
        ("en", "On 1 December 2024, Wang Yi", MEETING),
        ("en", "On December 1, 2024", MEETING),
        ("en", "held in Xi’an in May 2023", SUMMIT),
        ("zh", "2024年12月1日，王毅", MEETING),
        ("zh", "2023年5月在西安", SUMMIT),
        ("ru", "1 декабря 2024 года", MEETING),
        ("ru", "в мае 2023 года", SUMMIT),
        ("ru", "май 2023 г.", SUMMIT),
        ("kk", "2024 жылғы 1 желтоқсанда", MEETING),
        ("kk", "2023 жылғы мамырда", SUMMIT),
        ("ky", "2024-жылдын 1-декабрында", MEETING),
        ("ky", "2023-жылдын май айында", SUMMIT),
        ("tg", "1 декабри соли 2024", MEETING),
        ("tg", "моҳи майи соли 2023", SUMMIT),
        ("tk", "2024-nji ýylyň 1-nji dekabrynda", MEETING),
        ("tk", "2023-nji ýylyň maý aýynda", SUMMIT),
        ("uz", "2024-yil 1-dekabrda", MEETING),
        ("uz", "2023-yil may oyida", SUMMIT),
        ("uz-Cyrl", "2024 йил 1 декабрь", MEETING),
    ],
)
def test_date_is_read(tag: str, text: str, date: tuple[int, int, int | None]) -> None:
    """Day, month and year in the order and case of the language."""
    assert [(found.year, found.month, found.day) for found in dates(text, knowledge(tag))] == [date]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "the 1st of December 2024"),
        ("en", "December 1st, 2024"),
        ("ru", "от 01.12.2024 г."),
        ("ru", "«1» декабря 2024 г."),
        ("kk", "2024 жылғы «1» желтоқсан"),
        ("ky", "2024-жылдын 1-декабры"),
        ("tk", "2024-nji ýylyň 1-nji dekabry"),
        ("uz", "2024-yil 1-dekabr"),
        ("tg", "1 декабри соли 2024"),
        ("zh", "二〇二四年十二月一日"),
        ("zh", "二○二四年十二月一日"),
        ("en", "the 1st of December, 2024"),
        ("ru", '"1" декабря 2024 г.'),
        ("ru", "“1” декабря 2024 года"),
        ("kk", "2024 жылғы желтоқсан айының 1-і"),
        ("ky", "2024-жылдын «1» декабры"),
        ("tg", "«1» декабри соли 2024"),
        ("tk", "2024-nji ýylyň «1» dekabry"),
        ("tk", "2024 ý. 1 dekabr"),
        ("uz", "2024-yil “1” dekabr"),
        ("uz", "2024-y. 1-dekabr"),
        ("uz", "2024-yil dekabr oyining 1-kuni"),
        ("uz-Cyrl", "2024 йил «1» декабрь"),
        ("fr", "le 01.12.2024"),
        ("tr", "2024-12-01"),
    ],
)
def test_other_ways_to_write_the_date(tag: str, text: str) -> None:
    """Ordinals, digits alone (in every language), quotation marks, characters."""
    assert [(found.year, found.month, found.day) for found in dates(text, knowledge(tag))] == [MEETING]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "on 1–3 December 2024"),
        ("en", "December 1–3, 2024"),
        ("ru", "с 1 по 3 декабря 2024 года"),
        ("kk", "2024 жылғы 1–3 желтоқсанда"),
        ("ky", "2024-жылдын 1–3-декабрында"),
        ("tg", "1–3 декабри соли 2024"),
        ("tk", "2024-nji ýylyň 1–3-nji dekabrynda"),
        ("uz", "2024-yil 1–3-dekabr"),
        ("zh", "2024年12月1日至3日"),
        ("zh", "2024年12月1-3日"),
    ],
)
def test_both_days_of_a_range_are_dates(tag: str, text: str) -> None:
    """Month and year are said of both."""
    found = [(date.year, date.month, date.day) for date in dates(text, knowledge(tag))]
    assert found == [MEETING, (2024, 12, 3)]


@pytest.mark.parametrize("text", ["1.2.3", "version 10.13.2024.5", "45.12.2024", "2024-13-01", "192.168.2024"])
def test_numbers_with_marks_are_no_dates(text: str) -> None:
    """Clauses, versions and impossible days."""
    assert dates(text, knowledge("en")) == ()


@pytest.mark.parametrize(
    ("tag", "text", "month"),
    [
        ("en", "On 5 May", 5),
        ("kk", "5 жел.", 12),
        ("ky", "декабрь айынын 1инде", 12),
        ("tk", "1 dekabr", 12),
        ("tk", "dekabryň 1-ine", 12),
    ],
)
def test_a_day_needs_no_year(tag: str, text: str, month: int) -> None:
    """Capital and full stop tell a month from other words."""
    assert [(found.year, found.month) for found in dates(text, knowledge(tag))] == [(None, month)]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "Article 5 may be amended"),
        ("en", "in Chapter 12 march"),
        ("kk", "5 желі, 12 желіге, 3 қыры, 5 қазына, 5 там"),
        ("ky", "10-деги, 5 сен, 3 мары, 10 марды"),
        ("tk", "5 sen"),
        ("uz", "5 sen"),
    ],
)
def test_an_abbreviation_takes_no_endings(tag: str, text: str) -> None:
    """Words that look like a month's short name are words."""
    assert dates(text, knowledge(tag)) == ()


@pytest.mark.parametrize(
    ("tag", "text"), [("en", "12 decisions were taken"), ("ru", "5 маршрутов"), ("kk", "11 мамандық")]
)
def test_a_word_that_begins_like_a_month_is_none(tag: str, text: str) -> None:
    """Only inflected forms of a month's name are dates."""
    assert dates(text, knowledge(tag)) == ()


@pytest.mark.parametrize(
    ("tag", "text", "values"),
    [
        ("en", "The six parties", [6]),
        ("en", "the Fifth Meeting", [5]),
        ("ru", "шесть сторон, пятая встреча", [6, 5]),
        ("ru", "пяти странам", [5]),
        ("ru", "двадцать пятый", [25]),
        ("kk", "алты тарап, бесінші кездесу", [6, 5]),
        ("kk", "он бірінші", [11]),
        ("ky", "алты тарап, бешинчи жолугушуу", [6, 5]),
        ("tg", "шаш ҷониб, вохӯрии панҷум", [6, 5]),
        ("tk", "alty tarap, bäşinji duşuşyk", [6, 5]),
        ("tk", "6-njy madda", [6]),
        ("uz", "olti tomon, beshinchi uchrashuv", [6, 5]),
        ("uz", "oltinchi", [6]),
        ("uz-Cyrl", "олти томон, бешинчи", [6, 5]),
        ("zh", "六方在第五次会晤", [6, 5]),
        ("zh", "中亚五国一致认为，进一步", [5]),
        ("zh", "每两年", [2]),
        ("en", "150 000 tonnes", [150000]),
        ("en", "1.5 million", []),
    ],
)
def test_numbers_are_read(tag: str, text: str, values: list[int]) -> None:
    """Digits and words, cardinal and ordinal, in the forms that texts use."""
    assert [numeral.value for numeral in numerals(text, knowledge(tag))] == values


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "fifth"),
        ("ru", "пятой"),
        ("kk", "бесінші"),
        ("ky", "бешинчи"),
        ("tg", "панҷум"),
        ("tk", "bäşinji"),
        ("uz", "beshinchi"),
        ("zh", "第五次"),
        ("ru", "5-й"),
        ("kk", "5-ші"),
        ("tk", "5-nji"),
        ("uz", "5-modda"),
    ],
)
def test_ordinals_are_told_from_cardinals(tag: str, text: str) -> None:
    """Fifth is five, and orders."""
    assert [(numeral.value, numeral.ordinal) for numeral in numerals(text, knowledge(tag))] == [(5, True)]


NUMBERS = {
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen twenty",
    "ru": "один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать "
    "пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать",
}


@pytest.mark.parametrize("tag", ["en", "ru", "kk", "ky", "tg", "tk", "uz", "uz-Cyrl"])
def test_every_number_to_twenty_has_a_cardinal_and_an_ordinal(tag: str) -> None:
    """1 to 20 are in the tables, alone or as ten and a unit."""
    known = knowledge(tag)
    for table in (known.cardinals, known.ordinals):
        values = set(table.values())
        assert set(range(1, 11)) | {20} <= values
        assert all(value in values or 10 in known.cardinals.values() for value in range(11, 20))


@pytest.mark.parametrize("tag", list(NUMBERS))
def test_numbers_in_a_row_are_read_one_by_one(tag: str) -> None:
    """One to nineteen do not run together; ten and a following unit would."""
    found = [numeral.value for numeral in numerals(", ".join(NUMBERS[tag].split()), knowledge(tag))]
    assert found == list(range(1, 21))


@pytest.mark.parametrize("text", ["in 03/2024", "в 03.2024", "（2024年）03/2024", "03.2024."])
def test_a_month_in_digits_and_a_year_are_a_date(text: str) -> None:
    """Not a number three beside a year."""
    (found,) = dates(text, knowledge("en"))
    assert (found.year, found.month, found.day) == (2024, 3, None)


@pytest.mark.parametrize(
    "text", ["№ 03/2024", "No. 12/2024", "A/03/2024", "11.2024 %", "3.2024", "13/2024", "03/2024/5"]
)
def test_numbers_of_acts_and_decimals_are_no_months(text: str) -> None:
    """A sign before them, or a per cent behind them, says what they are."""
    assert dates(text, knowledge("en")) == ()
