"""Units that resemble a text come first, with how much they do."""

from __future__ import annotations

from itertools import permutations

import pytest
from rapidfuzz.distance import Levenshtein

from tests.memory.samples import filled, unit
from workbench.memory.fuzzy import matches
from workbench.memory.looking import Reader
from workbench.memory.store import Store
from workbench.model.document import Document


def likest(store: Store, text: str, tag: str = "en") -> list[tuple[int, int]]:
    """The units that resemble a text, with per cent."""
    return [(match.hit.row, int(match.percent)) for match in matches(Reader(store, "file"), text, tag)]


def test_the_likest_unit_is_first() -> None:
    """The summit that was held before the forum; agriculture is something else."""
    store = filled(
        [
            unit({"en": "The Parties welcome the results of the forum."}),
            unit({"en": "The Parties welcome the results of the second summit."}),
            unit({"en": "Cooperation in agriculture will be deepened."}),
        ]
    )
    assert [row for row, _ in likest(store, "The Parties welcome the results of the summit.")] == [0, 1]


def test_the_same_text_is_a_hundred_per_cent() -> None:
    """In Chinese too, where the text has three letters."""
    store = filled([unit({"zh": "六国外长"}), unit({"zh": "一、总则"}), unit({"zh": "六国"})])
    assert likest(store, "六国外长", "zh")[0] == (0, 100)


def test_a_language_is_known_by_language_and_script() -> None:
    """English of any country is English; Uzbek in Cyrillic letters is not Uzbek in Latin ones."""
    store = filled([unit({"en-GB": "Six countries"}), unit({"uz-Cyrl": "Six countries"})])
    assert likest(store, "Six countries") == [(0, 100)]
    assert likest(store, "Six countries", "uz") == []


def test_what_all_texts_hold_is_found_by_all_of_its_words() -> None:
    """Among five thousand sentences of the same few words, the one that is the same."""
    words = ("the", "parties", "agree", "on", "trade", "and", "energy")
    sentences = [" ".join(several) for several in permutations(words, 6)]
    store = filled(unit({"en": sentence}) for sentence in [*sentences, "energy and trade the parties agree on"])
    assert likest(store, "energy and trade the parties agree on")[0] == (len(sentences), 100)


def test_nothing_resembles_nothing() -> None:
    """An empty text, a language that is not there, a sign."""
    store = filled([unit({"en": "Six countries."})])
    assert likest(store, " ") == likest(store, "Шесть стран.", "ru") == likest(store, "…") == []


@pytest.mark.parametrize("tag", ["en", "zh", "kk", "ru"])
def test_what_a_look_at_every_text_finds_is_found(statement: Document, tag: str) -> None:
    """Every segment of the statement, with each sixth word (in Chinese letter) another, finds the one that it came of."""
    segments = list(dict.fromkeys(statement.versions[tag].segments()))
    store = filled(unit({tag: text}) for text in segments)
    joiner = "" if tag == "zh" else " "
    for text in segments:
        words = list(text) if tag == "zh" else text.split()
        words[::6] = ["另"] * len(words[::6])
        changed = joiner.join(words)
        expected = max(segments, key=lambda other: Levenshtein.normalized_similarity(changed, other))
        if Levenshtein.normalized_similarity(changed, expected) >= 0.6:
            assert segments[likest(store, changed, tag)[0][0]] == expected
