"""mixed-script: letters of another alphabet within words."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Run, made_of


@pytest.mark.parametrize(
    ("tag", "text", "words", "suggestion", "safe"),
    [
        ("ru", "Cтороны едины во мнении.", "Cтороны", "Стороны", True),
        ("kk", "Тарaптар келісті.", "Тарaптар", "Тараптар", True),
        ("kk", "Соттың MTК-ге арызы.", "MTК", "МТК", False),
        ("kk", "IСАО ұйымы", "IСАО", "ІСАО", False),
        ("ru", "Правила IСАО", "IСАО", "ICAO", True),
        ("tg", "Ҷумҳурии Ќазоќистон.", "Ќазоќистон", "Қазоқистон", True),
        ("tk", "Hytaÿyň ministri.", "Hytaÿyň", "Hytaýyň", True),
        ("uz", "Оsiyo davlatlari.", "Оsiyo", "Osiyo", True),
        ("ru", "Стороны и c ними гости.", "c", "с", False),
        ("fr", "la Сhine", "Сhine", "Chine", True),
    ],
)
def test_a_letter_of_another_alphabet_is_found(
    run: Run, tag: str, text: str, words: str, suggestion: str, safe: bool
) -> None:
    """The whole word is named; what can be read in one way only is safe to mend."""
    (found,) = run(made_of({tag: text}), "mixed-script")
    assert (found.location.words, found.suggestion, found.safe) == (words, suggestion, safe)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("ru", "Форум BRICS и IT-специалисты, Wi-Fi и C5+1."),
        ("kk", "COVID-19 және BRICSке мүше елдер."),
        ("ru", "Пункт a) и пункт b) договора."),
        ("uz", "Oʻzbekiston va Qirgʻiziston."),
        ("zh", "世界贸易组织（WTO）和 H2O"),
        ("ru", "Сайт https://mfa.gov.cn/rus/пример"),
        ("sr", "Савет Министара / Savet ministara"),
    ],
)
def test_names_of_other_alphabets_are_no_mistake(run: Run, tag: str, text: str) -> None:
    """Abbreviations, their endings, list letters and addresses are meant."""
    assert list(run(made_of({tag: text}), "mixed-script")) == []
