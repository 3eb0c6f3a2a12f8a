"""Counts and years changed, left out and added, in digits and in words."""

from __future__ import annotations

from collections.abc import Iterator

from tests.checks.faults.fault import Fault, replaced
from tests.checks.faults.sentences import EXPERTS, TONNES, changed_in_one
from workbench.model.document import Document

_NUMBERS = (
    ("en", "Asia-2040", "Asia-2050"),
    ("en", "Central Asia-2040", "Central Asia"),
    ("en", "The six parties", "The five parties"),
    ("en", "the six countries", "the seven countries"),
    ("en", "five Central Asian", "four Central Asian"),
    ("en", "every two years", "every three years"),
    ("zh", "中亚-2040", "中亚-2050"),
    ("zh", "中亚-2040", "中亚"),
    ("zh", "六方", "五方"),
    ("zh", "六国外交部", "七国外交部"),
    ("zh", "中亚五国", "中亚四国"),
    ("zh", "每两年", "每三年"),
    ("ru", "– 2040»", "– 2050»"),
    ("ru", " – 2040»", "»"),
    ("ru", "Шесть Сторон", "Пять Сторон"),
    ("ru", "шести стран", "7 стран"),
    ("ru", "пяти странам", "четырём странам"),
    ("ru", "раз в два года", "раз в три года"),
    ("kk", "– 2040»", "– 2050»"),
    ("kk", " – 2040»", "»"),
    ("kk", "Алты тарап", "Бес тарап"),
    ("kk", "алты елдің", "жеті елдің"),
    ("kk", "бес еліне", "төрт еліне"),
    ("kk", "екі жыл сайын", "үш жыл сайын"),
    ("ky", "– 2040»", "– 2050»"),
    ("ky", " – 2040»", "»"),
    ("ky", "Алты тарап", "Беш тарап"),
    ("ky", "Алты өлкөнүн", "Жети өлкөнүн"),
    ("ky", "беш өлкөсүнө", "төрт өлкөсүнө"),
    ("ky", "эки жыл сайын", "үч жыл сайын"),
    ("tg", "– 2040»", "– 2050»"),
    ("tg", " – 2040»", "»"),
    ("tg", "Шаш ҷониб", "Панҷ ҷониб"),
    ("tg", "шаш кишвар", "ҳафт кишвар"),
    ("tg", "панҷ кишвари", "чор кишвари"),
    ("tg", "ҳар ду сол", "ҳар се сол"),
    ("tk", "– 2040»", "– 2050»"),
    ("tk", " – 2040»", "»"),
    ("tk", "Alty tarap", "Bäş tarap"),
    ("tk", "Alty ýurduň", "Ýedi ýurduň"),
    ("tk", "bäş ýurduna", "dört ýurduna"),
    ("tk", "iki ýyldan", "üç ýyldan"),
    ("uz", "– 2040”", "– 2050”"),
    ("uz", " – 2040”", "”"),
    ("uz", "Olti tomon", "Besh tomon"),
    ("uz", "olti davlat", "yetti davlat"),
    ("uz", "besh davlatiga", "toʻrt davlatiga"),
    ("uz", "ikki yilda", "uch yilda"),
)
_TONNES = (
    ("en", "150,000", "15,000"),
    ("zh", "15万", "15亿"),
    ("ru", "150 тысяч", "150 млн"),
    ("kk", "150 мың", "105 мың"),
    ("ky", "150 миң", "1,5 миң"),
    ("tg", "150 ҳазор", "150"),
    ("tk", "150 müň", "150 million"),
    ("uz", "150 ming", "510 ming"),
)
_EXPERTS = (
    ("en", "Twenty-five", "Thirty-five"),
    ("zh", "二十五名", "三十五名"),
    ("ru", "двадцать пять", "двадцать шесть"),
    ("kk", "жиырма бес", "отыз бес"),
    ("ky", "жыйырма беш", "жыйырма алты"),
    ("tg", "бисту панҷ", "сию панҷ"),
    ("tk", "ýigrimi bäş", "20"),
    ("uz", "yigirma besh", "oʻttiz besh"),
)


def faults(statement: Document) -> Iterator[Fault]:
    """Yield the statement with one number changed; with sentences more where it has no large numbers."""
    for tag, old, new in _NUMBERS:
        yield replaced(statement, "number-mismatch", tag, old, new)
    for sentences, changes in ((TONNES, _TONNES), (EXPERTS, _EXPERTS)):
        for tag, old, new in changes:
            yield changed_in_one(statement, "number-mismatch", sentences, tag, old, new)
