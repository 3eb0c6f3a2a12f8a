"""Amounts and currencies changed, and left out."""

from __future__ import annotations

from collections.abc import Iterator

from tests.checks.faults.fault import Fault
from tests.checks.faults.sentences import MONEY, changed_in_one
from workbench.model.document import Document

_AMOUNTS = (
    ("en", "1.5 billion", "1.5 million"),
    ("en", "US dollars", "euros"),
    ("en", "1.5 billion US dollars", "a great sum"),
    ("zh", "15亿", "1.5亿"),
    ("zh", "美元", "欧元"),
    ("zh", "15亿美元", "新高"),
    ("ru", "1,5 млрд", "2,5 млрд"),
    ("ru", "долларов США", "юаней"),
    ("ru", "1,5 млрд долларов США", "рекордной суммы"),
    ("kk", "1,5 млрд", "1,5 млн"),
    ("kk", "АҚШ долларына", "еуроға"),
    ("kk", "1,5 млрд АҚШ долларына", "жаңа деңгейге"),
    ("ky", "1,5 млрд", "15 млрд"),
    ("ky", "АКШ долларына", "сомго"),
    ("ky", "1,5 млрд АКШ долларына", "жаңы деңгээлге"),
    ("tg", "1,5 миллиард", "1,3 миллиард"),
    ("tg", "доллари ИМА", "сомонӣ"),
    ("tg", "1,5 миллиард доллари ИМА", "сатҳи нав"),
    ("tk", "1,5 milliard", "1,5 million"),
    ("tk", "ABŞ-nyň dollaryna", "manat"),
    ("tk", "1,5 milliard ABŞ-nyň dollaryna", "täze derejä"),
    ("uz", "1,5 milliard", "5,1 milliard"),
    ("uz", "AQSH dollariga", "yuanga"),
    ("uz", "1,5 milliard AQSH dollariga", "yangi darajaga"),
)


def faults(statement: Document) -> Iterator[Fault]:
    """Yield the statement with a sentence more in each version, and one amount wrong."""
    for tag, old, new in _AMOUNTS:
        yield changed_in_one(statement, "money-mismatch", MONEY, tag, old, new)
