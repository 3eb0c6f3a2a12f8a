"""Each distinct text is embedded once, in this run and in the next."""

from __future__ import annotations

import os
import sqlite3
import unicodedata
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from tests.alignment.encoders.samples import TEXTS, Heard, Letters
from workbench.alignment.encoders.cache import VectorCache, cache_folder
from workbench.alignment.encoders.once import Once
from workbench.model.errors import InputError
from workbench.model.text import normalised


def cache(folder: Path) -> VectorCache:
    """Return the cache of the sample encoder."""
    return VectorCache(folder, "letters (1)", 8)


def test_equal_segments_are_embedded_once() -> None:
    """Four segments of which two are equal: three calls, four rows."""
    letters = Letters()
    rows = Once(letters).encode(TEXTS, "zh")
    assert letters.asked == list(TEXTS[:3])
    assert rows.shape == (4, 8)
    assert (rows[0] == rows[3]).all()


def test_canonically_equal_segments_are_one() -> None:
    """й in one code point and in two is one text."""
    letters = Letters()
    Once(letters).encode(["йод", unicodedata.normalize("NFD", "йод")], "ru")
    assert letters.asked == ["йод"]


@given(st.lists(st.text("абв成都ab ", max_size=4), max_size=80))
def test_rows_are_those_of_the_encoder(texts: list[str]) -> None:
    """Whatever the texts: the same rows in the same order as without Once, each text asked for once."""
    letters = Letters()
    rows = Once(letters).encode(texts, "ru")
    assert np.allclose(rows, Letters().encode([normalised(text) for text in texts], "ru"), atol=1e-6)
    assert len(letters.asked) == len({normalised(text) for text in texts})


def test_the_next_run_finds_them(tmp_path: Path) -> None:
    """A second encoder of the same name is asked for nothing, and the rows are the same to the bit."""
    first = Once(Letters(), cache(tmp_path)).encode(TEXTS, "zh")
    later = Letters()
    assert (Once(later, cache(tmp_path)).encode(TEXTS, "zh") == first).all()
    assert later.asked == []


def test_another_version_finds_nothing(tmp_path: Path) -> None:
    """The key has the encoder's version."""
    Once(Letters(), cache(tmp_path)).encode(TEXTS, "zh")
    later = Letters("letters (2)")
    Once(later, VectorCache(tmp_path, later.name, 8)).encode(TEXTS, "zh")
    assert len(later.asked) == 3


def test_ctrl_c_keeps_what_is_done(tmp_path: Path) -> None:
    """Interrupted in the second batch: the first is not embedded again."""

    class Interrupted(Letters):
        def encode(self, texts: Sequence[str], tag: str) -> NDArray[np.float32]:
            if self.asked:
                raise KeyboardInterrupt
            return super().encode(texts, tag)

    texts = [f"Статья {number}" for number in range(100)]
    first = Interrupted()
    with pytest.raises(KeyboardInterrupt):
        Once(first, cache(tmp_path)).encode(texts, "ru")
    later = Letters()
    Once(later, cache(tmp_path)).encode(texts, "ru")
    assert first.asked
    assert not set(first.asked) & set(later.asked)


def test_progress_is_heard() -> None:
    """From nothing to all of the distinct texts."""
    heard = Heard()
    Once(Letters(), None, heard).encode([f"{number}-бап" for number in range(70)] * 2, "kk")
    assert [step[1:] for step in heard.steps] == [(0, 70), (32, 70), (64, 70), (70, 70)]


def damage(path: Path, kind: str) -> None:
    """Make a cache file unusable in one of several ways."""
    if kind == "no database":
        path.write_bytes(b"clause workbench" * 300)
    elif kind == "cut off":
        path.write_bytes(path.read_bytes()[:1500])
    elif kind == "another table":
        path.unlink()
        with sqlite3.connect(path) as database:
            database.execute("CREATE TABLE vectors (a)")
    elif kind == "bad rows":
        with sqlite3.connect(path) as database:
            database.execute("UPDATE vectors SET vector = zeroblob(7)")
    else:
        path.unlink()
        path.mkdir()


