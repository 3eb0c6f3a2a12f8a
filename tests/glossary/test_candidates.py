"""Names and terms that a document suggests."""

from __future__ import annotations

from functools import lru_cache

import pytest

from tests.conftest import TAGS, gold_ladder
from workbench.alignment.encoders.words import Words
from workbench.glossary.candidates import Candidate, candidates
from workbench.glossary.matching import Matcher
from workbench.glossary.term import Term, TermKind, TermStatus
from workbench.glossary.termbase import TermBase
from workbench.languages.knowledge import knowledge
from workbench.model.document import Document
from workbench.model.row import rows
from workbench.workspace.folder import Workspace

NAMES = (TermKind.PERSON, TermKind.STATE, TermKind.PLACE)


def texts(document: Document) -> dict[str, list[str]]:
    """Return the text of every row by version."""
    held = rows(document)
    return {
        tag: [
            knowledge(tag).joiner.join(document.versions[tag].segments()[at] for at in row.segments(tag, "en"))
            for row in held
        ]
        for tag in ("en", *document.others())
    }


@lru_cache(maxsize=1)
def suggested() -> tuple[Candidate, ...]:
    """Return what the statement suggests to one who has no glossary."""
    from dataclasses import replace

    from tests.conftest import ROOT

    document = Workspace(ROOT).read("chengdu-2024").document
    document = replace(document, ladders={tag: gold_ladder(tag) for tag in TAGS})
    return candidates(texts(document), (), Words())


def recovered(statement: Document, termbase: TermBase, tag: str, names: bool) -> float:
    """Return the share of the glossary's concepts, of those that English and a version name, that are suggested in both.

    A wording is recovered when the suggestion is a form of it, or holds it and is not twice as long.
    """
    held = texts(statement)
    matchers = {one: Matcher(termbase.in_language(one, statement.name), knowledge(one)) for one in ("en", tag)}

    def concepts(one: str, text: str, least: float = 0.0) -> set[str]:
        return {m.term.concept for m in matchers[one].all(text) if m.end - m.start >= least * len(text)}

    said = {one: set().union(*(concepts(one, text) for text in held[one])) for one in ("en", tag)}
    wanted = {concept for concept in said["en"] & said[tag] if (termbase.kind(concept) in NAMES) is names}
    found: set[str] = set()
    for one in suggested():
        if tag in one.wordings:
            english, other = one.wordings["en"].text, one.wordings[tag].text
            found |= concepts("en", english, 0.6) & concepts(tag, other, 0.6)
    return len(wanted & found) / len(wanted)


@pytest.mark.parametrize("tag", ["zh", "ru", "kk", "ky", "tg", "tk", "uz"])
def test_most_names_of_the_statement_are_suggested(statement: Document, termbase: TermBase, tag: str) -> None:
    """Persons, states and places, in their wording of each language; in Chinese by their sounds."""
    assert recovered(statement, termbase, tag, names=True) >= 0.8


@pytest.mark.parametrize("tag", ["zh", "ru", "kk", "ky", "tg", "tk", "uz"])
def test_terms_are_suggested_though_most_stand_in_one_row(statement: Document, termbase: TermBase, tag: str) -> None:
    """Three in ten of them at least; most of the glossary's terms are said once in the statement."""
    assert recovered(statement, termbase, tag, names=False) >= 0.3


def test_names_come_first() -> None:
    """No term before the last name; a minister among the first twenty, in his spelling of seven languages."""
    kinds = [one.kind is TermKind.TERM for one in suggested()]
    assert kinds == sorted(kinds)
    minister = next(one for one in suggested()[:20] if one.concept == "rashid-meredov")
    assert {tag: wording.text for tag, wording in minister.wordings.items()} == {
        "en": "Rashid Meredov",
        "zh": "梅列多夫",
        "ru": "Рашид Мередов",
        "kk": "Рашид Мередов",
        "ky": "Рашид Мередов",
        "tg": "Рашид Мередов",
        "tk": "Raşid Meredow",
        "uz": "Rashid Meredov",
    }


TEXTS = {
    "en": ["The summit met in Chengdu.", "Leaders praised the summit.", "They left Chengdu.", "The summit ended."],
    "ru": ["Саммит прошёл в Чэнду.", "Лидеры высоко оценили саммит.", "Они покинули Чэнду.", "Саммит завершился."],
}


