"""What resembles a text is put in order by chrF, which words in another order cost little."""

from __future__ import annotations

from sacrebleu.metrics.chrf import CHRF

from tests.memory.samples import filled, unit
from workbench.memory.fuzzy import matches
from workbench.memory.looking import Reader
from workbench.memory.ranking import ranked

TEXT = "Стороны развивают сотрудничество в торговле, энергетике и на транспорте."
REORDERED = "Стороны развивают сотрудничество в энергетике, на транспорте и в торговле."
OTHER = "Стороны развивают соперничество в торговле, этике и на трансляции."


def test_the_same_words_in_another_order_come_before_other_words() -> None:
    """Letter by letter more of the first must be changed; it says the same nevertheless."""
    reader = Reader(filled([unit({"ru": OTHER}), unit({"ru": REORDERED})]), "file")
    found = matches(reader, TEXT, "ru")
    assert [match.hit.row for match in found] == [0, 1]
    assert [one.match.hit.row for one in ranked(TEXT, found)] == [1, 0]


def test_it_is_the_chrf_of_sacrebleu() -> None:
    """The text asked for is the reference."""
    (one,) = ranked(TEXT, matches(Reader(filled([unit({"ru": REORDERED})]), "file"), TEXT, "ru"))
    assert one.chrf == CHRF().sentence_score(REORDERED, [TEXT]).score


def test_the_same_text_has_a_hundred() -> None:
    """In Chinese too, and though it is decomposed."""
    (one,) = ranked("六国外长", matches(Reader(filled([unit({"zh": "六国外长"})]), "file"), "六国外长", "zh"))
    assert one.chrf == 100
