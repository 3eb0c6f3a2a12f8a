"""Wordings that the glossary forbids, or calls superseded."""

from __future__ import annotations

from collections.abc import Iterator

from tests.checks.faults.fault import Fault, replaced
from workbench.model.document import Document

_WORDS = (
    (
        "en",
        "among member states of the China-Central Asia mechanism",
        "among member states of the China-Middle Asia mechanism",
    ),
    ("en", "to the five Central Asian countries", "to the five Middle Asian countries"),
    ("en", "with relevant Central Asian countries in high-tech", "with relevant Middle Asian countries in high-tech"),
    ("zh", "吉尔吉斯共和国", "吉尔吉斯斯坦共和国"),
    ("zh", "将在哈萨克斯坦举行", "将在吉尔吉斯坦举行"),
    ("zh", "和乌兹别克斯坦共和国", "和乌孜别克斯坦共和国"),
    ("ru", "пяти странам Центральной Азии", "пяти странам Средней Азии"),
    ("ru", "провели в Чэнду", "провели в Ченду"),
    ("ru", "состоится в Казахстане", "состоится в Туркмении"),
    ("kk", "Қытай Орталық Азияның бес еліне", "Қытай Орта Азияның бес еліне"),
    ("kk", "Қырғыз Республикасының", "Қырғызияның"),
    ("kk", "Түрікменстан Министрлер", "Түрікмения Министрлер"),
    ("ky", "2. Тараптар Казакстанда", "2. Тараптар Казахстанда"),
    ("ky", "Борбордук Азиянын беш өлкөсүнө", "Орто Азиянын беш өлкөсүнө"),
    ("ky", "Түркмөнстандын Министрлер", "Түркмөниянын Министрлер"),
    ("tg", "панҷ кишвари Осиёи Марказӣ", "панҷ кишвари Осиёи Миёна"),
    ("tg", "11. Ҷонибҳо ба Чин", "11. Ҷонибҳо ба Хитой"),
    ("tg", "Ҷумҳурии Ӯзбекистон", "Ҷумҳурии Узбекистон"),
    ("tk", "Türkmenistanyň Ministrler", "Türkmenistan Respublikasynyň Ministrler"),
    ("tk", "Gyrgyz Respublikasynyň", "Gyrgyzystan Respublikasynyň"),
    ("tk", "Astana şäherinde", "Nur-Sultan şäherinde"),
    ("uz", "Xitoy Markaziy Osiyoning besh davlatiga", "Xitoy Oʻrta Osiyoning besh davlatiga"),
    ("uz", "vaziri Van I,", "vaziri Vang Yi,"),
    ("uz", "Ostona shahrida", "Nur-Sulton shahrida"),
)


def faults(statement: Document) -> Iterator[Fault]:
    """Yield the statement with one wording that is not to be used."""
    for tag, old, new in _WORDS:
        yield replaced(statement, "term-forbidden", tag, old, new)
