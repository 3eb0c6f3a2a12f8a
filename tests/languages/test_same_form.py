"""A word in the form that another has."""

import pytest

from workbench.languages.knowledge import knowledge
from workbench.languages.same_form import same_form


@pytest.mark.parametrize(
    ("tag", "written", "wording", "other", "right"),
    [
        ("ru", "Средней Азии", "Средняя Азия", "Центральная Азия", "Центральной Азии"),
        ("ru", "Среднюю Азию", "Средняя Азия", "Центральная Азия", "Центральную Азию"),
        ("ru", "Ченду", "Ченду", "Чэнду", "Чэнду"),
        ("kk", "Орта Азияның", "Орта Азия", "Орталық Азия", "Орталық Азияның"),
        ("ky", "Казахстандын", "Казахстан", "Казакстан", "Казакстандын"),
        ("tg", "Хитойро", "Хитой", "Чин", "Чинро"),
        ("uz", "Oʻrta Osiyoning", "Oʻrta Osiyo", "Markaziy Osiyo", "Markaziy Osiyoning"),
        ("uz", "Oʻrta Osiyo", "Oʻrta Osiyo", "Markaziy Osiyo", "Markaziy Osiyo"),
        ("zh", "中亚细亚", "中亚细亚", "中亚", "中亚"),
        ("en", "Summits", "summit", "meeting", "Meetings"),
    ],
)
def test_endings_move_to_the_other_word(tag: str, written: str, wording: str, other: str, right: str) -> None:
    """With its case, number and capital."""
    assert same_form(written, wording, other, knowledge(tag).wordforms) == right


@pytest.mark.parametrize(
    ("tag", "written", "wording", "other"),
    [
        ("ru", "встречами", "встреча", "саммит"),
        ("ru", "Киргизии", "Киргизия", "Кыргызская Республика"),
        ("kk", "кездесуді", "кездесу", "саммит"),
        ("kk", "Қырғызияға", "Қырғызия", "Қырғыз Республикасы"),
        ("tg", "Осиёи Миёнаро", "Осиёи Миёна", "Осиёи Марказӣ"),
        ("tk", "Türkmenistan Respublikasynyň", "Türkmenistan Respublikasy", "Türkmenistan"),
        ("uz", "OʻRTA OSIYO", "Oʻrta Osiyo", "Markaziy Osiyo"),
    ],
)
def test_what_is_not_sure_has_no_answer(tag: str, written: str, wording: str, other: str) -> None:
    """Another gender, another harmony, a last letter that changes, a possessive, capitals."""
    assert same_form(written, wording, other, knowledge(tag).wordforms) is None