def test_what_recurs_in_the_same_rows_is_suggested_without_vectors() -> None:
    """Summit and саммит share three rows; the evidence says which."""
    found = {one.wordings["en"].text.lower(): one for one in candidates(TEXTS, ())}
    assert found["summit"].wordings["ru"].text.lower() == "саммит"
    assert found["summit"].wordings["ru"].rows == (0, 1, 3)
    assert found["chengdu"].wordings["ru"].text == "Чэнду"


def test_what_the_glossary_lists_is_not_suggested() -> None:
    """Nor is a name of a concept that is taken given again."""
    listed = Term("chengdu", "en", "Chengdu", TermStatus.PREFERRED, TermKind.PLACE)
    assert "chengdu" not in {one.wordings["en"].text.lower() for one in candidates(TEXTS, (listed,))}
    assert "summit-2" in {one.concept for one in candidates(TEXTS, (), taken=("summit",))}


def test_parts_of_what_the_glossary_lists_are_not_suggested(statement: Document, termbase: TermBase) -> None:
    """Neither Central nor Asia, nor a month; Central Asian countries, which holds a listed term, is."""
    held = texts(statement)
    listed = termbase.in_language("en", statement.name)
    found = {one.wordings["en"].text for one in candidates(held, listed, Words())}
    assert not found & {"Central", "Asia", "Central Asia", "May", "December", "second"}
    assert "Central Asian countries" in found


def test_suggestions_are_rows_of_the_glossary() -> None:
    """Proposed, one a version, each saying where it is from."""
    one = next(one for one in candidates(TEXTS, ()) if one.concept == "chengdu")
    assert [(term.lang, term.status, term.source) for term in one.terms("d")] == [
        ("en", TermStatus.PROPOSED, "d"),
        ("ru", TermStatus.PROPOSED, "d"),
    ]


@pytest.mark.parametrize(
    "rows_of", [{"en": [""], "ru": [""]}, {"en": ["Only here."], "ru": [""]}, {"en": [], "ru": []}]
)
def test_nothing_to_compare_suggests_nothing(rows_of: dict[str, list[str]]) -> None:
    """Empty rows and an empty document."""
    assert candidates(rows_of, (), Words()) == ()


def test_a_row_of_a_megabyte_is_passed_over() -> None:
    """The others are looked at as ever."""
    long = {"en": [*TEXTS["en"], "word " * 200_000], "ru": [*TEXTS["ru"], "слово " * 160_000]}
    assert "summit" in {one.wordings["en"].text.lower() for one in candidates(long, ())}


def test_what_only_strings_listed_names_together_is_not_suggested(statement: Document, termbase: TermBase) -> None:
    """A state and its minister, China and Central Asia: each is listed, and together they are no third thing."""
    listed = termbase.in_language("en", statement.name)
    found = {one.wordings["en"].text for one in candidates(texts(statement), listed, Words())}
    assert not found & {"Turkmenistan Rashid Meredov", "China and Central Asian", "China-Central Asia"}


def test_a_name_sounds_alike_in_most_versions() -> None:
    """Capitals alone make none: New Era is translated, Chengdu is spelt."""
    rows = {
        "en": ["They met in Chengdu.", "It is called New Era."],
        "ru": ["Они встретились в Чэнду.", "Называется Новая эпоха."],
    }
    kinds = {one.wordings["en"].text: one.kind for one in candidates(rows, ())}
    assert kinds.get("New Era") is not TermKind.PERSON
    assert kinds["Chengdu"] is TermKind.PLACE


def test_names_are_suggested_whole_and_in_their_first_forms() -> None:
    """Republics in the nominative, a state's name apart from its minister's, Wang Yi though Russian И is a conjunction."""
    found = {one.wordings["en"].text: one for one in suggested()}
    assert not any("Turkmenistan " in text or "Kazakhstan " in text for text in found)
    assert {tag: found["Kyrgyz Republic"].wordings[tag].text for tag in ("zh", "ru", "kk", "ky")} == {
        "zh": "吉尔吉斯共和国",
        "ru": "Кыргызская Республика",
        "kk": "Қырғыз Республикасы",
        "ky": "Кыргыз Республикасы",
    }
    assert {tag: found["Wang Yi"].wordings[tag].text for tag in ("zh", "ru", "tk")} == {
        "zh": "王毅",
        "ru": "Ван И",
        "tk": "Wan I",
    }


def test_phrases_are_suggested_whole() -> None:
    """Central Asian countries, and no Central Asian beside Central Asia."""
    found = {one.wordings["en"].text: one for one in suggested()}
    assert "Central Asian" not in found
    assert found["Central Asian countries"].wordings["ru"].text == "страны Центральной Азии"
    assert found["industrial chain"].wordings["kk"].text == "өнеркәсіптік тізбек"
