"""Words that were typed twice."""

from __future__ import annotations

from collections.abc import Iterator

from tests.checks.faults.fault import Fault, replaced
from workbench.model.document import Document

_WORDS = (
    ("en", "hosting the fifth", "hosting the the fifth"),
    ("en", "10. All parties have confirmed", "10. All parties have have confirmed"),
    ("en", "of good-neighborly friendship", "of good-neighborly good-neighborly friendship"),
    ("zh", "可能性", "的可能性"),
    ("zh", "永久睦邻友好合作条约", "永久睦邻睦邻友好合作条约"),
    ("zh", "十、各方确认", "十、各方各方确认"),
    ("ru", "состоится в Астане", "состоится в в Астане"),
    ("ru", "раз в два года", "раз в два года года"),
    ("ru", "государствами – участниками", "государствами государствами – участниками"),
    ("kk", "тату көршілік, достық және", "тату көршілік, достық және және"),
    ("kk", "ризашылық білдірді", "ризашылық ризашылық білдірді"),
    ("kk", "шарт әзірлеу мүмкіндігін", "шарт әзірлеу мүмкіндігін мүмкіндігін"),
    ("ky", "достук жана кызматташтык жөнүндө", "достук жана кызматташтык жөнүндө жөнүндө"),
    ("ky", "ыраазычылык билдиришти", "ыраазычылык ыраазычылык билдиришти"),
    ("ky", "иштеп чыгуу мүмкүнчүлүгүн", "иштеп чыгуу мүмкүнчүлүгүн мүмкүнчүлүгүн"),
    ("tg", "тасдиқ карданд, ки", "тасдиқ карданд, ки ки"),
    ("tg", "дар шаҳри Остона", "дар дар шаҳри Остона"),
    ("tg", "рушди ҳамкории минтақавии", "рушди ҳамкории минтақавии минтақавии"),
    ("tk", "dostluk we hyzmatdaşlyk hakynda", "dostluk we hyzmatdaşlyk hakynda hakynda"),
    ("tk", "minnetdarlyk bildirdiler", "minnetdarlyk minnetdarlyk bildirdiler"),
    ("tk", "hoşniýetli goňşuçylyk", "hoşniýetli hoşniýetli goňşuçylyk"),
    ("uz", "doʻstlik va hamkorlik", "doʻstlik va va hamkorlik"),
    ("uz", "minnatdorlik bildirdilar", "minnatdorlik minnatdorlik bildirdilar"),
    ("uz", "mintaqaviy hamkorlikni", "mintaqaviy mintaqaviy hamkorlikni"),
)


def faults(statement: Document) -> Iterator[Fault]:
    """Yield the statement with one word twice."""
    for tag, old, new in _WORDS:
        yield replaced(statement, "doubled-word", tag, old, new)
