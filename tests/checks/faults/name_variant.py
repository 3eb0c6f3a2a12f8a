"""Names in spellings that nobody lists."""

from __future__ import annotations

from collections.abc import Iterator

from tests.checks.faults.fault import Fault, reworded
from workbench.model.document import Document

_NAMES = (
    ("en", "Nurtleu", "Nurtileu"),
    ("en", "Kulubayev", "Kulubaiev"),
    ("en", "Meredov", "Meredow"),
    ("en", "Turkmenistan", "Turkmenstan"),
    ("zh", "努尔特列乌", "努尔特烈乌"),
    ("zh", "库鲁巴耶夫", "库鲁巴也夫"),
    ("zh", "土库曼斯坦", "土库曼坦"),
    ("zh", "乌兹别克斯坦", "乌兹别克坦"),
    ("ru", "Нуртлеу", "Нуртилеу"),
    ("ru", "Мухриддин", "Мухридин"),
    ("ru", "Мередов", "Мерэдов"),
    ("ru", "Туркменистана", "Туркмэнистана"),
    ("kk", "Нұртілеу", "Нұртылеу"),
    ("kk", "Кулубаев", "Куллубаев"),
    ("kk", "Мухриддин", "Мухридин"),
    ("kk", "Тәжікстан", "Тажікстан"),
    ("ky", "Нуртлеу", "Нуртилеу"),
    ("ky", "Саидов", "Сайдов"),
    ("ky", "Түркмөнстандын", "Түркменстандын"),
    ("ky", "Мередов", "Мерэдов"),
    ("tg", "Муҳриддин", "Мухриддин"),
    ("tg", "Нуртлеу", "Нурттлеу"),
    ("tg", "Туркманистон", "Туркменистон"),
    ("tg", "Тоҷикистон", "Точикистон"),
    ("tk", "Nurtleu", "Nurtlew"),
    ("tk", "Meredow", "Meretow"),
    ("tk", "Täjigistan", "Tajigistan"),
    ("tk", "Kulubaýew", "Kulubayew"),
    ("uz", "Nurtleu", "Nurtileu"),
    ("uz", "Muhriddin", "Muxriddin"),
    ("uz", "Turkmaniston", "Turkmoniston"),
    ("uz", "Kulubayev", "Kulibayev"),
)


def faults(statement: Document) -> Iterator[Fault]:
    """Yield each version with a name spelt otherwise where it stands first."""
    for tag, old, new in _NAMES:
        yield reworded(statement, "name-variant", tag, old, new)
