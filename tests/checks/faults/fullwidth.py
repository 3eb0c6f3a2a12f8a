"""Half-width marks in Chinese, full-width characters elsewhere."""

from __future__ import annotations

from collections.abc import Iterator

from tests.checks.faults.fault import Fault, replaced
from workbench.model.document import Document

_NARROW = (
    ("友好、相互尊重的气氛中，就", "友好、相互尊重的气氛中,就"),
    ("中欧（亚）班列", "中欧(亚)班列"),
    ("发表联合声明如下：", "发表联合声明如下:"),
    ("十、各方确认，第二届峰会将于2025年6月在阿斯塔纳举行。", "十、各方确认，第二届峰会将于2025年6月在阿斯塔纳举行."),
    ("里程碑；六方", "里程碑; 六方"),
)
_WIDE = (
    ("en", "held in Astana in June 2025", "held in Astana in June ２０２５"),
    ("en", "candid, friendly", "candid，friendly"),
    ("ru", "в июне 2025 года", "в июне ２０２５ года"),
    ("ru", "откровенности, дружбы", "откровенности，дружбы"),
    ("kk", "2025 жылғы маусымда", "２025 жылғы маусымда"),
    ("kk", "ашық, достық", "ашық， достық"),
    ("ky", "2025-жылдын", "２０２５-жылдын"),
    ("ky", "ачык, достук", "ачык，достук"),
    ("tg", "соли 2025", "соли ２０２５"),
    ("tg", "ошкорбаёнӣ, дӯстӣ", "ошкорбаёнӣ，дӯстӣ"),
    ("tk", "2025-nji", "２０２５-nji"),
    ("tk", "baky hoşniýetli goňşuçylyk,", "baky hoşniýetli goňşuçylyk、"),
    ("uz", "Yevropa (Osiyo)", "Yevropa （Osiyo）"),
    ("uz", "2025-yil iyun", "2025-yil ｉyun"),
)


def faults(statement: Document) -> Iterator[Fault]:
    """Yield the statement with one character of the wrong width."""
    for old, new in _NARROW:
        yield replaced(statement, "fullwidth", "zh", old, new)
    for tag, old, new in _WIDE:
        yield replaced(statement, "fullwidth", tag, old, new)
