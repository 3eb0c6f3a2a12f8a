"""date-mismatch."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Run, changed, made_of
from workbench.model.document import Document

CHECK = "date-mismatch"


def test_a_wrong_month_is_named(statement: Document, run: Run) -> None:
    """November where seven versions have December; the finding marks the date."""
    (one,) = run(changed(statement, "kk", ("1 желтоқсанда", "1 қарашада")), CHECK)
    assert (one.location.version, one.location.words) == ("kk", "2024 жылғы 1 қарашада")
    assert one.message.startswith(
        "“2024 жылғы 1 қарашада” has the month November where seven of eight versions have December"
    )


def test_a_wrong_day_gets_the_right_one(statement: Document, run: Run) -> None:
    """The suggestion is the date with the day of the others."""
    (one,) = run(changed(statement, "zh", ("2024年12月1日", "2024年12月3日")), CHECK)
    assert (one.location.words, one.suggestion) == ("2024年12月3日", "2024年12月1日")


def test_two_wrong_parts_of_a_date_are_one_finding(statement: Document, run: Run) -> None:
    """Day and month are wrong together."""
    (one,) = run(changed(statement, "ru", ("1 декабря 2024 года", "3 ноября 2024 года")), CHECK)
    assert (one.location.version, one.location.words) == ("ru", "3 ноября 2024 года")


def test_a_year_of_a_date_is_no_number_besides(statement: Document, run: Run) -> None:
    """What is wrong with a date is said by one check."""
    document = changed(statement, "tg", ("моҳи июни соли 2025", "моҳи июни соли 2026"))
    assert [one.check for one in run(document, CHECK, "number-mismatch")] == [CHECK]


@pytest.mark.parametrize(
    "versions",
    [
        {"en": "On 1 December 2024 they met.", "ru": "01.12.2024 они встретились.", "zh": "2024年12月1日举行会晤。"},
        {
            "en": "On 1 December 2024 they met.",
            "ru": "Они встретились 1 декабря.",
            "kk": "Олар 2024 жылғы 1 желтоқсанда кездесті.",
        },
        {
            "en": "It opens in May 2023.",
            "uz": "U 2023-yil may oyida ochiladi.",
            "tk": "Ol 2023-nji ýylyň maý aýynda açylýar.",
        },
        {"en": "It opens in May.", "ru": "Открытие в мае.", "zh": "5月开幕。"},
        {
            "en": "On 1 December 2024 they met.",
            "ru": "1 декабря 2024 года они встретились.",
            "fr": "Le 1er décembre 2024.",
        },
        {
            "en": "It lasts from 1 to 3 December 2024.",
            "ru": "С 1 по 3 декабря 2024 года.",
            "zh": "2024年12月1日至3日。",
        },
    ],
)
def test_one_date_in_several_ways_is_no_finding(run: Run, versions: dict[str, str]) -> None:
    """Order, form and case; without its year where others have it; a month alone; a language without data."""
    assert list(run(made_of(versions), CHECK, "number-mismatch", "ordinal-mismatch")) == []


def test_a_month_in_digits_is_the_month_in_words(statement: Document, run: Run) -> None:
    """No check finds 03/2024 other than March 2024; another month is found."""
    numbers = (CHECK, "number-mismatch")
    assert [*run(changed(statement, "en", ("in March 2024", "in 03/2024")), *numbers)] == []
    (one,) = run(changed(statement, "en", ("in March 2024", "in 04/2024")), *numbers)
    assert (one.check, one.location.words) == (CHECK, "04/2024")
