"""Quotation marks, apostrophes, full width and letters that are slips."""

import pytest

from workbench.languages.knowledge import knowledge
from workbench.languages.look_alikes import Proposal, false_digits, in_script, mixed_words, script_of
from workbench.languages.writing import apostrophe_slips, foreign_letters, narrow_marks, wrong_letters

TAGS = ["en", "kk", "ky", "ru", "tg", "tk", "uz", "uz-Cyrl", "zh"]


def mended(text: str, proposals: list[Proposal]) -> str:
    """Return the text with all proposals taken."""
    for proposal in reversed(proposals):
        text = text[: proposal.start] + proposal.text + text[proposal.end :]
    return text


@pytest.mark.parametrize("tag", TAGS)
def test_every_language_has_its_quotation_marks(tag: str) -> None:
    """An outer and an inner pair, none of them twice."""
    writing = knowledge(tag).writing
    assert len(writing.quotes) == 2
    assert not set(writing.quotes) & set(writing.other_quotes)


@pytest.mark.parametrize(
    ("tag", "text", "right"),
    [
        ("uz", "O'zbekiston a’zo davlatlar, e`lon", "Oʻzbekiston aʼzo davlatlar, eʼlon"),
        ("uz", "o‘n, togʼ, bog’", "oʻn, togʻ, bogʻ"),
        ("uz", "sanʻat va maʻno", "sanʼat va maʼno"),
        ("uz", "Toʻrt aʼzo", "Toʻrt aʼzo"),
        ("uz", "‘tog’ degani", "‘tog’ degani"),
        ("en", "China`s proposal", "China’s proposal"),
        ("en", "China's and China’s", "China's and China’s"),
        ("en", "Oʻzbekiston", "Oʻzbekiston"),
        ("ru", "Кот-д'Ивуар", "Кот-д'Ивуар"),
        ("fr", "l`accord", "l`accord"),
    ],
)
def test_apostrophes_are_those_of_the_language(tag: str, text: str, right: str) -> None:
    """Uzbek has ʻ in oʻ and gʻ and ʼ elsewhere; a language without a rule is left alone."""
    found = list(apostrophe_slips(text, knowledge(tag)))
    assert mended(text, found) == right
    assert not list(apostrophe_slips(right, knowledge(tag)))


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("中国,哈方(以下简称“各方”).", "中国，哈方（以下简称“各方”）。"),
        ("各方认为: 一致", "各方认为：一致"),
        ("中亚(C5)国家", "中亚（C5）国家"),
        ("增长3.5%,达1,500亿元", "增长3.5%,达1,500亿元"),
        ("Central Asia, China", "Central Asia, China"),
        ("10:30开会", "10:30开会"),
    ],
)
def test_marks_among_chinese_characters_are_full_width(text: str, right: str) -> None:
    """Behind a Han character a mark is wide, a bracket like its partner; among digits and Latin words it stays."""
    assert mended(text, list(narrow_marks(text, knowledge("zh")))) == right
    assert not list(narrow_marks(right, knowledge("zh")))


@pytest.mark.parametrize(
    ("script", "text", "right"),
    [
        ("Cyrl", "Кaзахстан", "Казахстан"),
        ("Cyrl", "Cтороны", "Стороны"),
        ("Latn", "Сhina", "China"),
        ("Latn", "Hytaý Hаlk", "Hytaý Halk"),
        ("Cyrl", "IT-специалист", "IT-специалист"),
        ("Cyrl", "форум BRICS", "форум BRICS"),
    ],
)
def test_a_word_of_two_scripts_is_put_into_one(script: str, text: str, right: str) -> None:
    """The script of the text goes first; words with a hyphen are two."""
    assert mended(text, list(mixed_words(text, script))) == right


def test_a_mixed_word_without_a_reading_has_none() -> None:
    """Nothing is proposed where letters have no look-alike."""
    assert [proposal.text for proposal in mixed_words("USBшнур", "Cyrl")] == [""]
    assert in_script("USB", "Cyrl") is None


@pytest.mark.parametrize(("text", "right"), [("2О24 год", "2024 год"), ("1O статей", "10 статей"), ("2З4", "234")])
def test_letters_that_stand_for_digits_are_found(text: str, right: str) -> None:
    """O for 0 behind a digit, З and l between two."""
    assert mended(text, list(false_digits(text))) == right


@pytest.mark.parametrize("text", ["H2O", "5G", "O2", "20-е", "5oz", "2-о", "10l", "I. 2024"])
def test_units_and_formulas_are_no_false_digits(text: str) -> None:
    """What may be meant is left alone."""
    assert not list(false_digits(text))


def test_letters_of_old_fonts_are_replaced() -> None:
    """Tajik before Unicode borrowed Macedonian and Ukrainian letters."""
    text = "Ќазоќистон ва Тољикистон"
    assert mended(text, list(wrong_letters(text, knowledge("tg")))) == "Қазоқистон ва Тоҷикистон"


def test_letters_that_an_alphabet_lacks() -> None:
    """Latin letters are none of Kazakh; without data nothing is foreign."""
    assert foreign_letters("тарaптар", knowledge("kk")) == "a"
    assert foreign_letters("aʼzo", knowledge("uz")) == ""
    assert foreign_letters("ça", knowledge("fr")) == ""
    assert script_of("ә") == "Cyrl"
