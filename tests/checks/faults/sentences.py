"""Sentences with large numbers, percentages and money, put into every version of the statement: it has none of its own."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from tests.checks.faults.fault import Fault, rewritten
from workbench.model.document import Document

_CLAUSE = ("6. ", "六、")  # the clause on satellites, behind which the sentences stand

TONNES = {
    "en": "Some 150,000 tonnes of goods were carried by rail.",
    "zh": "铁路运输货物约15万吨。",
    "ru": "По железной дороге перевезено около 150 тысяч тонн грузов.",
    "kk": "Теміржолмен 150 мың тоннаға жуық жүк тасымалданды.",
    "ky": "Темир жол менен 150 миң тоннага жакын жүк ташылды.",
    "tg": "Бо роҳи оҳан тақрибан 150 ҳазор тонна бор интиқол дода шуд.",
    "tk": "Demir ýol arkaly 150 müň tonna golaý ýük daşaldy.",
    "uz": "Temir yoʻl orqali 150 ming tonnaga yaqin yuk tashildi.",
}
EXPERTS = {
    "en": "Twenty-five experts took part.",
    "zh": "二十五名专家参加。",
    "ru": "Участвовали двадцать пять экспертов.",
    "kk": "Оған жиырма бес сарапшы қатысты.",
    "ky": "Ага жыйырма беш эксперт катышты.",
    "tg": "Дар он бисту панҷ коршинос иштирок намуданд.",
    "tk": "Oňa ýigrimi bäş bilermen gatnaşdy.",
    "uz": "Unda yigirma besh mutaxassis ishtirok etdi.",
}
TRADE = {
    "en": "Trade between the parties grew by 12.5 percent last year.",
    "zh": "去年各方贸易额增长了12.5%。",
    "ru": "Товарооборот между Сторонами вырос за прошлый год на 12,5 процента.",
    "kk": "Өткен жылы Тараптар арасындағы сауда көлемі 12,5 пайызға өсті.",
    "ky": "Өткөн жылы Тараптардын ортосундагы соода көлөмү 12,5 пайызга өстү.",
    "tg": "Дар соли гузашта ҳаҷми савдо байни Ҷонибҳо 12,5 фоиз афзоиш ёфт.",
    "tk": "Geçen ýyl Taraplaryň arasyndaky söwda dolanyşygy 12,5 göterim artdy.",
    "uz": "Oʻtgan yili Tomonlar oʻrtasidagi savdo hajmi 12,5 foizga oshdi.",
}
MONEY = {
    "en": "Mutual investment reached 1.5 billion US dollars.",
    "zh": "相互投资达到15亿美元。",
    "ru": "Взаимные инвестиции достигли 1,5 млрд долларов США.",
    "kk": "Өзара инвестициялар 1,5 млрд АҚШ долларына жетті.",
    "ky": "Өз ара инвестициялар 1,5 млрд АКШ долларына жетти.",
    "tg": "Сармоягузории мутақобила ба 1,5 миллиард доллари ИМА расид.",
    "tk": "Özara maýa goýumlary 1,5 milliard ABŞ-nyň dollaryna ýetdi.",
    "uz": "Oʻzaro investitsiyalar 1,5 milliard AQSH dollariga yetdi.",
}


def _satellites(document: Document, tag: str) -> int:
    segments = document.versions[tag].text.segments
    return next(index for index, segment in enumerate(segments) if segment.text.startswith(_CLAUSE))


def with_sentences(statement: Document, sentences: Mapping[str, str]) -> Document:
    """Return the statement with a sentence more in each version."""
    document = statement
    for tag, sentence in sentences.items():
        version = document.versions[tag]
        segments = list(version.text.segments)
        index = _satellites(document, tag)
        joiner = "" if tag == "zh" else " "
        segments[index] = replace(segments[index], text=f"{segments[index].text}{joiner}{sentence}")
        document = document.with_version(replace(version, text=replace(version.text, segments=tuple(segments))))
    return document


def changed_in_one(
    statement: Document, check: str, sentences: Mapping[str, str], tag: str, old: str, new: str
) -> Fault:
    """Return the fault of writing `new` for `old` in one version's sentence, where all versions have one more."""
    document = with_sentences(statement, sentences)
    index = _satellites(document, tag)
    text = document.versions[tag].text.segments[index].text
    assert text.count(old) == 1, f"{old!r} in {text!r}"
    return rewritten(document, check, tag, index, text.replace(old, new), f"{old!r} → {new!r} in an added sentence")
