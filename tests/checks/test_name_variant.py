"""name-variant."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Run, changed, made_of
from workbench.model.document import Document


@pytest.mark.parametrize(
    ("tag", "text", "words", "name"),
    [
        ("en", "Minister Nurtileu spoke.", "Nurtileu", "Murat Nurtleu"),
        ("en", "Nurtileu's statement", "Nurtileu's", "Murat Nurtleu"),
        ("ru", "Встреча с Мерэдовым состоялась.", "Мерэдовым", "Рашид Мередов"),
        ("kk", "Нұртылеудің мәлімдемесі", "Нұртылеудің", "Мұрат Нұртілеу"),
        ("ky", "Түркменстандын өкүлдөрү", "Түркменстандын", "Түркмөнстан"),
        ("tg", "Туркменистон иштирок кард.", "Туркменистон", "Туркманистон"),
        ("tk", "Meretowyň çykyşy", "Meretowyň", "Raşid Meredow"),
        ("uz", "Muxriddinning nutqi", "Muxriddinning", "Sirojiddin Muhriddin"),
        ("zh", "努尔特烈乌表示欢迎。", "努尔特烈乌", "努尔特列乌"),
    ],
)
def test_a_near_spelling_is_found(run: Run, tag: str, text: str, words: str, name: str) -> None:
    """In any form of the word; the message has the listed name."""
    (found,) = run(made_of({tag: text}), "name-variant")
    assert found.location.words == words
    assert f"“{name}”" in found.message


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "Jeenbek Kulubaev, Kulubayev; Turkmen, Kazakh and Uzbek delegations; Chinese; Chile."),
        ("ru", "Мередову, Мередовым, Мередова; туркменская сторона; Китаем; Казахи и китайцы; Садов."),
        ("kk", "Нұртлеу мен Нұртілеу; Асхана; Қазақтар; Қазақстанымыз; мұрат."),
        ("ky", "Кулубаевдин; Асхана; Казакстандыктар."),
        ("tg", "Осмон; Тоҷикистонро; Тоҷикон."),
        ("tk", "Türkmenistanyň; Türkmenler; Gazaklar."),
        ("uz", "Oʻzbekistonlik; Turkmanistonga; Xitoyliklar."),
        ("zh", "土库曼斯坦、塔吉克斯坦、吉尔吉斯斯坦和乌兹别克斯坦。"),
    ],
)
def test_listed_forms_and_ordinary_words_are_not_meant(run: Run, tag: str, text: str) -> None:
    """Inflected names, peoples, adjectives, and words that happen to be near a name."""
    assert list(run(made_of({tag: text}), "name-variant")) == []


def test_a_given_name_counts_only_beside_its_surname(run: Run) -> None:
    """Murad is another man's name; Murad Nurtleu is nobody's."""
    found = run(made_of({"en": "Murad spoke.\nMurad Nurtleu spoke."}), "name-variant")
    assert [(one.location.line, one.location.words) for one in found] == [(2, "Murad")]


def test_what_the_glossary_forbids_is_left_to_term_forbidden(run: Run) -> None:
    """Туркмения is listed, though not to be used."""
    assert list(run(made_of({"ru": "Туркмения участвовала."}), "name-variant")) == []


@pytest.mark.parametrize(
    ("tag", "text", "suggestion"),
    [
        ("en", "Minister Nurtileu spoke.", "Nurtleu"),
        ("en", "MINISTER NURTILEU SPOKE.", "NURTLEU"),
        ("kk", "Нұртылеу мырза", "Нұртілеу"),
        ("zh", "努尔特烈乌表示欢迎。", "努尔特列乌"),
        ("ru", "Встреча с Мерэдовым состоялась.", None),
    ],
)
def test_the_listed_spelling_is_suggested_where_no_ending_follows(
    run: Run, tag: str, text: str, suggestion: str | None
) -> None:
    """What the glossary has for this word of the name, in its case; an inflected name is left to the translator."""
    (found,) = run(made_of({tag: text}), "name-variant")
    assert found.suggestion == suggestion


def test_a_misspelt_name_is_one_finding(statement: Document, run: Run) -> None:
    """The minister is named, and the list that counts him is whole: nothing is missing but a letter."""
    document = changed(statement, "uz", ("Kulubayev", "Kulibayev"))
    before = {(one.check, one.version, one.location.line) for one in run(statement)}
    found = {(one.check, one.version, one.location.line) for one in run(document)} - before
    assert found == {("name-variant", "uz", 1)}
