"""Positions in a text as it stands in the file."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from workbench.checks.placing import raw_position

TEXTS = st.text(alphabet="aй ё́и\u0306\u0301\u0323\u1100\u1161😀 中", max_size=40)


@given(TEXTS, st.data())
def test_what_stands_before_a_position_is_the_same_in_both(raw: str, data: st.DataObject) -> None:
    """In NFC, for every position that a letter begins at."""
    composed = unicodedata.normalize("NFC", raw)
    position = data.draw(st.integers(0, len(composed)))
    at = raw_position(raw, position)
    if 0 < position < len(composed) and unicodedata.combining(composed[position]):
        return
    assert unicodedata.normalize("NFC", raw[:at]) == composed[:position]


def test_words_of_the_statement_put_apart_are_found() -> None:
    """й as и and a breve takes two places in the file."""
    raw = unicodedata.normalize("NFD", "Бюрои сиёсии Кумитаи, Ҷонибҳои мазкур")
    at = raw_position(raw, unicodedata.normalize("NFC", raw).index("мазкур"))
    assert raw[at:] == "мазкур"