@pytest.mark.parametrize("kind", ["no database", "cut off", "another table", "bad rows", "a folder"])
def test_a_damaged_cache_is_left_aside(tmp_path: Path, kind: str) -> None:
    """The vectors come all the same, and one line says that the cache is left aside."""
    expected = Once(Letters(), cache(tmp_path)).encode(TEXTS, "zh")
    damage(cache(tmp_path).path, kind)
    heard = Heard()
    once = Once(Letters(), cache(tmp_path), heard)
    assert (once.encode(TEXTS, "zh") == expected).all()
    once.encode(TEXTS[1:], "ru")
    assert len(heard.notices) == 1
    assert "left aside" in heard.notices[0]
    assert "\n" not in heard.notices[0]


@pytest.mark.skipif(os.name != "posix", reason="a file stands where a folder is wanted")
def test_a_cache_that_cannot_be_written(tmp_path: Path) -> None:
    """Its folder would be below a file: the vectors come all the same."""
    (tmp_path / "file").write_text("")
    heard = Heard()
    rows = Once(Letters(), cache(tmp_path / "file" / "below"), heard).encode(TEXTS, "zh")
    assert rows.shape == (4, 8)
    assert len(heard.notices) == 1


@pytest.mark.parametrize("bad", [np.nan, np.inf])
def test_nan_is_an_error(bad: float, tmp_path: Path) -> None:
    """An encoder that gives no numbers is named, and nothing of it is kept."""

    class Broken(Letters):
        def encode(self, texts: Sequence[str], tag: str) -> NDArray[np.float32]:
            rows = super().encode(texts, tag)
            rows[-1, 3] = bad
            return rows

    with pytest.raises(InputError, match=r"letters \(1\) gave numbers that are none"):
        Once(Broken(), cache(tmp_path)).encode(TEXTS, "zh")
    assert cache(tmp_path).read(TEXTS, "zh") == {}


def test_too_few_rows_are_an_error() -> None:
    """An encoder that gives one row for two texts is named."""

    class Short(Letters):
        def encode(self, texts: Sequence[str], tag: str) -> NDArray[np.float32]:
            return super().encode(texts[:1], tag)

    with pytest.raises(InputError, match="gave 1 × 8 numbers for 3 texts"):
        Once(Short()).encode(TEXTS, "zh")


def test_lengths_are_made_one() -> None:
    """Rows of an encoder that does not normalise come out with length one, a zero row stays zero."""

    class Long(Letters):
        def encode(self, texts: Sequence[str], tag: str) -> NDArray[np.float32]:
            return super().encode(texts, tag) * 3

    rows = Once(Long()).encode([*TEXTS, ""], "zh")
    assert np.allclose(np.linalg.norm(rows, axis=1), [1, 1, 1, 1, 0])


def test_no_texts() -> None:
    """Nothing in, no rows out."""
    assert Once(Letters()).encode([], "zh").shape == (0, 8)


def test_the_cache_folder_follows_xdg(monkeypatch: pytest.MonkeyPatch) -> None:
    """WORKBENCH_CACHE goes before XDG_CACHE_HOME; a relative one is ignored, as the specification says."""
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.delenv("WORKBENCH_CACHE", raising=False)
    monkeypatch.setenv("HOME", "/home/aigul")
    monkeypatch.setenv("XDG_CACHE_HOME", "/var/cache/aigul")
    assert cache_folder() == Path("/var/cache/aigul/workbench")
    monkeypatch.setenv("XDG_CACHE_HOME", "cache")
    assert cache_folder() == Path("/home/aigul/.cache/workbench")
    monkeypatch.setenv("WORKBENCH_CACHE", "/tmp/vectors")  # noqa: S108
    assert cache_folder() == Path("/tmp/vectors")  # noqa: S108
