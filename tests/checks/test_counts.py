"""count-mismatch."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Run, changed, made_of
from workbench.model.document import Document

DEFINED = (
    "Ministers Wang Yi, Murat Nurtleu, Jeenbek Kulubayev, Rashid Meredov and Bakhtiyor Saidov of China, Kazakhstan, "
    "Kyrgyzstan, Turkmenistan and Uzbekistan (hereinafter referred to as the “Parties”) met."
)


def counted(run: Run, sentence: str) -> list[str]:
    """Return the words of the findings in a sentence that follows a list of five ministers and their states."""
    return [one.location.words for one in run(made_of({"en": f"{DEFINED}\n\n{sentence}"}), "count-mismatch")]


@pytest.mark.parametrize(
    ("tag", "old", "phrases"),
    [
        (
            "zh",
            "，塔吉克斯坦共和国外交部长穆赫里丁",
            ["六方", "六国", "五国"],
        ),
        (
            "ru",
            ", министр иностранных дел Республики Таджикистан Сироджиддин Мухриддин",
            ["Шесть Сторон", "шести стран", "пяти странам"],
        ),
        (
            "kk",
            ", Тәжікстан Республикасының Сыртқы істер министрі Сироджиддин Мухриддин",
            ["Алты тарап", "алты елдің", "бес еліне"],
        ),
        (
            "ky",
            ", Тажикстан Республикасынын тышкы иштер министри Сирожиддин Мухриддин",
            ["Алты тарап", "Алты өлкөнүн", "беш өлкөсүнө"],
        ),
        (
            "tg",
            ", вазири корҳои хориҷии Ҷумҳурии Тоҷикистон Сироҷиддин Муҳриддин",
            ["Шаш ҷониб", "шаш кишвар", "панҷ кишвари"],
        ),
        (
            "tk",
            ", Täjigistan Respublikasynyň daşary işler ministri Sirojiddin Muhriddin",
            ["Alty tarap", "Alty ýurduň", "bäş ýurduna"],
        ),
        (
            "uz",
            ", Tojikiston Respublikasi tashqi ishlar vaziri Sirojiddin Muhriddin",
            ["Olti tomon", "olti davlat", "besh davlatiga"],
        ),
    ],
)
def test_a_dropped_minister_makes_three_counts_wrong(
    statement: Document, run: Run, tag: str, old: str, phrases: list[str]
) -> None:
    """Six parties, six countries and five states of the region are counted in every language."""
    found = run(changed(statement, tag, (old, "")), "count-mismatch")
    assert [one.location.words for one in found if one.version == tag] == phrases


@pytest.mark.parametrize("sentence", ["The six parties agreed.", "The ministries of the six countries met."])
def test_a_count_that_differs_from_the_defined_list_is_found(run: Run, sentence: str) -> None:
    """The list of the definition names five."""
    assert len(counted(run, sentence)) == 1


@pytest.mark.parametrize(
    "sentence",
    [
        "The five parties agreed.",
        "The framework between the two sides was signed.",
        "Their sixth meeting of the countries was held.",
        "This was supported by 150 countries.",
        "The four Central Asian countries agreed.",
        "The four countries of Central Asia agreed.",
        "The five countries of Central Asia and China agreed.",
        "In June 2025, on day 6, the parties agreed.",
    ],
)
def test_a_count_that_fits_or_is_none_is_no_finding(run: Run, sentence: str) -> None:
    """Pairs, ordinals, dates and far greater numbers count something else; a region counts its own states."""
    assert counted(run, sentence) == []


@pytest.mark.parametrize("words", ["five Central Asian countries", "five countries"])
def test_a_region_counts_its_own_states_of_the_list(run: Run, words: str) -> None:
    """Four of the five states that the list names lie in Central Asia."""
    sentence = f"China supports the {words}{'' if 'Asian' in words else ' of Central Asia'}."
    assert counted(run, sentence) == [words]


def test_a_region_within_the_name_of_the_meeting_is_not_counted(run: Run) -> None:
    """«Орталық Азия – Қытай» форматының бес елі are all five, though Central Asia is named before them."""
    document = made_of(
        {
            "kk": "Қытай, Қазақстан, Қырғызстан, Түрікменстан және Өзбекстан министрлері (бұдан әрі – «Тараптар») "
            "кездесті.\n\n«Орталық Азия – Қытай» форматының бес елі келісті."
        }
    )
    assert list(run(document, "count-mismatch")) == []


def test_without_a_definition_nothing_is_counted(run: Run) -> None:
    """There is no list to compare with."""
    assert list(run(made_of({"en": "The six parties agreed."}), "count-mismatch")) == []


def test_a_phrase_that_defines_something_else_makes_no_list(run: Run) -> None:
    """“Hereinafter referred to as the Mechanism” names nobody."""
    text = "China, Kazakhstan and Uzbekistan founded a mechanism (hereinafter referred to as the “Mechanism”).\n\n"
    assert list(run(made_of({"en": text + "The six parties agreed."}), "count-mismatch")) == []


@pytest.mark.parametrize(
    ("tag", "text", "words"),
    [
        ("en", "Three countries: China and Kazakhstan, signed it.", ["Three countries"]),
        ("en", "Three countries (China, Kazakhstan and Uzbekistan) signed it.", []),
        ("en", "Three countries (China and Kazakhstan) signed it with Uzbekistan.", ["Three countries"]),
        ("ru", "Четыре страны – Китай, Казахстан и Узбекистан – подписали его.", ["Четыре страны"]),
        ("uz", "Uch davlat: Xitoy, Qozogʻiston va Oʻzbekiston kelishdi.", []),
    ],
)
def test_a_count_is_compared_with_the_list_that_it_introduces(run: Run, tag: str, text: str, words: list[str]) -> None:
    """A colon, a dash or a bracket behind the count begins the list."""
    assert [one.location.words for one in run(made_of({tag: text}), "count-mismatch")] == words
