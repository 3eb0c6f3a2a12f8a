"""Quotation marks: one of a pair left out, marks of another language, the same marks inside one another."""

from __future__ import annotations

from collections.abc import Iterator

from tests.checks.faults.fault import Fault, replaced
from workbench.model.document import Document

_MARKS = (
    ("en", "as the “Parties”)", "as the “Parties)"),
    ("en", "“Central Asia-2040”", "Central Asia-2040”"),
    ("en", "“New Era of the Great Silk Road”", "«New Era of the Great Silk Road»"),
    ("en", "“New Era of the Great Silk Road”", "“New Era of the “Great Silk” Road”"),
    ("zh", "“伟大丝绸之路新时代”", "“伟大丝绸之路新时代"),
    ("zh", "“中亚-2040”", "中亚-2040”"),
    ("zh", "“中亚-2040”", '"中亚-2040"'),
    ("zh", "“伟大丝绸之路新时代”", "“伟大“丝绸之路”新时代”"),
    ("ru", "«Центральная Азия – 2040»", "«Центральная Азия – 2040"),
    ("ru", "«Новая эпоха Великого шелкового пути»", "Новая эпоха Великого шелкового пути»"),
    ("ru", "«Центральная Азия – 2040»", '"Центральная Азия – 2040"'),
    ("ru", "«Новая эпоха Великого шелкового пути»", "«Новая эпоха «Великого шелкового» пути»"),
    ("kk", "«Орталық Азия – 2040»", "«Орталық Азия – 2040"),
    ("kk", "«Ұлы Жібек жолының жаңа дәуірі»", "Ұлы Жібек жолының жаңа дәуірі»"),
    ("kk", "«Орталық Азия – 2040»", '"Орталық Азия – 2040"'),
    ("kk", "«Ұлы Жібек жолының жаңа дәуірі»", "‹Ұлы Жібек жолының жаңа дәуірі›"),
    ("ky", "«Борбордук Азия – 2040»", "«Борбордук Азия – 2040"),
    ("ky", "«Улуу Жибек Жолунун жаңы доору»", "Улуу Жибек Жолунун жаңы доору»"),
    ("ky", "«Борбордук Азия – 2040»", '"Борбордук Азия – 2040"'),
    ("tg", "«Осиёи Марказӣ – 2040»", "«Осиёи Марказӣ – 2040"),
    ("tg", "«Давраи нави Роҳи бузурги абрешим»", "Давраи нави Роҳи бузурги абрешим»"),
    ("tg", "«Осиёи Марказӣ – 2040»", '"Осиёи Марказӣ – 2040"'),
    ("tk", "«Merkezi Aziýa – 2040»", "«Merkezi Aziýa – 2040"),
    ("tk", "«Beýik Ýüpek ýolunyň täze eýýamy»", "Beýik Ýüpek ýolunyň täze eýýamy»"),
    ("tk", "«Merkezi Aziýa – 2040»", "‹Merkezi Aziýa – 2040›"),
    ("uz", "“Markaziy Osiyo – 2040”", "“Markaziy Osiyo – 2040"),
    ("uz", "“Buyuk Ipak yoʻlining yangi davri”", "Buyuk Ipak yoʻlining yangi davri”"),
    ("uz", "“Markaziy Osiyo – 2040”", '"Markaziy Osiyo – 2040"'),
)


def faults(statement: Document) -> Iterator[Fault]:
    """Yield the statement with one quotation marked wrongly."""
    for tag, old, new in _MARKS:
        yield replaced(statement, "quotes", tag, old, new)
