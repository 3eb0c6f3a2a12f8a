"""Labels in the styles that official texts use."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.interchange.documents.numbers import written
from workbench.languages.knowledge import Knowledge, knowledge
from workbench.languages.labels import alone, find_label, labels
from workbench.languages.numeral_systems import (
    chinese_text,
    chinese_value,
    circled_text,
    circled_value,
    roman_text,
    roman_value,
)
from workbench.model.label import LabelStyle

RUSSIAN = "абвгдежзиклмнопрстуфхцчшщыэюя"


@pytest.mark.parametrize(
    ("tag", "text", "written", "values"),
    [
        ("en", "4. Based on", "4.", (4,)),
        ("en", "IV. Based on", "IV.", (4,)),
        ("ru", "ІV. Исходя", "ІV.", (4,)),  # a Cyrillic І
        ("ru", "ХІ. Стороны", "ХІ.", (11,)),  # all Cyrillic
        ("en", "Ⅳ. Based on", "Ⅳ.", (4,)),
        ("zh", "四、根据合作基础", "四、", (4,)),
        ("zh", "十一、各方感谢", "十一、", (11,)),
        ("zh", "（三）推动", "（三）", (3,)),
        ("zh", "１．各方", "１．", (1,)),
        ("zh", "④ 推动", "④", (4,)),
        ("zh", "第四条 人人有权", "第四条", (4,)),
        ("zh", "第四条第二款 人人", "第四条第二款", (4, 2)),
        ("en", "Article 4", "Article 4", (4,)),
        ("ru", "Статья 4", "Статья 4", (4,)),
        ("kk", "4 бап", "4 бап", (4,)),
        ("kk", "4-бап. Тараптар", "4-бап.", (4,)),
        ("ky", "4-берене", "4-берене", (4,)),
        ("uz", "4-modda. Tomonlar", "4-modda.", (4,)),
        ("tg", "Моддаи 4", "Моддаи 4", (4,)),
        ("tk", "4-nji madda", "4-nji madda", (4,)),
        ("tk", "6-njy madda", "6-njy madda", (6,)),
        ("en", "Schedule 2 Tariffs", "Schedule 2", (2,)),
        ("en", "Appendix 3 Forms", "Appendix 3", (3,)),
        ("en", "Item 4 Goods", "Item 4", (4,)),
        ("ru", "Таблица 2 Показатели", "Таблица 2", (2,)),
        ("ru", "Абзац 2 изложить", "Абзац 2", (2,)),
        ("kk", "2-кесте Көрсеткіштер", "2-кесте", (2,)),
        ("tg", "Иловаи № 2 Рӯйхат", "Иловаи № 2", (2,)),
        ("tk", "Goşundy № 2 Sanaw", "Goşundy № 2", (2,)),
        ("uz", "2-jadval Koʻrsatkichlar", "2-jadval", (2,)),
        ("zh", "第 1 章 总则", "第 1 章", (1,)),
        ("en", "(a) goods", "(a)", (1,)),
        ("ru", "б) услуги", "б)", (2,)),
        ("en", "1.2 Trade", "1.2", (1, 2)),
        ("en", "3(a) Goods", "3(a)", (3, 1)),
        ("en", "3(a)(i) Goods", "3(a)(i)", (3, 1, 1)),
        ("en", "(b)(ii) goods", "(b)(ii)", (2, 2)),
        ("ru", "3(б) услуги", "3(б)", (3, 2)),
        ("en", "Article 4.2", "Article 4.2", (4, 2)),
        ("en", "Article 4(2)", "Article 4(2)", (4, 2)),
        ("en", "Section 1.2.3 Scope", "Section 1.2.3", (1, 2, 3)),
        ("en", "Article 4. Scope", "Article 4.", (4,)),
        ("ru", "Статья 4.2. Стороны", "Статья 4.2.", (4, 2)),
        ("ru", "Пункт 3(а)", "Пункт 3(а)", (3, 1)),
        ("zh", "第四条第二款第三项", "第四条第二款第三项", (4, 2, 3)),
        ("kk", "1.2.3. Тараптар", "1.2.3.", (1, 2, 3)),
        ("tr", "Madde 4", "Madde 4", (4,)),  # languages without data
        ("ug", "30 ماددا", "30 ماددا", (30,)),
    ],
)
def test_label_is_read(tag: str, text: str, written: str, values: tuple[int, ...]) -> None:
    """What is written, and the value it means."""
    label = find_label(text, knowledge(tag))
    assert label is not None
    assert (label.written, label.values) == (written, values)


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "5.6 million people"),
        ("en", "2024. Year"),
        ("en", "A. Smith said"),
        ("en", "On 1 December 2024"),
        ("ru", "1 декабря 2024 года"),
        ("ru", "С. Мухриддин"),
        ("uz", "2024-yil 1-dekabr"),
        ("ky", "2024-жылдын 1-декабры"),
        ("tk", "2024-nji ýylyň 1-nji dekabry"),
        ("kk", "2024 жылғы 1 желтоқсан"),
        ("zh", "一致认为"),
        ("zh", "2024年12月1日"),
        ("zh", "六方"),
        ("kk", "30 мемлекет"),
    ],
)
def test_text_is_no_label(tag: str, text: str) -> None:
    """Dates, years, quantities and initials are no labels."""
    assert find_label(text, knowledge(tag)) is None


@pytest.mark.parametrize(
    ("tag", "pattern"),
    [
        ("en", "{n}. Trade"),
        ("en", "({n}) trade"),
        ("en", "Article {n}"),
        ("ru", "Статья {n}"),
        ("kk", "{n}-бап"),
        ("ky", "{n}-берене"),
        ("tg", "Моддаи {n}"),
        ("tk", "{n}-nji madda"),
        ("uz", "{n}-modda"),
        ("uz-Cyrl", "{n}-модда"),
        ("zh", "第{n}条"),
    ],
)
def test_labels_to_ninety_nine_are_read(tag: str, pattern: str) -> None:
    """In digits, in every language."""
    found = [find_label(pattern.replace("{n}", str(value)), knowledge(tag)) for value in range(1, 100)]
    assert [label.values for label in found if label] == [(value,) for value in range(1, 100)]


@pytest.mark.parametrize("pattern", ["{n}、各方", "（{n}）各方", "第{n}条", "第一条第{n}款"])
def test_chinese_labels_to_ninety_nine_are_read(pattern: str) -> None:
    """In characters."""
    found = [find_label(pattern.replace("{n}", chinese_text(value)), knowledge("zh")) for value in range(1, 100)]
    assert [label.value for label in found if label] == list(range(1, 100))


@pytest.mark.parametrize("pattern", ["{n}. Trade", "({n}) trade", "Chapter {n}"])
def test_roman_labels_to_ninety_nine_are_read(pattern: str) -> None:
    """But a single L or C and a full stop are initials."""
    for value in range(1, 100):
        label = find_label(pattern.replace("{n}", roman_text(value)), knowledge("en"))
        if (value, pattern) == (50, "{n}. Trade"):
            assert label is None
        else:
            assert label is not None
            assert label.value == value


def test_wording_begins_behind_label_and_space() -> None:
    """`end` points at the first letter of the wording."""
    text = "4. Ынтымақтастық"
    label = find_label(text, knowledge("kk"))
    assert label is not None
    assert text[label.end :] == "Ынтымақтастық"


def test_i_after_h_is_a_letter() -> None:
    """(i) in a list of letters is the ninth, not Roman one."""
    found = labels([f"({letter}) x" for letter in "abcdefghij"], knowledge("en"))
    assert [label.value for label in found if label] == list(range(1, 11))


@pytest.mark.parametrize("alphabet", [RUSSIAN, RUSSIAN.replace("ы", "")])
def test_russian_lists_count_on_with_y_and_without(alphabet: str) -> None:
    """Office programs count ы, official texts do not: either way the letters are one more each, in lower case and in upper."""
    for letters in (alphabet, alphabet.upper()):
        found = labels([f"{letter}) x" for letter in letters], knowledge("ru"))
        assert [label and label.value for label in found] == list(range(1, len(alphabet) + 1))


def test_office_programs_write_no_letter_that_is_not_read() -> None:
    """All letters of a list that Word or LibreOffice numbers."""
    found = labels([f"{written(value, 'russianLower')}) x" for value in range(1, 30)], knowledge("ru"))
    assert [label and label.value for label in found] == list(range(1, 30))


def test_a_roman_letter_that_counts_on_from_nothing_is_an_initial() -> None:
    """`V. Putin` at the beginning of a paragraph is a person."""
    assert labels(["V. Norov spoke."], knowledge("en")) == (None,)


@given(st.integers(1, 399))
def test_roman_numerals_come_back(value: int) -> None:
    """Writing and reading a Roman numeral gives the value, in Latin and in look-alike Cyrillic letters."""
    written = roman_text(value)
    assert roman_value(written) == value
    assert roman_value(written.translate(str.maketrans("IXC", "ІХС"))) == value


@given(st.text(alphabet="IVXLC", min_size=1, max_size=8))
def test_only_canonical_roman_numerals_have_a_value(text: str) -> None:
    """IIII and VX mean nothing."""
    value = roman_value(text)
    assert value is None or roman_text(value) == text


@given(st.integers(1, 99))
def test_chinese_numerals_come_back(value: int) -> None:
    """Writing and reading a Chinese numeral gives the value."""
    assert chinese_value(chinese_text(value)) == value


@pytest.mark.parametrize(
    ("text", "value"), [("一百零八", 108), ("二〇二四", 2024), ("两", 2), ("十十", None), ("五四十", None)]
)
def test_chinese_numerals_beyond_ninety_nine(text: str, value: int | None) -> None:
    """Hundreds and years are read, nonsense is not."""
    assert chinese_value(text) == value


@given(st.integers(1, 20))
def test_circled_numerals_come_back(value: int) -> None:
    """① to ⑳ have their values."""
    assert circled_value(circled_text(value)) == value


@settings(max_examples=500)
@given(
    st.sampled_from(
        [knowledge(tag) for tag in ("en", "zh", "ru", "kk", "ky", "tg", "tk", "uz", "uz-Cyrl", "tr", "und")]
    ),
    st.lists(
        st.sampled_from(
            (
                *"0123459IVXѴхМцaбA四十〇.、．)）(（[]§№-–: \t\x1c\u3000④⒈ſKİß",
                *(
                    "No",
                    "nO",
                    "Article",
                    "Статья",
                    "第",
                    "条",
                    "款",
                    "бап",
                    "-статья",
                    "Моддаи",
                    "madda",
                    "modda",
                    "word",
                ),
            )
        ),
        max_size=8,
    ).map("".join),
)
def test_what_cannot_begin_a_label_has_none(known: Knowledge, text: str) -> None:
    """The cheap question that is asked first never says no where there is a label."""
    label = find_label(text, known)
    # A Roman number alone may be somebody's initial.
    assert labels([text], known) == (label,) or (label is not None and label.style is LabelStyle.ROMAN)


@given(
    st.sampled_from(["en", "zh", "ru", "kk", "ky", "tg", "tk", "uz", "xx"]),
    st.sampled_from(["4", "12", "123", "1234", "四", "十一", "二十一", "百", "IV", "1.2", "(4)", "４"]),
    st.sampled_from([".", "、", "．", ")", "", "..", "、、", ".)", ".-"]),
    st.sampled_from([" ", "", "  ", "\u00a0", "\t", "\u3000"]),
    st.sampled_from(["Тараптар", "各方", "madda", "-modda", "бап", "(a)", "5", "¶", "", ".", "」"]),
)
def test_a_label_among_many_is_what_it_is_alone(tag: str, number: str, mark: str, space: str, text: str) -> None:
    """What is read quickly, a number with its mark, is read as everything else is."""
    whole = f"{number}{mark}{space}{text}"
    known = knowledge(tag)
    assert alone([whole], known) == [find_label(whole, known)]
