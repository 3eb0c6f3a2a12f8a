"""Meetings and summits with another number."""

from __future__ import annotations

from collections.abc import Iterator

from tests.checks.faults.fault import Fault, replaced
from workbench.model.document import Document

_ORDINALS = (
    ("en", "the Fifth Meeting", "the Sixth Meeting"),
    ("en", "to the second China", "to the third China"),
    ("en", "the second China-Central Asia Business", "the third China-Central Asia Business"),
    ("en", "the second summit will", "the first summit will"),
    ("en", "the fifth China-Central", "the fourth China-Central"),
    ("zh", "共同举行中国-中亚外长第五次会晤", "共同举行中国-中亚外长第六次会晤"),
    ("zh", "第二届中国-中亚峰会", "第三届中国-中亚峰会"),
    ("zh", "委员会第二次会议", "委员会第三次会议"),
    ("zh", "第二届峰会将于", "第三届峰会将于"),
    ("zh", "主办中国-中亚外长第五次", "主办中国-中亚外长第四次"),
    ("ru", "пятую встречу", "шестую встречу"),
    ("ru", "второму саммиту", "третьему саммиту"),
    ("ru", "второго заседания", "третьего заседания"),
    ("ru", "второй саммит", "первый саммит"),
    ("ru", "пятой встречи", "четвёртой встречи"),
    ("kk", "бесінші кездесуі өтті", "алтыншы кездесуі өтті"),
    ("kk", "өтетін екінші", "өтетін үшінші"),
    ("kk", "кеңесінің екінші", "кеңесінің үшінші"),
    ("kk", "Тараптар екінші саммиттің", "Тараптар 1-ші саммиттің"),
    ("kk", "бесінші кездесуін", "төртінші кездесуін"),
    ("ky", "бешинчи жолугушуусу болуп", "алтынчы жолугушуусу болуп"),
    ("ky", "турган экинчи", "турган үчүнчү"),
    ("ky", "кеңешинин экинчи", "кеңешинин үчүнчү"),
    ("ky", "экинчи саммит 2025", "биринчи саммит 2025"),
    ("ky", "бешинчи жолугушуусун", "төртүнчү жолугушуусун"),
    ("tg", "Сичуани Чин Панҷумин", "Сичуани Чин Шашумин"),
    ("tg", "ба дуюмин Саммити", "ба сеюмин Саммити"),
    ("tg", "дуюмин ҷаласаи", "сеюмин ҷаласаи"),
    ("tg", "дуюмин саммит моҳи", "якумин саммит моҳи"),
    ("tg", "намудани Панҷумин", "намудани Чорумин"),
    ("tk", "bilelikde bäşinji", "bilelikde altynjy"),
    ("tk", "geçiriljek ikinji", "geçiriljek üçünji"),
    ("tk", "geňeşiniň ikinji", "geňeşiniň 3-nji"),
    ("tk", "ikinji sammitiň", "birinji sammitiň"),
    ("tk", "Taraplar bäşinji", "Taraplar dördünji"),
    ("uz", "shahrida beshinchi", "shahrida oltinchi"),
    ("uz", "oʻtkaziladigan ikkinchi", "oʻtkaziladigan uchinchi"),
    ("uz", "kengashining ikkinchi yigʻilishi", "kengashining 3-yigʻilishi"),
    ("uz", "ikkinchi sammit 2025", "birinchi sammit 2025"),
    ("uz", "Tomonlar beshinchi", "Tomonlar toʻrtinchi"),
)


def faults(statement: Document) -> Iterator[Fault]:
    """Yield the statement with one ordinal changed."""
    for tag, old, new in _ORDINALS:
        yield replaced(statement, "ordinal-mismatch", tag, old, new)
