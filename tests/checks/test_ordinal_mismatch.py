"""ordinal-mismatch."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Run, changed, made_of
from workbench.model.document import Document

CHECK = "ordinal-mismatch"


def test_the_odd_ordinal_is_named(statement: Document, run: Run) -> None:
    """The sixth meeting where seven versions have the fifth."""
    (one,) = run(changed(statement, "tk", ("bilelikde bäşinji", "bilelikde altynjy")), CHECK)
    assert (one.location.version, one.location.words) == ("tk", "altynjy")
    assert one.message == "“altynjy” is 6 where seven of eight versions have 5 (en “Fifth”, zh “第五”)"


def test_an_ordinal_in_digits_gets_the_right_digits(run: Run) -> None:
    """The suffix stays as it is."""
    document = made_of({"en": "The 21st session was held.", "ru": "Прошла 21-я сессия.", "kk": "22-ші сессия өтті."})
    (one,) = run(document, CHECK)
    assert (one.location.version, one.location.words, one.suggestion) == ("kk", "22-ші", "21-ші")


@pytest.mark.parametrize(
    "versions",
    [
        {
            "en": "In the 21st century we live.",
            "ru": "Мы живём в XXI веке.",
            "kk": "Біз ХХІ ғасырда өмір сүреміз.",
            "zh": "我们生活在21世纪。",
        },
        {
            "en": "The fifth meeting took place.",
            "tk": "5-nji duşuşyk geçirildi.",
            "uz": "Beshinchi uchrashuv boʻlib oʻtdi.",
        },
        {"en": "First of all, they met.", "ru": "Прежде всего они встретились.", "ky": "Алар жолугушту."},
        {"en": "Article 5 holds.", "ru": "Действует статья 5.", "kk": "5-бап қолданылады.", "zh": "第五条适用。"},
    ],
)
def test_one_ordinal_in_several_ways_is_no_finding(run: Run, versions: dict[str, str]) -> None:
    """Digits, words, Roman numerals; what only begins a sentence; and what the numbering checks look at."""
    assert list(run(made_of(versions), CHECK, "number-mismatch")) == []


def test_the_second_is_not_the_first(statement: Document, run: Run) -> None:
    """The most common ordinals count where seven versions agree."""
    (one,) = run(changed(statement, "uz", ("ikkinchi sammit 2025", "birinchi sammit 2025")), CHECK)
    assert (one.location.version, one.location.words) == ("uz", "birinchi")
