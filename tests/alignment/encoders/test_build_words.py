"""The builder of the tables, with a teacher that knows nothing: random vectors."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from workbench.alignment.encoders import word_table
from workbench.alignment.encoders.build_word_lists import Entry, Gathered, word_lists
from workbench.alignment.encoders.build_words import Teacher, build
from workbench.alignment.encoders.word_table import WordTable


class _Teacher(Teacher):
    def __init__(self) -> None:
        self._random = np.random.default_rng(3)
        self._known: dict[str, NDArray[np.float32]] = {}

    def learn(self, texts: Iterable[str]) -> None:
        for text in texts:
            if text not in self._known:
                self._known[text] = self._random.normal(size=384).astype(np.float32)

    def vectors(self, texts: Sequence[str]) -> NDArray[np.float32]:
        return np.stack([self._known[text] for text in texts])


def _word(number: int) -> str:
    return "".join("abcdefghij"[int(digit)] for digit in f"{number:04}")


@pytest.fixture
def table(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[WordTable]:
    """A Turkmen table of 500 words, of which the first is a translation of the first English one."""
    english = [Entry(_word(number), 0.1 / (number + 1), ()) for number in range(500)]
    turkmen = [Entry(f"ş{_word(number)}", 0.0, ("en:aaaa",) if number == 0 else ()) for number in range(500)]
    build({"en": english, "tk": turkmen}, _Teacher(), tmp_path, lambda _: 1e-4)
    monkeypatch.setattr(word_table, "_DATA", tmp_path)
    word_table.load_space.cache_clear()
    word_table.load_table.cache_clear()
    yield word_table.load_table("tk")
    word_table.load_space.cache_clear()
    word_table.load_table.cache_clear()


def _similarities(table: WordTable, word: str) -> list[float]:
    english = word_table.load_table("en")
    row = table.forms[table.rows([word])[0]]
    others = english.forms[english.rows([_word(number) for number in range(500)])]
    similar = others @ row / np.maximum(1e-9, np.linalg.norm(others, axis=1) * np.linalg.norm(row))
    return [float(value) for value in similar]


def test_a_translated_word_is_near_its_translation(table: WordTable) -> None:
    """The word that has a translation is most similar to it, in the table as it was written and read."""
    similar = _similarities(table, "şaaaa")
    assert max(similar) == similar[0]
    assert similar[0] > 0.6


def test_a_form_of_a_translated_word_takes_after_it(table: WordTable) -> None:
    """şaaaalar, which the table does not hold, is read as its stem."""
    assert _similarities(table, "şaaaalar")[0] == pytest.approx(_similarities(table, "şaaaa")[0], abs=1e-5)


def test_words_in_other_letters_are_not_taken() -> None:
    """English that was left in a Kazakh catalogue is not Kazakh; Cyrillic of an Uzbek dictionary is respelled."""
    kazakh, uzbek = Gathered("kk"), Gathered("uz")
    for word in ("file", "Файл", "а", "мемлекет"):
        kazakh.put(word, 1)
    uzbek.put("Ўзбекистон", 1)
    assert sorted(kazakh.rank) == ["мемлекет", "файл"]
    assert sorted(uzbek.rank) == ["o'zbekiston"]


def test_sources_that_are_missing_are_left_out(tmp_path: Path) -> None:
    """Without a single source the product's own words remain: numerals and what they count."""
    pytest.importorskip("babel")
    pytest.importorskip("wordfreq")
    lists = word_lists(tmp_path, tmp_path, len)
    assert "üç" in {entry.word for entry in lists["tk"]}
