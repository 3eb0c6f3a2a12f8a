"""whitespace: spaces, and the form of files."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Run, made_of
from workbench.model.document import Document, Version
from workbench.model.segment import parse_text


@pytest.mark.parametrize(
    ("tag", "text", "words", "suggestion"),
    [
        ("kk", "Тараптар  келісті.", "  ", " "),
        ("ru", "Стороны , договорившись", " ", ""),
        ("uz", "Tomonlar\tkelishdilar.", "\t", " "),
        ("tg", "Ҷонибҳо омодаанд. ", " ", ""),
        ("en", "  The Parties agreed.", "  ", ""),
        ("tk", "Ýewropa ( Aziýa)", " ", ""),
        ("ky", "Тараптар\u00a0макулдашышты", "\u00a0", " "),
        ("zh", "各方商定， 启动", " ", ""),
        ("fr", "Les parties , réunies", " ", ""),
        ("ru", "в\u3000Чэнду", "\u3000", " "),
    ],
)
def test_a_space_astray_is_found_and_safe_to_mend(run: Run, tag: str, text: str, words: str, suggestion: str) -> None:
    """The spaces are the words of the finding."""
    (found,) = run(made_of({tag: text}), "whitespace")
    assert (found.location.words, found.suggestion, found.safe) == (words, suggestion, True)


def test_a_space_between_chinese_characters_may_be_meant(run: Run) -> None:
    """A name of two characters is spread in lists: nobody takes the space out unseen."""
    (found,) = run(made_of({"zh": "外长王 毅"}), "whitespace")
    assert (found.location.words, found.safe) == (" ", False)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("fr", "Il dit\u00a0: «\u00a0oui\u00a0» !"),
        ("ru", "в 2024\u00a0году, А.\u00a0С.\u00a0Пушкин"),
        ("zh", "2024 年 12 月，WTO 成员"),
        ("en", "See https://mfa.kz/a ,b for .com and ... more"),
        ("kk", "Қытай – Еуропа (Азия) жүк пойыздары"),
    ],
)
def test_spaces_that_belong_are_left_alone(run: Run, tag: str, text: str) -> None:
    """No-break spaces of French and of numbers, spaces around Latin words in Chinese."""
    assert list(run(made_of({tag: text}), "whitespace")) == []


def test_a_text_cut_into_words_is_one_finding(run: Run) -> None:
    """A machine put a space before every mark: that is said once."""
    document = made_of({"en": "\n".join(["The Parties , in Chengdu , agreed ."] * 9)})
    (found,) = run(document, "whitespace")
    assert (found.severity, found.location.line) == ("info", 1)


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("Бірінші.\r\nЕкінші.\r\n", "2 lines end with CR LF"),
        ("Бірінші.\n\n\nЕкінші.\n", "blank lines"),
        ("\nБірінші.\n", "blank lines"),
        ("Бірінші.\n\n", "blank lines"),
        ("Бірінші.\n \nЕкінші.\n", "blank lines"),
        ("Бірінші.\nЕкінші.", "no newline"),
    ],
)
def test_another_form_of_a_file_is_one_finding_with_its_fix(run: Run, content: str, said: str) -> None:
    """It is no more than information."""
    (found,) = run(Document("sample", "kk", versions={"kk": Version("kk", parse_text(content))}), "whitespace")
    assert said in found.message
    assert (found.severity, found.fix is not None) == ("info", True)
