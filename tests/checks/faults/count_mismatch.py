"""Counts that differ from the list of ministers."""

from __future__ import annotations

from collections.abc import Iterator

from tests.checks.faults.fault import Fault, replaced
from workbench.model.document import Document

_COUNTS = (
    ("en", "The six parties", "The seven parties"),
    ("en", "the six countries", "the 7 countries"),
    ("en", "five Central Asian", "six Central Asian"),
    ("zh", "六方", "五方"),
    ("zh", "六国外交部", "七国外交部"),
    ("zh", "中亚五国", "中亚四国"),
    ("ru", "Шесть Сторон", "Пять Сторон"),
    ("ru", "шести стран", "семи стран"),
    ("ru", "пяти странам", "четырём странам"),
    ("kk", "Алты тарап", "Бес тарап"),
    ("kk", "алты елдің", "7 елдің"),
    ("kk", "бес еліне", "төрт еліне"),
    ("ky", "Алты тарап", "Беш тарап"),
    ("ky", "Алты өлкөнүн", "Жети өлкөнүн"),
    ("ky", "беш өлкөсүнө", "төрт өлкөсүнө"),
    ("tg", "Шаш ҷониб", "Панҷ ҷониб"),
    ("tg", "шаш кишвар", "ҳафт кишвар"),
    ("tg", "панҷ кишвари", "чор кишвари"),
    ("tk", "Alty tarap", "Bäş tarap"),
    ("tk", "Alty ýurduň", "Ýedi ýurduň"),
    ("tk", "bäş ýurduna", "dört ýurduna"),
    ("uz", "Olti tomon", "Besh tomon"),
    ("uz", "olti davlat", "yetti davlat"),
    ("uz", "besh davlatiga", "toʻrt davlatiga"),
)


def faults(statement: Document) -> Iterator[Fault]:
    """Yield the statement with one count changed."""
    for tag, old, new in _COUNTS:
        yield replaced(statement, "count-mismatch", tag, old, new)
