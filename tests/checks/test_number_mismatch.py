"""number-mismatch."""

from __future__ import annotations

import pytest

from tests.checks.conftest import Run, changed, made_of
from tests.checks.faults.sentences import EXPERTS, TONNES, with_sentences
from workbench.model.document import Document

CHECK = "number-mismatch"


def found(run: Run, **versions: str) -> list[tuple[str | None, str]]:
    """Return version and words of the findings in a document of the given texts."""
    return [(one.location.version, one.location.words) for one in run(made_of(versions), CHECK)]


def test_the_odd_one_is_named_once(statement: Document, run: Run) -> None:
    """Five parties where seven versions have six: one finding, in the version that is wrong, with all others as places."""
    (one,) = run(changed(statement, "zh", ("六方", "五方")), CHECK)
    assert (one.location.version, one.location.words) == ("zh", "五")
    assert one.message == "“五” is 5 where seven of eight versions have 6 (en “six”, ru “Шесть”)"
    assert [place.version for place in one.related] == ["en", "ru", "kk", "ky", "tg", "tk", "uz"]


def test_without_a_majority_no_version_is_named(run: Run) -> None:
    """Of two versions either may be wrong."""
    (one,) = run(made_of({"en": "It has 15 projects.", "ru": "В нём 16 проектов."}), CHECK)
    assert one.location.version is None
    assert one.message == "the versions have different numbers here: en “15”, ru “16”"


def test_the_right_digits_are_suggested(statement: Document, run: Run) -> None:
    """2050 for 2040 is put right by writing 2040."""
    (one,) = run(changed(statement, "kk", ("– 2040»", "– 2050»")), CHECK)
    assert (one.location.words, one.suggestion, one.safe) == ("2050", "2040", False)


def test_what_is_left_out_is_placed_without_width(statement: Document, run: Run) -> None:
    """A year that seven versions have and one has not."""
    (one,) = run(changed(statement, "ru", (" – 2040»", "»")), CHECK)
    assert (one.location.version, one.location.column, one.location.end_column) == ("ru", 1, 1)
    assert one.message.startswith("the number 2040 is missing here: seven of eight versions have 2040")


@pytest.mark.parametrize("sentences", [TONNES, EXPERTS])
def test_large_numbers_agree_in_all_languages(statement: Document, run: Run, sentences: dict[str, str]) -> None:
    """150,000 tonnes are 15万吨 and 150 мың тонна; twenty-five is бисту панҷ."""
    assert list(run(with_sentences(statement, sentences), CHECK)) == []


@pytest.mark.parametrize(
    "versions",
    [
        {"en": "Six projects were named.", "ru": "Названо 6 проектов.", "zh": "列出六个项目。"},
        {"en": "Work began three decades ago.", "ru": "Работа началась тридцать лет назад."},
        {"en": "The 1990s were hard.", "ru": "Девяностые годы были трудными.", "kk": "90-жылдар қиын болды."},
        {"en": "It began at 8.30.", "ru": "Начало в 8:30.", "uz": "U 8:30 da boshlandi."},
        {"en": "It began at 1 pm.", "ru": "Начало в 13 часов."},
        {"en": "A quarter of them came.", "kk": "Олардың төрттен бірі келді."},
        {"en": "It took six months.", "ru": "Это заняло полгода.", "kk": "Бұған жарты жыл кетті."},
    ],
)
def test_one_number_in_several_ways_is_no_finding(run: Run, versions: dict[str, str]) -> None:
    """Words and digits, decades, times of the day, and words that say a number without being one."""
    assert found(run, **versions) == []


@pytest.mark.parametrize(
    "versions",
    [
        {"en": "No one may be held.", "ru": "Никто не может быть задержан.", "kk": "Ешкім ұсталмайды."},
        {"en": "One of them spoke.", "ru": "Выступил участник.", "zh": "有人发言。"},
        {"en": "All agree.", "zh": "各方一致认为。", "kk": "Тараптар бір ауыздан келісті."},
        {"en": "Both sides agreed.", "ru": "Стороны договорились.", "zh": "双方商定。"},
        {"en": "The parties agreed.", "ru": "Стороны договорились друг с другом.", "ky": "Тараптар бир пикирде."},
    ],
)
def test_words_that_count_by_the_way_are_no_finding(run: Run, versions: dict[str, str]) -> None:
    """One, бір, один, 一 and both sides stand in one language and not in another."""
    assert found(run, **versions) == []


def test_a_number_in_the_next_sentence_of_the_paragraph_is_not_missing(run: Run) -> None:
    """Sentences are cut otherwise in another language."""
    versions = {
        "en": "In Astana they signed 15 papers.\nThe work goes on.",
        "ru": "В Астане они подписали бумаги.\nИх 15, и работа идёт.",
        "kk": "Астанада олар 15 құжатқа қол қойды.\nЖұмыс жүріп жатыр.",
    }
    assert found(run, **versions) == []


def test_numbers_of_articles_are_left_to_the_numbering(run: Run) -> None:
    """Article 4 refers; it counts nothing."""
    assert found(run, en="Under Article 4 this ends.", ru="Согласно статье 5 это прекращается.") == []


def test_a_language_without_data_agrees_in_words(run: Run) -> None:
    """French says quinze, and nothing is said of it."""
    assert found(run, en="It has 15 projects.", ru="В нём 15 проектов.", fr="Il y a quinze projets.") == []


def test_a_language_without_data_may_scale(run: Run) -> None:
    """150 bin is 150,000 in Turkish, which nobody told us."""
    assert found(run, en="It costs 150,000 tonnes.", ru="Это 150 тысяч тонн.", tr="Bu 150 bin tondur.") == []


def test_other_digits_in_a_language_without_data_are_found(run: Run) -> None:
    """Digits are read in every language."""
    assert found(run, en="It has 15 projects.", ru="В нём 15 проектов.", fr="Il y a 16 projets.") == [("fr", "16")]


def test_several_missing_numbers_are_one_finding(run: Run) -> None:
    """They are missing together: a sentence was left out."""
    en, ru = "They sent 14 trains. All came.", "Они отправили 14 поездов. Все пришли."
    versions = {"en": f"{en} There were 35 cars.", "ru": ru, "kk": "Олар 14 пойыз жіберді. Онда 35 вагон болды."}
    assert found(run, **versions) == [("ru", "35")]
    versions = {"en": f"{en} There were 35 cars and 48 men.", "ru": ru}
    versions["kk"] = "Олар 14 пойыз жіберді. Онда 35 вагон мен 48 адам болды."
    assert found(run, **versions) == [("ru", "35, 48")]


def test_numbers_of_accounts_are_compared(run: Run) -> None:
    """Forty digits, more than arithmetic keeps: the odd one is named."""
    texts = {"en": "Account {} is open.", "ru": "Счёт {} открыт.", "kk": "{} шоты ашық.", "zh": "账户{}已开立。"}
    account = "4" * 40
    versions = {tag: text.format(account if tag != "kk" else f"{account[:-1]}5") for tag, text in texts.items()}
    assert found(run, **versions) == [("kk", versions["kk"].split()[0])]
