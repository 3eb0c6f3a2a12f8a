"""brackets: brackets without their partner, or with another's."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Run, made_of


@pytest.mark.parametrize(
    ("tag", "text", "words", "suggestion", "severity"),
    [
        ("ru", "Поезда «Китай – Европа (Азия)» и (далее.", "(", None, "error"),
        ("uz", "Yevropa Osiyo) yuk poyezdlari", ")", None, "error"),
        ("zh", "中欧（亚)班列", ")", "）", "warning"),
        ("kk", "Еуропа (Азия] пойыздары", "]", ")", "error"),
        ("mn", "Европ (Ази галт тэрэг", "(", None, "error"),
    ],
)
def test_a_wrong_bracket_is_found(
    run: Run, tag: str, text: str, words: str, suggestion: str | None, severity: str
) -> None:
    """Brackets are the same in all languages; of another width is less bad than of another kind."""
    (found,) = run(made_of({tag: text}), "brackets")
    assert (found.location.words, found.suggestion, found.severity) == (words, suggestion, severity)


@pytest.mark.parametrize(
    "text",
    [
        "a) сауда; b) көлік; 3) кеден",
        "Тараптар (Қазақстан [бұдан әрі – ҚР]) келісті.",
        "各方（以下简称“各方”）认为：1）贸易；2）交通。",
        "Бірінші сөйлем (ашылды.\nЕкінші сөйлем жабылды).",
        "iv) құрылыс",
    ],
)
def test_lists_and_long_brackets_are_in_order(run: Run, text: str) -> None:
    """The bracket of a list item has no partner; a bracket may hold two sentences."""
    assert list(run(made_of({"kk": text}), "brackets")) == []
