"""Clauses 6 to 11 of the statement with a second version in four languages, which was written for these tests."""

from __future__ import annotations

from dataclasses import replace

from workbench.model.document import Document, Version
from workbench.model.excerpt import excerpt
from workbench.model.ladder import ladder_of
from workbench.model.segment import text_of_paragraphs

# A paragraph each of 6, 7, 8, 9, 9¶2, 10, 11; the second is two sentences everywhere.
SECOND = {
    "en": [
        ["6. China stands ready to work with interested countries of Central Asia in advanced technology, including the "
         "use of remote sensing and survey satellites."],
        ["7. So that social questions and people’s livelihoods are better looked after, China will share what it has learned "
         "in fighting poverty and desertification with interested countries of Central Asia.",
         "This includes talks on how plans in these fields are drawn up and carried out."],
        ["8. The parties intend to hold a thematic year of cooperation every second year, so that China-Central Asia "
         "cooperation grows in quality."],
        ["9. China welcomes the concept of regional cooperation “Central Asia-2040”."],
        ["The parties spoke of the possibility of a treaty of eternal good-neighborliness, friendship and cooperation among "
         "the states of the China-Central Asia mechanism."],
        ["10. All parties have confirmed that the second summit will be held in Astana in June 2025."],
        ["11. The parties thanked China for the high level at which it hosted the fifth meeting of the foreign ministers."],
    ],
    "zh": [
        ["六、中方愿与感兴趣的中亚国家在高新技术领域开展合作，其中包括遥感卫星和测绘卫星的应用。"],
        ["七、为使社会发展和民生问题得到更好解决，中方愿与感兴趣的中亚国家交流减贫、防治荒漠化的经验。",
         "这包括商谈如何制定并落实有关规划。"],
        ["八、各方愿每隔一年举办主题合作年，促进中国同中亚合作的高质量发展。"],
        ["九、中方欢迎关于地区合作发展的“中亚-2040”构想。"],
        ["各方就中国-中亚机制成员国签订永久睦邻友好合作条约的可能性交换了意见。"],
        ["十、各方确认，第二届峰会将于2025年6月在阿斯塔纳举行。"],
        ["十一、各方对中方高水平举办第五次中国-中亚外长会晤表示感谢。"],
    ],
    "ru": [
        ["6. Китай готов взаимодействовать с заинтересованными государствами Центральной Азии в области высоких технологий, "
         "в том числе в применении спутников дистанционного зондирования Земли и геодезических спутников."],
        ["7. Чтобы лучше решать вопросы социального развития и благополучия людей, Китай поделится с заинтересованными "
         "государствами Центральной Азии опытом сокращения бедности и борьбы с опустыниванием.",
         "Речь идет и о том, как составлять и выполнять соответствующие планы."],
        ["8. Стороны намерены каждые два года проводить тематический год сотрудничества, чтобы взаимодействие Китая и "
         "Центральной Азии становилось лучше."],
        ["9. Китай приветствует концепцию регионального сотрудничества «Центральная Азия – 2040»."],
        ["Стороны обсудили возможность заключить договор о вечном добрососедстве, дружбе и сотрудничестве государств – "
         "участников механизма «Китай – Центральная Азия»."],
        ["10. Стороны подтвердили, что второй саммит состоится в Астане в июне 2025 года."],
        ["11. Стороны поблагодарили Китай за то, что пятая встреча министров иностранных дел прошла на высоком уровне."],
    ],
    "kk": [
        ["6. Қытай мүдделі Орталық Азия елдерімен жоғары технологиялар саласында, соның ішінде қашықтықтан зондтау мен "
         "геодезия жерсеріктерін қолдануда ынтымақтасуға дайын."],
        ["7. Әлеуметтік даму мен халық тұрмысының мәселелерін жақсырақ шешу үшін Қытай мүдделі Орталық Азия елдеріне "
         "кедейлікті азайту және шөлейттенумен күрес тәжірибесін ұсынады.",
         "Осы салалардағы жоспарларды жасау мен орындау да талқыланады."],
        ["8. Тараптар екі жылда бір рет тақырыптық ынтымақтастық жылын өткізіп, Орталық Азия мен Қытай ынтымақтастығының "
         "сапалы дамуына ықпал етуге ниетті."],
        ["9. Қытай өңірлік ынтымақтастықтың «Орталық Азия – 2040» тұжырымдамасын құптайды."],
        ["Тараптар «Орталық Азия – Қытай» форматына мүше мемлекеттердің мәңгілік тату көршілік, достық және ынтымақтастық "
         "туралы шарт жасасу мүмкіндігін талқылады."],
        ["10. Тараптар екінші саммиттің 2025 жылғы маусымда Астана қаласында өтетінін растады."],
        ["11. Тараптар сыртқы істер министрлерінің бесінші кездесуі жоғары деңгейде өткені үшін Қытайға алғыс айтты."],
    ],
}  # fmt: skip


def with_seconds(statement: Document) -> Document:
    """Return clauses 6 to 11 of the statement with the second versions `en-x-second`, `zh-x-second`, `ru-…`, `kk-…`."""
    last = len(statement.version("en").text.segments)
    document = excerpt(statement, range(last - 7, last)).document
    document = replace(document, date="")
    for lang, paragraphs in SECOND.items():
        tag = f"{lang}-x-second"
        document = document.with_version(Version(tag, text_of_paragraphs(paragraphs)))
        document = document.with_ladder(tag, ladder_of((1, len(paragraph)) for paragraph in paragraphs))
    return document
