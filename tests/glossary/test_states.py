"""States that no glossary lists."""

import pytest

from workbench.glossary.freeze_states import MEMBERS, frozen, state_names
from workbench.glossary.states import _DATA, States, listed_states
from workbench.glossary.termbase import TermBase
from workbench.languages.knowledge import knowledge, known_tags


def test_the_names_are_those_of_cldr() -> None:
    """The frozen file is what Babel would give now: 193 members of the United Nations and the Holy See."""
    assert len(set(MEMBERS)) == 194
    assert (_DATA / "states.toml").read_text(encoding="utf-8") == frozen()


@pytest.mark.parametrize("tag", known_tags())
def test_every_state_has_a_name_in_every_language(tag: str) -> None:
    """CLDR leaves none out, not in Turkmen, Tajik or Uzbek in Cyrillic either."""
    assert set(state_names(tag)) == set(MEMBERS)
    assert all(name for names in state_names(tag).values() for name in names)


@pytest.mark.parametrize(
    ("tag", "text", "codes"),
    [
        ("en", "Germany’s and Papua New Guinea's envoys told us", ["DE", "PG"]),
        ("en", "the US and the U.S. side", ["US", "US"]),
        ("ru", "переговоры с Германией и Францией; кроме того, США", ["DE", "FR", "US"]),
        ("kk", "Германияның, АҚШ-тың және Түркияның елшілері", ["DE", "US", "TR"]),
        ("ky", "Германиянын жана Жапониянын элчилери", ["DE", "JP"]),
        ("tg", "сафирони Фаронса ва Ҷопон", ["FR", "JP"]),
        ("tk", "Germaniýanyň we Fransiýanyň ilçileri", ["DE", "FR"]),
        ("uz", "Germaniyaning va AQShning elchilari", ["DE", "US"]),
        ("uz-Cyrl", "Германиянинг ва Япониянинг элчилари", ["DE", "JP"]),
        ("zh", "德国和印度尼西亚大使", ["DE", "ID"]),
    ],
)
def test_states_are_found_in_their_forms(tag: str, text: str, codes: list[str]) -> None:
    """Inflected, the longest name alone, capitals where the name has them."""
    assert [match.term.concept for match in States(knowledge(tag)).found(text)] == codes


@pytest.mark.parametrize(
    ("tag", "text", "code"),
    [
        ("en", "the French side", "FR"),
        ("ru", "с французской и немецкой сторонами", "DE"),
        ("kk", "Австралияда", "AU"),
        ("zh", "中法关系", "FR"),
    ],
)
def test_an_adjective_means_the_state(tag: str, text: str, code: str) -> None:
    """It does not name it, and nothing lacks."""
    assert States(knowledge(tag)).means(text, code)
    assert not States(knowledge(tag)).means(text, "JP")


@pytest.mark.parametrize(
    ("tag", "text", "code"),
    [
        ("zh", "2024年12月1日", "JP"),
        ("zh", "根据法律", "FR"),
        ("zh", "越来越好", "VN"),
        ("en", "Indonesia", "IN"),
        ("ru", "Совет Безопасности", "RU"),
        ("ru", "в тайне", "TH"),
        ("kk", "Қауіпсіздік Кеңесі", "RU"),
    ],
)
def test_other_words_mean_no_state(tag: str, text: str, code: str) -> None:
    """A day is not Japan, law not France, a council not the Soviets."""
    assert not States(knowledge(tag)).means(text, code)


def test_a_state_of_the_glossary_is_left_to_the_glossary(termbase: TermBase) -> None:
    """The six that the statement names are listed; Germany is not."""
    assert listed_states(termbase) == {"CN", "KZ", "KG", "TJ", "TM", "UZ"}
    assert States(knowledge("ru"), listed_states(termbase)).found("Киргизия и Китай") == []


def test_a_language_without_data_has_no_states() -> None:
    """Nothing is guessed."""
    assert not States(knowledge("fr"))
    assert States(knowledge("fr")).found("Allemagne") == []
