"""quotes: quotation marks in pairs, of the language, rightly nested."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Run, made_of


@pytest.mark.parametrize(
    ("tag", "text", "words", "said"),
    [
        ("kk", "Тараптар «Орталық Азия – Қытай форматын құптайды.", "«", "never closed"),
        ("ru", "Саммит Китай – Центральная Азия» состоялся.", "»", "never opened"),
        ("zh", "中方欢迎“中亚-2040构想。", "“", "never closed"),
        ("ru", "«Форум «Новая эпоха» в Чэнду»", "«", "inside «"),
        ("en", "The «New Era» forum", "«", "no quotation mark of English"),
        ("zh", '中方欢迎"中亚"构想', '"', "no quotation mark of Chinese"),
        ("ru", "«Форум „Эпоха» в Чэнду“", "»", "another inside it is still open"),
        ("fr", 'Il dit "oui et part.', '"', "never closed"),
    ],
)
def test_a_wrong_mark_is_found(run: Run, tag: str, text: str, words: str, said: str) -> None:
    """The mark is named, and what is wrong with it."""
    found = run(made_of({tag: text}), "quotes")[0]
    assert found.location.words == words
    assert said in found.message


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("ru", "Форум «Эпоха „Великого пути“ в Чэнду» и “так тоже”."),
        ("zh", "各方欢迎“伟大‘丝绸之路’新时代”和《公报》。"),
        ("en", "“The ‘New Era’ of the parties’ forum”, Xi’an"),
        ("uz", "“Markaziy Osiyo – Xitoy” aʼzosi ‘tog’ degani"),
        ("de", "Er sagte „ja“ und ging."),
        ("fr", "Il dit « oui » et part."),
        ("en", 'A screen of 15" and one of 17"'),
        ("kk", "Ол айтты: «Бірінші сөйлем.\nЕкінші сөйлем»."),
        ("en", "He said: “First.\n\n“Second,” he said."),
        ("ru", "Он сказал: «Первый абзац.\n\nВторой абзац»."),
    ],
)
def test_right_marks_are_left_alone(run: Run, tag: str, text: str) -> None:
    """Inner marks, inches, and quotations over several sentences or paragraphs are in order."""
    assert list(run(made_of({tag: text}), "quotes")) == []


def test_straight_marks_among_typographic_ones_are_an_info(run: Run) -> None:
    """A version keeps to its own marks; the suggestion is the whole quotation."""
    text = '«Бір» «екі» «үш» «төрт» және "бес".'
    (found,) = run(made_of({"kk": text}), "quotes")
    assert (found.severity, found.location.words, found.suggestion) == ("info", '"бес"', "«бес»")
