"""Letters of another alphabet: look-alikes within words, letters of old fonts, lone letters."""

from __future__ import annotations

from collections.abc import Iterator

from tests.checks.faults.fault import Fault, replaced
from workbench.model.document import Document

_WORDS = (
    ("en", "CPC Central Committee", "CPC Cеntral Committee"),
    ("en", "candid, friendly", "cаndid, friendly"),
    ("en", "Youth Forum", "Yоuth Forum"),
    ("en", "to hold a themed cooperation year", "to hold а themed cooperation year"),
    ("ru", "В атмосфере откровенности", "В атмосфере откpовенности"),
    ("ru", "11. Стороны выразили", "11. Cтороны выразили"),
    ("ru", "раз в два года проводить", "раз в два года пpоводить"),
    ("ru", "состоится в Астане", "состоится в Acтане"),
    ("kk", "екінші саммиттің", "екiнші саммиттің"),
    ("kk", "өңірлік ынтымақтастықты", "ɵңірлік ынтымақтастықты"),
    ("kk", "ризашылық білдірді", "ризaшылық білдірді"),
    ("ky", "ыраазычылык билдиришти", "ырaазычылык билдиришти"),
    ("ky", "түбөлүк ынак", "түбѳлүк ынак"),
    ("ky", "экинчи саммит 2025", "экинчи cаммит 2025"),
    ("tg", "11. Ҷонибҳо ба Чин", "11. Љонибҳо ба Чин"),
    ("tg", "изҳори сипос", "изњори сипос"),
    ("tg", "10. Ҷонибҳо тасдиқ", "10. Ҷонибҳо тасдиќ"),
    ("tg", "дар шаҳри Остона", "дар шаҳри Oстона"),
    ("tk", "Hytaýa minnetdarlyk", "Hytaÿa minnetdarlyk"),
    ("tk", "Astana şäherinde", "Astana șäherinde"),
    ("tk", "baky hoşniýetli", "bаky hoşniýetli"),
    ("uz", "Ostona shahrida", "Оstona shahrida"),
    ("uz", "olqishlaydi.", "оlqishlaydi."),
    ("uz", "mintaqaviy hamkorlikni", "mintаqaviy hamkorlikni"),
)


def faults(statement: Document) -> Iterator[Fault]:
    """Yield the statement with one word in letters of two alphabets."""
    for tag, old, new in _WORDS:
        yield replaced(statement, "mixed-script", tag, old, new)
