"""Brackets: one of a pair left out, or of another kind than its partner."""

from __future__ import annotations

from collections.abc import Iterator

from tests.checks.faults.fault import Fault, replaced
from workbench.model.document import Document

_BRACKETS = (
    ("en", "as the “Parties”)", "as the “Parties”"),
    ("en", "China-Europe (Asia) freight", "China-Europe Asia) freight"),
    ("en", "China-Europe (Asia) freight", "China-Europe (Asia] freight"),
    ("zh", "（以下简称“各方”）", "（以下简称“各方”"),
    ("zh", "中欧（亚）班列", "中欧亚）班列"),
    ("zh", "中欧（亚）班列", "中欧（亚)班列"),
    ("ru", "(провинция Сычуань, Китай)", "(провинция Сычуань, Китай"),
    ("ru", "Европа (Азия)", "Европа Азия)"),
    ("ru", "Европа (Азия)", "Европа (Азия）"),
    ("kk", "(бұдан әрі – «Тараптар»)", "(бұдан әрі – «Тараптар»"),
    ("kk", "Еуропа (Азия)", "Еуропа Азия)"),
    ("kk", "Еуропа (Азия)", "Еуропа (Азия]"),
    ("ky", "(мындан ары – «Тараптар»)", "мындан ары – «Тараптар»)"),
    ("ky", "Европа (Азия)", "Европа (Азия"),
    ("ky", "Европа (Азия)", "Европа （Азия)"),
    ("tg", "(минбаъд – «Ҷонибҳо»)", "минбаъд – «Ҷонибҳо»)"),
    ("tg", "Аврупо (Осиё)", "Аврупо (Осиё"),
    ("tg", "Аврупо (Осиё)", "Аврупо [Осиё)"),
    ("tk", "(mundan beýläk – «Taraplar»)", "(mundan beýläk – «Taraplar»"),
    ("tk", "Ýewropa (Aziýa)", "Ýewropa Aziýa)"),
    ("tk", "Ýewropa (Aziýa)", "Ýewropa (Aziýa))"),
    ("uz", "deb yuritiladi)", "deb yuritiladi"),
    ("uz", "Yevropa (Osiyo)", "Yevropa Osiyo)"),
    ("uz", "Yevropa (Osiyo)", "Yevropa ((Osiyo)"),
)


def faults(statement: Document) -> Iterator[Fault]:
    """Yield the statement with one bracket wrong."""
    for tag, old, new in _BRACKETS:
        yield replaced(statement, "brackets", tag, old, new)
