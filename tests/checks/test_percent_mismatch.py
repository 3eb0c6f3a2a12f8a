"""percent-mismatch."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Run, made_of
from tests.checks.faults.sentences import TRADE, with_sentences
from workbench.model.document import Document

CHECK = "percent-mismatch"


def test_percentages_agree_in_all_languages(statement: Document, run: Run) -> None:
    """12.5 percent are 12,5 процента and 12.5%."""
    assert list(run(with_sentences(statement, TRADE), CHECK, "number-mismatch")) == []


def test_a_wrong_percentage_is_named(statement: Document, run: Run) -> None:
    """The finding marks number and unit."""
    document = with_sentences(statement, {**TRADE, "kk": TRADE["kk"].replace("12,5", "15,2")})
    (one,) = run(document, CHECK)
    assert (one.location.version, one.location.words) == ("kk", "15,2 пайызға")
    assert (
        one.message
        == "“15,2 пайызға” is 15.2% where seven of eight versions have 12.5% (en “12.5 percent”, zh “12.5%”)"
    )


@pytest.mark.parametrize(
    "versions",
    [
        {"en": "It grew by 30 percent.", "zh": "增长百分之三十。", "ru": "Рост составил 30 %."},
        {"en": "It grew by 10–15%.", "ru": "Рост составил от 10 до 15 процентов.", "zh": "增长10%至15%。"},
        {"en": "It grew by 12%.", "ru": "Рост составил 12 %.", "tr": "Yüzde 12 büyüdü.", "az": "12 faiz artıb."},
    ],
)
def test_one_percentage_in_several_ways_is_no_finding(run: Run, versions: dict[str, str]) -> None:
    """Sign and word, the ends of a range, languages whose word for it is not known."""
    assert list(run(made_of(versions), CHECK, "number-mismatch")) == []
