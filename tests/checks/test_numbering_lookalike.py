"""numbering-lookalike."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Run, made_of


@pytest.mark.parametrize(
    ("tag", "text", "words", "right"),
    [
        ("en", "I. One thing.\n\nІІ. Another.\n\nIII. A third.", "ІІ", "II"),
        ("ru", "На рубеже ХХІ века стороны встретились.", "ХХІ", "XXI"),
        ("kk", "9. Бірінші.\n\n1О. Екінші.", "1О", "10"),
        ("uz", "l. Birinchi band.\n\n2. Ikkinchi band.", "l", "1"),
        ("tg", "2. Якум.\n\nЗ. Дуюм.", "З", "3"),
        ("tk", "Duşuşyk 2O24-nji ýylda geçirildi.", "2O24", "2024"),
        ("ky", "Жолугушуу 2О24-жылы болду.", "2О24", "2024"),
        ("zh", "会晤于2О24年举行。", "2О24", "2024"),
    ],
)
def test_a_letter_in_a_number_is_found(run: Run, tag: str, text: str, words: str, right: str) -> None:
    """What stands there is named, and what should may be put in its place without a look."""
    (found,) = run(made_of({tag: text}), "numbering-lookalike")
    assert (found.location.words, found.suggestion, found.safe) == (words, right, True)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "I. One.\n\nII. Two.\n\nThe XXI century; CO2, H2O, G20, 10 km, the IMF, MIX."),
        ("ru", "ЦК КПК, МИД, СМИ и СССР; Х съезд; в XXI веке; о 5 странах."),
        ("kk", "ІІМ мен СІМ бірлесіп өткізді; І тоқсан."),
        ("zh", "二十一世纪，XXI，CO2排放，2024年。"),
        ("en", "a) one\n\nb) two\n\nl) twelve"),
    ],
)
def test_words_abbreviations_and_right_numbers_are_not_meant(run: Run, tag: str, text: str) -> None:
    """Letters that stand for themselves are fine."""
    assert list(run(made_of({tag: text}), "numbering-lookalike")) == []


def test_a_web_address_holds_the_letters_it_holds(run: Run) -> None:
    """Nobody counts in it."""
    assert list(run(made_of({"en": "See https://example.org/2O24/1O for the text."}), "numbering-lookalike")) == []


def test_a_letter_in_a_number_is_found_once(run: Run) -> None:
    """Not by mixed-script too."""
    found = run(made_of({"ky": "Жолугушуу 2О24-жылы болду."}))
    assert [one.check for one in found if one.location.words == "2О24"] == ["numbering-lookalike"]
