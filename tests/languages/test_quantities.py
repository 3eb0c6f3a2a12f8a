"""Counts, ordinals, percentages and money as the eight languages write them."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.languages.knowledge import knowledge, known_tags
from workbench.languages.quantities import Quantity, QuantityKind, quantities

TENS = (10, 20, 30, 40, 50, 60, 70, 80, 90)
# Written by hand, not taken from the tables: one to nine, then ten to ninety by tens.
CARDINALS = {
    "kk": "бір екі үш төрт бес алты жеті сегіз тоғыз он жиырма отыз қырық елу алпыс жетпіс сексен тоқсан",
    "ky": "бир эки үч төрт беш алты жети сегиз тогуз он жыйырма отуз кырк элүү алтымыш жетимиш сексен токсон",
    "tk": "bir iki üç dört bäş alty ýedi sekiz dokuz on ýigrimi otuz kyrk elli altmyş ýetmiş segsen togsan",
    "uz": "bir ikki uch toʻrt besh olti yetti sakkiz toʻqqiz oʻn yigirma oʻttiz qirq ellik oltmish yetmish sakson toʻqson",
    "uz-Cyrl": "бир икки уч тўрт беш олти етти саккиз тўққиз ўн йигирма ўттиз қирқ эллик олтмиш етмиш саксон тўқсон",
}
ORDINALS = {
    "kk": "бірінші екінші үшінші төртінші бесінші алтыншы жетінші сегізінші тоғызыншы оныншы жиырмасыншы отызыншы "
    "қырқыншы елуінші алпысыншы жетпісінші сексенінші тоқсаныншы",
    "ky": "биринчи экинчи үчүнчү төртүнчү бешинчи алтынчы жетинчи сегизинчи тогузунчу онунчу жыйырманчы отузунчу "
    "кыркынчы элүүнчү алтымышынчы жетимишинчи сексенинчи токсонунчу",
    "tk": "birinji ikinji üçünji dördünji bäşinji altynjy ýedinji sekizinji dokuzynjy onunjy ýigriminji otuzynjy kyrkynjy "
    "ellinji altmyşynjy ýetmişinji segseninji togsanynjy",
    "uz": "birinchi ikkinchi uchinchi toʻrtinchi beshinchi oltinchi yettinchi sakkizinchi toʻqqizinchi oʻninchi "
    "yigirmanchi oʻttizinchi qirqinchi ellikinchi oltmishinchi yetmishinchi saksoninchi toʻqsoninchi",
    "uz-Cyrl": "биринчи иккинчи учинчи тўртинчи бешинчи олтинчи еттинчи саккизинчи тўққизинчи ўнинчи йигирманчи "
    "ўттизинчи қирқинчи элликинчи олтмишинчи етмишинчи саксонинчи тўқсонинчи",
}
BELOW_TWENTY = {
    "en": "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety",
    "ru": "один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать "
    "пятнадцать шестнадцать семнадцать восемнадцать девятнадцать двадцать тридцать сорок пятьдесят шестьдесят семьдесят "
    "восемьдесят девяносто",
    "tg": "як ду се чор панҷ шаш ҳафт ҳашт нӯҳ даҳ ёздаҳ дувоздаҳ сездаҳ чордаҳ понздаҳ шонздаҳ ҳабдаҳ ҳаждаҳ нуздаҳ "
    "бисту сию чилу панҷоҳу шасту ҳафтоду ҳаштоду наваду",
}
ORDERING_BELOW_TWENTY = {
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth seventieth "
    "eightieth ninetieth",
    "ru": "первый второй третий четвёртый пятый шестой седьмой восьмой девятый десятый одиннадцатый двенадцатый "
    "тринадцатый четырнадцатый пятнадцатый шестнадцатый семнадцатый восемнадцатый девятнадцатый двадцатый тридцатый "
    "сороковой пятидесятый шестидесятый семидесятый восьмидесятый девяностый",
    "tg": "якум дуюм сеюм чорум панҷум шашум ҳафтум ҳаштум нӯҳум даҳум ёздаҳум дувоздаҳум сездаҳум чордаҳум понздаҳум "
    "шонздаҳум ҳабдаҳум ҳаждаҳум нуздаҳум бистум сиюм чилум панҷоҳум шастум ҳафтодум ҳаштодум навадум",
}


def written(tag: str, value: int, *, ordinal: bool) -> str:
    """Return a number from 1 to 99 in words, composed of the lists above."""
    teens = tag in BELOW_TWENTY
    cardinals = (BELOW_TWENTY if teens else CARDINALS)[tag].split()
    last = (ORDERING_BELOW_TWENTY if teens else ORDINALS)[tag].split() if ordinal else cardinals
    simple = 20 if teens else 10
    if value < simple:
        return last[value - 1]
    tens, ones = divmod(value, 10)
    at = simple - 1 + (tens - simple // 10)
    if not ones:
        return last[at].removesuffix("у") if tag == "tg" and not ordinal else last[at]
    return f"{cardinals[at]} {last[ones - 1]}"


def read(tag: str, text: str) -> list[tuple[str, Decimal, str]]:
    """Return kind, value and unit of the quantities of a text."""
    return [(found.kind.value, found.value, found.unit) for found in quantities(text, knowledge(tag))]


@pytest.mark.parametrize("tag", [*CARDINALS, *BELOW_TWENTY])
@pytest.mark.parametrize("ordinal", [False, True])
def test_one_to_ninety_nine_are_read_in_words(tag: str, *, ordinal: bool) -> None:
    """Every cardinal and every ordinal, alone or composed."""
    kind = "ordinal" if ordinal else "cardinal"
    for value in range(1, 100):
        text = written(tag, value, ordinal=ordinal)
        assert read(tag, text) == [(kind, value, "")], text


@pytest.mark.parametrize(
    ("tag", "text", "kind", "value"),
    [
        ("en", "two hundred and five tonnes", "cardinal", 205),
        ("en", "one million two hundred thousand", "cardinal", 1_200_000),
        ("en", "1.5 million people", "cardinal", 1_500_000),
        ("en", "150,000 tonnes", "cardinal", 150_000),
        ("en", "the twenty-fifth session", "ordinal", 25),
        ("en", "the 21st century", "ordinal", 21),
        ("ru", "двадцати пяти странам", "cardinal", 25),
        ("ru", "в двадцать пятой сессии", "ordinal", 25),
        ("ru", "1,5 млн человек", "cardinal", 1_500_000),
        ("ru", "150 000 тонн", "cardinal", 150_000),
        ("ru", "полтора миллиарда, 3-х сторон", "cardinal", 3),
        ("ru", "триста двадцать участников", "cardinal", 320),
        ("ru", "в XXI веке", "ordinal", 21),
        ("ru", "5-й форум", "ordinal", 5),
        ("ru", "10 тыс. студентов", "cardinal", 10_000),
        ("kk", "жүз елу жоба", "cardinal", 150),
        ("kk", "алтыншы отырыс", "ordinal", 6),
        ("kk", "6-шы отырыс", "ordinal", 6),
        ("kk", "5-бап", "ordinal", 5),
        ("kk", "2030-ға дейін", "cardinal", 2030),
        ("kk", "1,5 млн адам", "cardinal", 1_500_000),
        ("kk", "ХХІ ғасыр", "ordinal", 21),
        ("ky", "бешинчи жолугушууда", "ordinal", 5),
        ("ky", "эки жүз элүү", "cardinal", 250),
        ("ky", "2024-жылы", "cardinal", 2024),
        ("ky", "6-чы", "ordinal", 6),
        ("tg", "вохӯрии панҷум", "ordinal", 5),
        ("tg", "саду бисту панҷ", "cardinal", 125),
        ("tg", "дусаду панҷоҳ нафар", "cardinal", 250),
        ("tg", "соли 2024", "cardinal", 2024),
        ("tk", "altynjy duşuşyk", "ordinal", 6),
        ("tk", "6-njy madda", "ordinal", 6),
        ("tk", "2024-nji ýylda", "cardinal", 2024),
        ("tk", "iki ýüz elli", "cardinal", 250),
        ("uz", "oltinchi uchrashuv", "ordinal", 6),
        ("uz", "25-sessiya", "ordinal", 25),
        ("uz", "2024-yilda", "cardinal", 2024),
        ("uz", "1,5 mlrd kubometr", "cardinal", 1_500_000_000),
        ("uz-Cyrl", "икки юз эллик", "cardinal", 250),
        ("zh", "第六次会晤", "ordinal", 6),
        ("zh", "首届峰会", "ordinal", 1),
        ("zh", "两国", "cardinal", 2),
        ("zh", "六方", "cardinal", 6),
        ("zh", "150万人", "cardinal", 1_500_000),
        ("zh", "三十五亿立方米", "cardinal", 3_500_000_000),
        ("zh", "二十五个", "cardinal", 25),
        ("zh", "三千五百人", "cardinal", 3500),
        ("zh", "21世纪", "ordinal", 21),
        ("zh", "第21条", "ordinal", 21),
        ("zh", "迈出三步", "cardinal", 3),
        ("zh", "两部法律", "cardinal", 2),
        ("zh", "六省", "cardinal", 6),
        ("zh", "首轮谈判", "ordinal", 1),
        ("zh", "二○三○年", "cardinal", 2030),
        ("ru", "двухсотый рейс", "ordinal", 200),
        ("kk", "2 миллионмен", "cardinal", 2_000_000),
        ("kk", "3 миллиардына", "cardinal", 3_000_000_000),
        ("ky", "миңинчи", "ordinal", 1000),
        ("tg", "дусад нафар", "cardinal", 200),
        ("tg", "соли 2024-ум", "cardinal", 2024),
        ("tk", "müňünji", "ordinal", 1000),
        ("tk", "2024-nji ý.", "cardinal", 2024),
        ("uz", "ikkiga", "cardinal", 2),
        ("uz-Cyrl", "иккидан", "cardinal", 2),
        ("fr", "15 000 personnes", "cardinal", 15_000),
    ],
)
def test_numbers_are_read(tag: str, text: str, kind: str, value: int) -> None:
    """Words and digits, scales and separators, in the forms that texts use."""
    assert read(tag, text) == [(kind, value, "")]


@pytest.mark.parametrize(
    ("tag", "text", "value"),
    [
        ("en", "3.5% growth", "3.5"),
        ("en", "12 per cent", "12"),
        ("en", "twelve percent", "12"),
        ("ru", "на 3,5 процента", "3.5"),
        ("ru", "12 %", "12"),
        ("ru", "двенадцать процентов", "12"),
        ("kk", "15 пайызға", "15"),
        ("ky", "15 пайызды", "15"),
        ("tg", "15 фоизи", "15"),
        ("tk", "15 göterime", "15"),
        ("uz", "15 foizga", "15"),
        ("uz-Cyrl", "15 фоиз", "15"),
        ("zh", "百分之三点五", "3.5"),
        ("zh", "3.5％", "3.5"),
        ("az", "12 %", "12"),
    ],
)
def test_percentages_are_read(tag: str, text: str, value: str) -> None:
    """The sign in every language, the word in its own."""
    assert read(tag, text) == [("percent", Decimal(value), "")]


@pytest.mark.parametrize(
    ("tag", "text", "value", "unit"),
    [
        ("en", "$150K", 150_000, "USD"),
        ("en", "$1.5 billion", 1_500_000_000, "USD"),
        ("en", "US$ 5 million", 5_000_000, "USD"),
        ("en", "5 million U.S. dollars", 5_000_000, "USD"),
        ("en", "100 yuan", 100, "CNY"),
        ("en", "EUR 20 million", 20_000_000, "EUR"),
        ("ru", "1,5 млрд долларов США", 1_500_000_000, "USD"),
        ("ru", "100 тысяч сомов", 100_000, "KGS"),
        ("ru", "7 сомони", 7, "TJS"),
        ("ru", "8 сумов", 8, "UZS"),
        ("ru", "5 млн рублей", 5_000_000, "RUB"),
        ("ru", "пять миллионов юаней", 5_000_000, "CNY"),
        ("kk", "5 миллиард АҚШ доллары", 5_000_000_000, "USD"),
        ("kk", "100 теңгеге", 100, "KZT"),
        ("ky", "5 млн АКШ доллары", 5_000_000, "USD"),
        ("ky", "100 сомдон", 100, "KGS"),
        ("tg", "5 миллион доллари ИМА", 5_000_000, "USD"),
        ("tg", "100 сомонӣ", 100, "TJS"),
        ("tk", "5 million ABŞ-nyň dollary", 5_000_000, "USD"),
        ("tk", "100 manatdan", 100, "TMT"),
        ("uz", "5 million AQSH dollari", 5_000_000, "USD"),
        ("uz", "100 ming soʻmdan", 100_000, "UZS"),
        ("uz", "100 qirgʻiz soʻmi", 100, "KGS"),
        ("uz-Cyrl", "100 минг сўм", 100_000, "UZS"),
        ("zh", "15亿美元", 1_500_000_000, "USD"),
        ("zh", "1.5万亿元人民币", 1_500_000_000_000, "CNY"),
        ("zh", "五百万欧元", 5_000_000, "EUR"),
        ("zh", "100万坚戈", 1_000_000, "KZT"),
        ("zh", "100亿乌兹别克斯坦苏姆", 10_000_000_000, "UZS"),
        ("en", "5 million Kazakhstan tenge", 5_000_000, "KZT"),
        ("en", "10 bln US dollars", 10_000_000_000, "USD"),
        ("ru", "один российский рубль", 1, "RUB"),
        ("ru", "5 американскими долларами", 5, "USD"),
        ("kk", "5 млн Қазақстан теңгесі", 5_000_000, "KZT"),
        ("kk", "100 млн Ресей рублі", 100_000_000, "RUB"),
        ("kk", "100 млн Қытай юані", 100_000_000, "CNY"),
        ("kk", "100 млн өзбек сумы", 100_000_000, "UZS"),
        ("ky", "5 млн казак теңгеси", 5_000_000, "KZT"),
        ("ky", "5 млн орус рубли", 5_000_000, "RUB"),
        ("ky", "100 кытай юани", 100, "CNY"),
        ("tk", "5 mln gazak teňňesi", 5_000_000, "KZT"),
        ("tk", "5 mln özbek sumy", 5_000_000, "UZS"),
        ("uz", "100 mln qirgʻiz somi", 100_000_000, "KGS"),
        ("uz", "100 mln som", 100_000_000, "KGS"),
        ("uz", "5 mln qozoq tengesi", 5_000_000, "KZT"),
        ("uz-Cyrl", "100 рублга", 100, "RUB"),
        ("uz-Cyrl", "100 млн сом", 100_000_000, "KGS"),
        ("tr", "$5", 5, "USD"),
    ],
)
def test_money_is_read(tag: str, text: str, value: int, unit: str) -> None:
    """Currencies by sign, code and word, to ISO 4217."""
    assert read(tag, text) == [("money", value, unit)]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "from 10 to 15 percent"),
        ("en", "10–15%"),
        ("ru", "от 10 до 15 процентов"),
        ("kk", "10-нан 15 пайызға дейін"),
        ("ky", "10дон 15 пайызга чейин"),
        ("tg", "аз 10 то 15 фоиз"),
        ("uz", "10 dan 15 foizgacha"),
        ("zh", "10%至15%"),
        ("zh", "10至15%"),
    ],
)
def test_both_ends_of_a_range_have_its_unit(tag: str, text: str) -> None:
    """The unit is written once, and said of both."""
    assert read(tag, text) == [("percent", 10, ""), ("percent", 15, "")]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "First of all, G20 and COVID"),
        ("en", "millions of people"),
        ("en", "In 1.2.3 it says"),
        ("ru", "Во-первых, Группа двадцати"),
        ("ru", "миллионы людей"),
        ("ru", "право создать семью"),
        ("kk", "жүзінде, алтын, бір-бірімен"),
        ("ky", "дүйнө жүзүндө, алтын"),
        ("uz", "yuz berdi, oltin"),
        ("tk", "ýüz tutmak, altyn"),
        ("zh", "十分重要，一致认为，千万，一带一路，万一"),
        ("en", "one of the most, One Belt, One Road, the one-China principle"),
        ("en", "in the first half, the Group of Twenty, the Group of Seventy-Seven"),
        ("ru", "«Один пояс, один путь», принцип одного Китая"),
        ("ru", "с одной стороны, ни один, в первой половине, во втором полугодии"),
        ("kk", "маңыздыларының бірі, бір уақытта, екі жақты, «Бір белдеу, бір жол»"),
        ("kk", "біріншіден, жетіген, жүзген, алтыны"),
        ("ky", "бир катар, бир нече, эки тараптуу, бир добуштан"),
        ("ky", "биринчиден, бештин айында, алтынын"),
        ("tg", "яке аз, як силсила, дар аввали моҳ"),
        ("tk", "wezipeleriň biri, bir wagtyň özünde, iki taraplaýyn, birinjiden"),
        ("uz", "vazifalardan biri, ikki tomonlama, bir necha, bir vaqtning oʻzida, bir ovozdan"),
        ("uz-Cyrl", "вазифалардан бири, икки томонлама, бир неча, бир вақтнинг ўзида"),
        ("zh", "进一步，新一轮，百年未有之大变局，任何一方，一部分，双方"),
        ("zh", "二〇二四年十二月一日"),
        ("fr", "un, deux, trois"),
        ("ug", "بىرىنچى"),
    ],
)
def test_what_counts_nothing_is_no_number(tag: str, text: str) -> None:
    """Faces that are hundreds, gold that is six, and languages without data."""
    assert read(tag, text) == []


def test_a_year_before_a_currency_is_no_money() -> None:
    """Only qualifiers of money stand between."""
    assert read("en", "In 2024 the dollar fell") == [("cardinal", 2024, "")]


def test_dates_are_left_to_dates() -> None:
    """Day and year of a date are not counted again."""
    assert read("ru", "1 декабря 2024 года шесть сторон") == [("cardinal", 6, "")]


@given(st.text(max_size=80), st.sampled_from([*known_tags(), "fr"]))
def test_places_are_in_the_text_and_apart(text: str, tag: str) -> None:
    """Quantities stand in order, within the text, and do not overlap."""
    found = quantities(text, knowledge(tag))
    ends = [0, *(end for quantity in found for end in (quantity.start, quantity.end)), len(text)]
    assert ends == sorted(ends)
    assert all(isinstance(quantity, Quantity) and quantity.kind in QuantityKind for quantity in found)


@given(st.integers(0, 10**12), st.sampled_from(known_tags()))
def test_a_number_in_groups_is_the_number(value: int, tag: str) -> None:
    """Groups parted by a space are read in every language."""
    assert [found.value for found in quantities(f"{value:,}".replace(",", " "), knowledge(tag))] == [value]
