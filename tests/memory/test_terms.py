"""What the index holds of texts."""

from __future__ import annotations

import sys
import unicodedata

import pytest

from workbench.memory.terms import LONG, Terms, folded, runs


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("The Xi’an Summit, 2023", "the xi an summit 2023"),
        ("推动贸易。", "推动 动贸 贸易 易"),
        ("Oʻzbekiston Ёлка", "o zbekiston елка"),
        ("GDP增长3%", "gdp 增长 长 3"),
        ("峰", "峰"),
        ("…", ""),
        ("слово " + "ы" * 101, f"слово {LONG}"),
    ],
)
def test_a_text_has_its_words_and_pairs(text: str, terms: str) -> None:
    """Words in small letters without accents; pairs where no spaces are written, the last letter alone."""
    assert Terms().of(text).split() == terms.split()


def test_words_are_told_once() -> None:
    """Each word that was met, until it is asked for; pairs are no words."""
    terms = Terms()
    terms.of("the summit, the Summit 峰会")
    assert terms.fresh() == ["the", "summit"]
    assert terms.fresh() == []


def test_folding_moves_no_edge_of_a_word() -> None:
    """In all of Unicode no sign becomes a letter, and no letter goes from a script without spaces to one with them."""
    for code in range(sys.maxunicode + 1):
        letter = chr(code)
        if unicodedata.category(letter) == "Cs" or not unicodedata.is_normalized("NFC", letter):
            continue
        before, after = ([unspaced for _, _, unspaced in runs(text)] for text in (letter, folded(letter)))
        assert len(folded(letter)) == 1
        assert not after or after == before, hex(code)
