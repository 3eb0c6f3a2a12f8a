"""Terms that one version renders otherwise than the glossary says."""

from __future__ import annotations

from collections.abc import Iterator

from tests.checks.faults.fault import Fault, missed
from workbench.model.document import Document

_TERMS = (
    ("en", "remote sensing", "observation"),
    ("en", "smart agriculture", "clever farming"),
    ("en", "desertification control", "the protection of soils"),
    ("zh", "数字经济", "网络经济"),
    ("zh", "荒漠化防治", "沙尘控制"),
    ("zh", "遥感", "观测"),
    ("ru", "дистанционного зондирования", "наблюдения"),
    ("ru", "борьбы с опустыниванием", "защиты земель"),
    ("ru", "умного сельского хозяйства", "умелого земледелия"),
    ("kk", "цифрлық экономика", "жаңа экономика"),
    ("kk", "ақылды ауыл шаруашылығы", "жаңа егіншілік"),
    ("kk", "шөлейттенуге қарсы күрес", "жерді қорғау"),
    ("ky", "мультимодалдык ташуу", "аралаш ташуу"),
    ("ky", "акылдуу айыл чарбасы", "жаңы дыйканчылык"),
    ("ky", "аралыктан зонддоо", "сүрөткө тартуу"),
    ("tg", "иқтисоди рақамӣ", "иқтисоди нав"),
    ("tg", "кишоварзии ҳушманд", "деҳқонии нав"),
    ("tg", "зондкунии фосилавӣ", "мушоҳида"),
    ("tk", "akylly oba hojalygy", "täze ekerançylyk"),
    ("tk", "tohumçylyk", "ösümlikler"),
    ("tk", "çölleşmä garşy göreş", "topragy goramak"),
    ("uz", "raqamli iqtisodiyot", "yangi iqtisod"),
    ("uz", "aqlli qishloq xoʻjaligi", "yangi dehqonchilik"),
    ("uz", "masofadan zondlash", "kuzatish"),
)


def faults(statement: Document) -> Iterator[Fault]:
    """Yield each version with one term in other words where it stands first."""
    for tag, old, new in _TERMS:
        yield missed(statement, "term-missing", tag, old, new)
