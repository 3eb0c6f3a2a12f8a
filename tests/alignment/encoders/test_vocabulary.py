"""A list of words is asked without a set of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.alignment.encoders.vocabulary import Vocabulary
from workbench.alignment.encoders.word_table import lines_of_words

_words = st.text("абвгқәöü中'", min_size=1, max_size=4)


@given(st.sets(_words, min_size=1), st.sets(_words))
def test_it_holds_what_a_set_holds(words: set[str], others: set[str]) -> None:
    """A word is held where it is among those given."""
    vocabulary = Vocabulary("\n".join(sorted(words)))
    assert {word for word in words | others if vocabulary.holds(word)} == words


def test_kazakh_words_are_known_and_kyrgyz_ones_are_not() -> None:
    """What the shipped list of a language holds is told from what it does not."""
    vocabulary = Vocabulary(lines_of_words("kk"))
    assert vocabulary.holds("ынтымақтастық")
    assert not vocabulary.holds("кызматташтык")
