"""Whether a word form belongs to a word: true forms and decoys of eight languages."""

import tomllib
from itertools import pairwise
from pathlib import Path

import pytest

from workbench.languages.knowledge import knowledge
from workbench.languages.vocabulary import Vocabulary
from workbench.languages.wordforms import cuts_word, fold, is_form, words

TABLE = tomllib.loads(Path(__file__).with_name("word_forms.toml").read_text(encoding="utf-8"))
TAGS = list(TABLE)


def pairs(tag: str, kind: str) -> list[tuple[str, str]]:
    """Return word and form for every entry of the table."""
    return [(word, form) for word, forms in TABLE[tag][kind].items() for form in forms.split()]


def belongs(tag: str, word: str, form: str) -> bool:
    """Return whether the language takes the form (in Chinese the phrase) for the word."""
    forms = knowledge(tag).wordforms
    if forms.unspaced:
        at = form.find(word)
        return at >= 0 and not cuts_word(form, at, at + len(word), forms)
    return is_form(fold(form), fold(word), forms)


def test_the_table_is_large_enough() -> None:
    """At least 400 true forms and 200 decoys over seven languages, none of them twice."""
    true = [(tag, *pair) for tag in TAGS for pair in pairs(tag, "forms")]
    decoys = [(tag, *pair) for tag in TAGS for pair in pairs(tag, "decoys")]
    assert len(TAGS) >= 7
    assert len(true) >= 400
    assert len(decoys) >= 200
    assert all(one != other for one, other in pairwise(sorted(true + decoys)))


def test_98_of_100_forms_are_recognised() -> None:
    """Over all languages."""
    entries = [(tag, *pair) for tag in TAGS for pair in pairs(tag, "forms")]
    missed = [entry for entry in entries if not belongs(*entry)]
    assert len(missed) <= 0.02 * len(entries), missed


def test_2_of_100_decoys_are_taken_at_most() -> None:
    """Over all languages."""
    entries = [(tag, *pair) for tag in TAGS for pair in pairs(tag, "decoys")]
    taken = [entry for entry in entries if belongs(*entry)]
    assert len(taken) <= 0.02 * len(entries), taken


@pytest.mark.parametrize("tag", TAGS)
def test_no_language_is_much_worse_than_the_others(tag: str) -> None:
    """In each at least 95 of 100 forms, and at most 5 of 100 decoys."""
    missed = [pair for pair in pairs(tag, "forms") if not belongs(tag, *pair)]
    taken = [pair for pair in pairs(tag, "decoys") if belongs(tag, *pair)]
    assert len(missed) <= 0.05 * len(pairs(tag, "forms")), missed
    assert len(taken) <= 0.05 * len(pairs(tag, "decoys")), taken


@pytest.mark.parametrize("tag", ["fr", "tr", "az", "ug"])
def test_a_language_without_data_knows_equal_words_only(tag: str) -> None:
    """Nothing is guessed."""
    forms = knowledge(tag).wordforms
    assert is_form("ministre", "ministre", forms)
    assert not is_form("ministres", "ministre", forms)
    assert not cuts_word("中国", 0, 1, forms)


@pytest.mark.parametrize("tag", [tag for tag in TAGS if tag != "zh"])
def test_a_vocabulary_finds_what_is_a_form(tag: str) -> None:
    """Every form that a word is asked for one by one is found among all words of the table."""
    vocabulary = Vocabulary({fold(word) for word in TABLE[tag]["forms"]}, knowledge(tag).wordforms)
    for word, form in pairs(tag, "forms"):
        assert belongs(tag, word, form) == (fold(word) in vocabulary.words_of(fold(form))), form


def test_harmony_and_last_letters_choose_the_ending() -> None:
    """Қала takes -ны, never -ды, which is the verb; министр takes front vowels or back, as it is a loan."""
    kk = knowledge("kk").wordforms
    assert is_form("қаланы", "қала", kk)
    assert not is_form("қалады", "қала", kk)
    assert not is_form("елдар", "ел", kk)


def test_forms_that_a_glossary_lists_are_words_themselves() -> None:
    """A listed adjective inflects like one: Сиань, listed сианьский, found сианьская."""
    ru = knowledge("ru").wordforms
    assert not is_form("сианьская", "сиань", ru)
    assert is_form("сианьская", "сианьский", ru)
    assert [word.text for word in words("Сианьская декларация")] == ["Сианьская", "декларация"]
