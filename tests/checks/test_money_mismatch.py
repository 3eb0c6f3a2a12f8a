"""money-mismatch."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Run, made_of
from tests.checks.faults.sentences import MONEY, with_sentences
from workbench.model.document import Document

CHECK = "money-mismatch"


def test_amounts_agree_in_all_languages(statement: Document, run: Run) -> None:
    """1.5 billion US dollars are 15亿美元 and 1,5 млрд АҚШ доллары."""
    assert list(run(with_sentences(statement, MONEY), CHECK, "number-mismatch")) == []


def test_a_million_for_a_billion_is_named(statement: Document, run: Run) -> None:
    """The scale belongs to the number."""
    document = with_sentences(statement, {**MONEY, "tk": MONEY["tk"].replace("milliard", "million")})
    (one,) = run(document, CHECK)
    assert (one.location.version, one.location.words) == ("tk", "1,5 million ABŞ-nyň dollaryna")
    assert "is 1,500,000 USD where seven of eight versions have 1,500,000,000 USD" in one.message


def test_another_currency_is_named(statement: Document, run: Run) -> None:
    """The amount is right, the money is not."""
    document = with_sentences(statement, {**MONEY, "zh": MONEY["zh"].replace("美元", "元")})
    (one,) = run(document, CHECK)
    assert (one.location.version, one.location.words) == ("zh", "15亿元")
    assert "is 1,500,000,000 CNY where seven of eight versions have 1,500,000,000 USD" in one.message


def test_two_currencies_in_two_versions_name_neither(run: Run) -> None:
    """Nobody is in the majority."""
    (one,) = run(made_of({"en": "It costs 5 million euros.", "ru": "Это стоит 5 млн рублей."}), CHECK)
    assert one.location.version is None


@pytest.mark.parametrize(
    "versions",
    [
        {"en": "It costs $5 million.", "ru": "Это стоит 5 млн долл. США.", "zh": "耗资500万美元。"},
        {"en": "It costs 100 tenge.", "kk": "Бұл 100 теңге тұрады.", "uz": "Bu 100 tenge turadi."},
        {"en": "It costs $150,000.", "ru": "Это стоит 150 тысяч долларов.", "az": "150 min dollar."},
    ],
)
def test_one_amount_in_several_ways_is_no_finding(run: Run, versions: dict[str, str]) -> None:
    """Sign, code and word, and what a language without data writes."""
    assert list(run(made_of(versions), CHECK, "number-mismatch")) == []
