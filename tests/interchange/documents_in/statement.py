"""A second statement, of a meeting that nobody held, in three languages: what the tests save as documents and read again."""

from __future__ import annotations

# Twelve paragraphs, five of them clauses: (number of the clause, 0 for none; text).
STATEMENT: dict[str, tuple[tuple[int, str], ...]] = {
    "en": (
        (0, "Joint Statement of the Second Meeting of the Heads of the National Libraries of Central Asia"),
        (0, "Osh, 14 May 2025"),
        (
            0,
            "On 14 May 2025 the heads of the national libraries of Kazakhstan, Kyrgyzstan, Tajikistan and Uzbekistan held their "
            "second meeting in the city of Osh. The meeting was chaired by the director of the National Library of Kyrgyzstan.",
        ),
        (
            0,
            "The participants discussed the work of the past two years in an open and friendly spirit and agreed as follows:",
        ),
        (
            1,
            "The libraries will digitise 12,000 manuscripts by 2027 and open them to readers free of charge. Each library "
            "decides for itself which manuscripts it chooses first.",
        ),
        (
            2,
            "The libraries will exchange catalogue records in one common format. A working group of eight specialists will "
            "prepare the format before 1 November 2025.",
        ),
        (0, "The working group reports to the directors twice a year and meets in each of the four countries in turn."),
        (
            3,
            "Young librarians will spend up to three months in a neighbouring library. The host library pays for lodging, and "
            "the sending library pays for travel.",
        ),
        (4, "The libraries will hold a joint exhibition of maps and travel books in Tashkent in the autumn of 2026."),
        (
            5,
            "The directors will inform the ministries of culture of their countries about this statement and ask them to "
            "support the restoration of old newspapers.",
        ),
        (
            0,
            "The participants thanked the city of Osh for its hospitality and the readers of its library for their questions.",
        ),
        (0, "The third meeting will take place in Khujand in May 2027."),
    ),
    "ru": (
        (0, "Совместное заявление второй встречи руководителей национальных библиотек Центральной Азии"),
        (0, "Ош, 14 мая 2025 года"),
        (
            0,
            "14 мая 2025 года руководители национальных библиотек Казахстана, Кыргызстана, Таджикистана и Узбекистана провели "
            "в городе Ош свою вторую встречу. Встречу вела директор Национальной библиотеки Кыргызстана.",
        ),
        (
            0,
            "Участники в открытой и дружеской обстановке обсудили работу последних двух лет и договорились о следующем:",
        ),
        (
            1,
            "Библиотеки до 2027 года оцифруют 12 000 рукописей и бесплатно откроют их читателям. Каждая библиотека сама "
            "решает, какие рукописи она выберет первыми.",
        ),
        (
            2,
            "Библиотеки будут обмениваться записями каталогов в едином формате. Рабочая группа из восьми специалистов "
            "подготовит формат до 1 ноября 2025 года.",
        ),
        (
            0,
            "Рабочая группа дважды в год отчитывается перед директорами и собирается в каждой из четырёх стран по очереди.",
        ),
        (
            3,
            "Молодые библиотекари смогут провести до трёх месяцев в соседней библиотеке. Принимающая библиотека оплачивает "
            "проживание, а направляющая библиотека оплачивает проезд.",
        ),
        (4, "Осенью 2026 года библиотеки проведут в Ташкенте совместную выставку карт и книг о путешествиях."),
        (
            5,
            "Директора сообщат об этом заявлении министерствам культуры своих стран и попросят их поддержать реставрацию "
            "старых газет.",
        ),
        (0, "Участники поблагодарили город Ош за гостеприимство, а читателей его библиотеки – за вопросы."),
        (0, "Третья встреча состоится в Худжанде в мае 2027 года."),
    ),
    "kk": (
        (0, "Орталық Азия ұлттық кітапханалары басшыларының екінші кездесуінің бірлескен мәлімдемесі"),
        (0, "Ош, 2025 жылғы 14 мамыр"),
        (
            0,
            "2025 жылғы 14 мамырда Қазақстанның, Қырғызстанның, Тәжікстанның және Өзбекстанның ұлттық кітапханаларының "
            "басшылары Ош қаласында екінші кездесуін өткізді. Кездесуді Қырғызстан Ұлттық кітапханасының директоры жүргізді.",
        ),
        (0, "Қатысушылар ашық әрі достық жағдайда соңғы екі жылдағы жұмысты талқылап, мыналар туралы уағдаласты:"),
        (
            1,
            "Кітапханалар 2027 жылға дейін 12 000 қолжазбаны цифрландырып, оларды оқырмандарға тегін ашады. Әр кітапхана "
            "қай қолжазбаларды бірінші кезекте таңдайтынын өзі шешеді.",
        ),
        (
            2,
            "Кітапханалар каталог жазбаларымен бірыңғай форматта алмасады. Сегіз маманнан тұратын жұмыс тобы форматты 2025 "
            "жылғы 1 қарашаға дейін дайындайды.",
        ),
        (0, "Жұмыс тобы директорларға жылына екі рет есеп береді және төрт елдің әрқайсысында кезекпен жиналады."),
        (
            3,
            "Жас кітапханашылар көрші кітапханада үш айға дейін бола алады. Қабылдаушы кітапхана тұру ақысын төлейді, ал "
            "жіберуші кітапхана жол ақысын төлейді.",
        ),
        (4, "Кітапханалар 2026 жылдың күзінде Ташкентте карталар мен саяхат кітаптарының бірлескен көрмесін өткізеді."),
        (
            5,
            "Директорлар бұл мәлімдеме туралы өз елдерінің мәдениет министрліктеріне хабарлайды және олардан ескі газеттерді "
            "қалпына келтіруді қолдауды сұрайды.",
        ),
        (
            0,
            "Қатысушылар Ош қаласына қонақжайлығы үшін, ал оның кітапханасының оқырмандарына сұрақтары үшін алғыс айтты.",
        ),
        (0, "Үшінші кездесу 2027 жылдың мамырында Худжандта өтеді."),
    ),
}
LANGUAGES = tuple(STATEMENT)


def as_read(tag: str) -> list[str]:
    """Return the paragraphs of a version as a person reads them, numbers before the clauses."""
    return [f"{clause}. {text}" if clause else text for clause, text in STATEMENT[tag]]
