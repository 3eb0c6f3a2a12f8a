"""wrong-language."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Run, made_of
from workbench.model.document import Document

RIGHT = {
    "en": "The parties will continue to deepen cooperation in education and strengthen exchanges between institutions.",
    "zh": "各方将继续深化教育合作，加强院校和学生交流，为中国中亚合作提供必要的人才支撑。",
    "ru": "Стороны продолжат углублять сотрудничество в сфере образования и укреплять обмены между студентами.",
    "kk": "Тараптар білім беру саласындағы ынтымақтастықты тереңдетіп, студенттер арасындағы алмасуды нығайтады.",
    "ky": "Тараптар билим берүү тармагындагы кызматташтыкты тереңдетип, студенттердин алмашуусун чыңдайт.",
    "tg": "Ҷонибҳо ҳамкориро дар соҳаи маориф амиқ намуда, мубодилаи донишҷӯёнро таҳким мебахшанд.",
    "tk": "Taraplar bilim ulgamyndaky hyzmatdaşlygy çuňlaşdyrmagy we talyplaryň alyşmagyny dowam etdirerler.",
    "uz": "Tomonlar taʼlim sohasidagi hamkorlikni chuqurlashtirishni va talabalar almashinuvini davom ettiradilar.",
}
NAMES = {
    "en": "English",
    "zh": "Chinese",
    "ru": "Russian",
    "kk": "Kazakh",
    "ky": "Kyrgyz",
    "tg": "Tajik",
    "tk": "Turkmen",
    "uz": "Uzbek",
}


def with_one(tag: str, text: str) -> Document:
    """Return a document of one version in which one sentence is of another kind than the seven around it."""
    return made_of({tag: "\n".join([*[RIGHT[tag]] * 4, text, *[RIGHT[tag]] * 3])})


@pytest.mark.parametrize("tag", RIGHT)
@pytest.mark.parametrize("other", RIGHT)
def test_a_sentence_of_another_language_is_found(run: Run, tag: str, other: str) -> None:
    """Of eight languages each is told from the others, kk from ky and ru, tk from uz and en; its own is in order."""
    found = run(with_one(tag, RIGHT[other]), "wrong-language")
    assert [one.location.line for one in found] == ([5] if other != tag else [])


@pytest.mark.parametrize(
    ("tag", "other"), [("kk", "ru"), ("ky", "kk"), ("ru", "tg"), ("uz", "tk"), ("tk", "en"), ("en", "zh")]
)
def test_the_other_language_is_named(run: Run, tag: str, other: str) -> None:
    """By its name, which tells where the sentence may have come from."""
    (found,) = run(with_one(tag, RIGHT[other]), "wrong-language")
    assert f"in {NAMES[other]}" in found.message


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("kk", "Ван И"),
        ("kk", "Жээнбек Кулубаев, Рашид Мередов, Бахтиёр Саидов."),
        ("ru", "Central Asia Regional Economic Cooperation (CAREC), United Nations Development Programme"),
        ("en", "Tomonlar kelishdilar."),
        ("uz", "“Bank of China”, ICBC va Huawei."),
        ("zh", "联合国教科文组织（UNESCO）"),
    ],
)
def test_names_and_short_segments_are_not_meant(run: Run, tag: str, text: str) -> None:
    """They tell nothing of a language."""
    assert list(run(with_one(tag, text), "wrong-language")) == []


def test_a_script_that_is_not_the_versions_is_found(run: Run) -> None:
    """Arabic letters in an English text, of a language that nothing is known of."""
    text = "ھەممە ئادەم زاتىدىنلا ئەركىن، ئىززەت-ھۆرمەت ۋە ھوقۇقتا باپباراۋەر بولۇپ تۇغۇلغان."
    (found,) = run(with_one("en", text), "wrong-language")
    assert "in Arabic letters" in found.message


def test_a_language_that_nothing_is_known_of_is_passed_over(run: Run) -> None:
    """Neither is anything said of French, nor in a French version."""
    document = made_of(
        {"fr": "Les parties poursuivront leur coopération dans le domaine de l'éducation.\n" + RIGHT["ru"]}
    )
    assert list(run(document, "wrong-language")) == []


def test_a_version_in_another_language_is_one_finding(run: Run) -> None:
    """The wrong file is not reported sentence by sentence."""
    (found,) = run(made_of({"kk": "\n".join([RIGHT["ru"]] * 12)}), "wrong-language")
    assert "is it the right file?" in found.message


def test_both_scripts_of_uzbek_are_told_apart(run: Run) -> None:
    """Uzbek in Latin letters is wrong in a version in Cyrillic ones."""
    text = "Томонлар таълим соҳасидаги ҳамкорликни чуқурлаштиришни давом эттирадилар ва талабалар алмашинувини кўпайтирадилар."
    document = made_of({"uz-Cyrl": "\n".join([*[text] * 8, RIGHT["uz"]])})
    assert [one.location.line for one in run(document, "wrong-language")] == [9]


@pytest.mark.parametrize(
    ("tag", "before", "words", "behind", "language"),
    [
        (
            "uz",
            "Tomonlar taʼlim",
            "Стороны приветствуют проведение выставок",
            "sohasidagi hamkorlikni davom",
            "Russian",
        ),
        ("kk", "Тараптар ынтымақтастықты", "сотрудничество в сфере образования", "тереңдетіп, нығайтады", "Russian"),
        ("ky", "Тараптар кызматташтыкты", "сотрудничество в области образования", "тереңдетип, чыңдайт", "Russian"),
        ("tk", "Taraplar hyzmatdaşlygy", "strengthen exchanges between institutions", "dowam etdirerler", "English"),
        ("en", "The parties will continue", "加强院校和学生交流为中国", "to deepen cooperation", "Chinese"),
    ],
)
def test_words_left_in_another_language_are_found_where_they_stand(
    run: Run, tag: str, before: str, words: str, behind: str, language: str
) -> None:
    """Several in a row, though the rest of a long segment is in the version's language."""
    text = f"{RIGHT[tag]} {before} {words} {behind}. {RIGHT[tag]}"
    (found,) = run(with_one(tag, text), "wrong-language")
    assert (found.location.line, found.location.words) == (5, words)
    assert f"these words are in {language}" in found.message


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("uz", "«Стороны приветствуют проведение выставок и форумов»"),
        ("kk", "(сотрудничество в сфере образования)"),
        ("kk", "Жээнбек Кулубаев, Рашид Мередов, Бахтиёр Саидов"),
        ("ru", "Central Asia Regional Economic Cooperation"),
        ("kk", "Organization for Security and Co-operation in Europe"),
        ("zh", "https://www.gov.kz/all-the-news/of/the/day"),
    ],
)
def test_titles_glosses_names_and_addresses_in_another_language_are_not_meant(run: Run, tag: str, words: str) -> None:
    """Marks set titles and glosses off, capitals names."""
    text = f"{RIGHT[tag]} {words} {RIGHT[tag]}"
    assert list(run(with_one(tag, text), "wrong-language")) == []
