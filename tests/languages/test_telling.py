"""Tests for workbench.languages.telling: words that tell of numbers, dates and references."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.languages.cross_references import references
from workbench.languages.cut import Cut, matches_at
from workbench.languages.dates import dates
from workbench.languages.knowledge import knowledge
from workbench.languages.numerals import numerals
from workbench.languages.quantities import quantities
from workbench.languages.telling import telling_words

_TEXTS = {
    "en": "On 1 December 2024 the six parties met; see paragraph 4 of Article XII, and two hundred and five G20 texts.",
    "zh": "2024年12月1日，六方举行第五次会晤，见第四条，15亿美元。",
    "ru": "1 декабря 2024 года шесть сторон, статья 4, XXI век, двадцать пятый; 15,5 млрд долларов США.",
    "kk": "2024 жылғы 1 желтоқсанда алты тарап, 4-бапта, ХХІ ғасыр, жиырма бесінші.",
    "ky": "2024-жылдын 1-декабрында алты тарап, 4-беренеде, жыйырма бешинчи.",
    "tg": "1 декабри соли 2024 шаш тараф, моддаи 4, бисту панҷум.",
    "tk": "2024-nji ýylyň 1-nji dekabrynda alty tarap, 4-nji madda, ýigrimi bäşinji.",
    "uz": "2024-yil 1-dekabrda olti tomon, 4-modda, yigirma beshinchi.",
}


@pytest.mark.parametrize("tag", _TEXTS)
def test_what_tells_is_enough(tag: str) -> None:
    """Numbers, dates and references are the same whether all words of a text are looked at or those that tell something."""
    known, text = knowledge(tag), _TEXTS[tag]
    telling = Cut(text, telling=telling_words(known))
    for read in (quantities, numerals, dates, references):
        assert read(telling, known) == read(text, known) != ()


def test_most_words_tell_nothing() -> None:
    """Of a sentence without numbers no word tells anything."""
    assert Cut("The sides agreed to continue.", telling=telling_words(knowledge("en"))).telling == []


@given(st.text("a1٣ .'_中"), st.booleans())
def test_figures_are_the_runs_of_digits(text: str, all_tell: bool) -> None:
    """Figures are where the runs of digits of any text begin, whichever words tell something else."""
    read = Cut(text, telling=None if all_tell else telling_words(knowledge("en")))
    assert read.figures == [match.start() for match in re.finditer(r"\d+", text)]


@given(st.text("ab1"))
def test_matches_at_all_places_are_those_of_finditer(text: str) -> None:
    """What is looked for at every place is found as `finditer` finds it."""
    pattern = re.compile("a+b?|1")
    found = [match.span() for match in matches_at(pattern, text, range(len(text)))]
    assert found == [match.span() for match in pattern.finditer(text)]
