"""Persons and states that one version does not name."""

from __future__ import annotations

from collections.abc import Iterator

from tests.checks.faults.fault import Fault, missed
from workbench.model.document import Document

_NAMES = (
    ("en", "Murat Nurtleu", "the minister"),
    ("en", "Bakhtiyor Saidov", "the minister"),
    ("en", " held in Kazakhstan", " held"),
    ("zh", "努尔特列乌", "某人"),
    ("zh", "在哈萨克斯坦举行", "举行"),
    ("zh", "赛义多夫", "某人"),
    ("ru", "Рашид Мередов", "он"),
    ("ru", "Бахтиёр Саидов", "он"),
    ("ru", "в Казахстане", "в одной из стран"),
    ("kk", "Рашид Мередов", "министр"),
    ("kk", "Ван И", "министр"),
    ("kk", "Қазақстанда", "елде"),
    ("ky", "Мурат Нуртлеу", "министр"),
    ("ky", "Ван И", "министр"),
    ("ky", "Казакстанда", "өлкөдө"),
    ("tg", "Бахтиёр Саидов", "вазир"),
    ("tg", "Ван И", "вазир"),
    ("tg", "дар Қазоқистон", "дар он ҷо"),
    ("tk", "Žeenbek Kulubaýew", "ministr"),
    ("tk", "Wan I", "ministr"),
    ("tk", "Gazagystanda", "ýurtda"),
    ("uz", "Rashid Meredov", "vazir"),
    ("uz", "Van I", "vazir"),
    ("uz", "Qozogʻistonda", "mamlakatda"),
)


def faults(statement: Document) -> Iterator[Fault]:
    """Yield each version with one name taken out where it stands first."""
    for tag, old, new in _NAMES:
        yield missed(statement, "name-missing", tag, old, new)
