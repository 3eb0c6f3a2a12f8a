"""Days, months and years changed, and left out."""

from __future__ import annotations

from collections.abc import Iterator

from tests.checks.faults.fault import Fault, replaced
from workbench.model.document import Document

_DATES = (
    ("en", "On 1 December 2024", "On 2 December 2024"),
    ("en", "On 1 December 2024", "On 1 November 2024"),
    ("en", "On 1 December 2024", "On 1 December 2023"),
    ("en", "in May 2023", "in June 2023"),
    ("en", "in May 2023", "in May 2022"),
    ("en", "in March 2024", "in April 2024"),
    ("en", "in June 2025", "in July 2025"),
    ("en", "in June 2025", "in 2025"),
    ("zh", "2024年12月1日", "2024年12月2日"),
    ("zh", "2024年12月1日", "2024年11月1日"),
    ("zh", "2024年12月1日", "2023年12月1日"),
    ("zh", "2023年5月", "2023年6月"),
    ("zh", "2023年5月", "2022年5月"),
    ("zh", "2024年3月", "2024年4月"),
    ("zh", "2025年6月", "2025年7月"),
    ("zh", "2025年6月", "2025年"),
    ("ru", "1 декабря 2024 года", "2 декабря 2024 года"),
    ("ru", "1 декабря 2024 года", "1 ноября 2024 года"),
    ("ru", "1 декабря 2024 года", "01.12.2023"),
    ("ru", "в мае 2023 года", "в июне 2023 года"),
    ("ru", "в мае 2023 года", "в мае 2022 года"),
    ("ru", "в марте 2024 года", "в апреле 2024 года"),
    ("ru", "в июне 2025 года", "в июле 2025 года"),
    ("ru", "в июне 2025 года", "в 2025 году"),
    ("kk", "1 желтоқсанда", "2 желтоқсанда"),
    ("kk", "1 желтоқсанда", "1 қарашада"),
    ("kk", "2024 жылғы 1 желтоқсанда", "2023 жылғы 1 желтоқсанда"),
    ("kk", "2023 жылғы мамырда", "2023 жылғы маусымда"),
    ("kk", "2023 жылғы мамырда", "2022 жылғы мамырда"),
    ("kk", "2024 жылғы наурызда", "2024 жылғы сәуірде"),
    ("kk", "2025 жылғы маусымда", "2025 жылғы шілдеде"),
    ("kk", "2025 жылғы маусымда", "2025 жылы"),
    ("ky", "1-декабрында", "2-декабрында"),
    ("ky", "1-декабрында", "1-ноябрында"),
    ("ky", "2024-жылдын 1-декабрында", "2023-жылдын 1-декабрында"),
    ("ky", "2023-жылдын майында", "2023-жылдын июнунда"),
    ("ky", "2023-жылдын майында", "2022-жылдын майында"),
    ("ky", "2024-жылдын мартында", "2024-жылдын апрелинде"),
    ("ky", "2025-жылдын июнунда", "2025-жылдын июлунда"),
    ("ky", "2025-жылдын июнунда", "2025-жылы"),
    ("tg", "1 декабри соли 2024", "2 декабри соли 2024"),
    ("tg", "1 декабри соли 2024", "1 ноябри соли 2024"),
    ("tg", "1 декабри соли 2024", "1 декабри соли 2023"),
    ("tg", "моҳи майи соли 2023", "моҳи июни соли 2023"),
    ("tg", "моҳи майи соли 2023", "моҳи майи соли 2022"),
    ("tg", "моҳи марти соли 2024", "моҳи апрели соли 2024"),
    ("tg", "моҳи июни соли 2025", "моҳи июли соли 2025"),
    ("tg", "моҳи июни соли 2025", "соли 2025"),
    ("tk", "1-nji dekabrynda", "2-nji dekabrynda"),
    ("tk", "1-nji dekabrynda", "1-nji noýabrynda"),
    ("tk", "2024-nji ýylyň 1-nji", "2023-nji ýylyň 1-nji"),
    ("tk", "2023-nji ýylyň maý aýynda", "2023-nji ýylyň iýun aýynda"),
    ("tk", "2023-nji ýylyň maý aýynda", "2022-nji ýylyň maý aýynda"),
    ("tk", "2024-nji ýylyň mart aýynda", "2024-nji ýylyň aprel aýynda"),
    ("tk", "2025-nji ýylyň iýun aýynda", "2025-nji ýylyň iýul aýynda"),
    ("tk", "2025-nji ýylyň iýun aýynda", "2025-nji ýylda"),
    ("uz", "1-dekabr kuni", "2-dekabr kuni"),
    ("uz", "1-dekabr kuni", "1-noyabr kuni"),
    ("uz", "2024-yil 1-dekabr", "2023-yil 1-dekabr"),
    ("uz", "2023-yil may oyida", "2023-yil iyun oyida"),
    ("uz", "2023-yil may oyida", "2022-yil may oyida"),
    ("uz", "2024-yil mart oyida", "2024-yil aprel oyida"),
    ("uz", "2025-yil iyun oyida", "2025-yil iyul oyida"),
    ("uz", "2025-yil iyun oyida", "2025-yilda"),
)


def faults(statement: Document) -> Iterator[Fault]:
    """Yield the statement with one date changed."""
    for tag, old, new in _DATES:
        yield replaced(statement, "date-mismatch", tag, old, new)
