"""Words that tell something to those who look for numbers, dates and references in a text: of most words none need be asked."""

from __future__ import annotations

from functools import lru_cache

from workbench.languages.answers import Answers
from workbench.languages.dates import months_in
from workbench.languages.knowledge import Knowledge
from workbench.languages.number_words import number_words
from workbench.languages.numerals import folded_numbers
from workbench.languages.quantities import MAY_BE_ROMAN
from workbench.languages.references import holds_noun


@lru_cache(maxsize=64)
def telling_words(knowledge: Knowledge) -> Answers[bool]:
    """Return whether a folded word has a digit, or may be a number, a Roman numeral, a month, or a noun of labels.

    What looks for these among the words of a `Cut` looks at those that tell something; each word is judged once for all.
    """
    numbers = frozenset((*number_words(knowledge), *folded_numbers(knowledge)))
    questions = (MAY_BE_ROMAN.ask, months_in(knowledge).ask, holds_noun(knowledge).ask)

    def tells(word: str) -> bool:
        return any(map(str.isdecimal, word)) or word in numbers or any(ask(word) for ask in questions)

    return Answers(tells)
