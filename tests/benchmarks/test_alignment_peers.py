"""Peers: what they are given, and how what they print or return becomes beads."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest

from tests.benchmarks.alignment.contenders import Contender, peers
from tests.benchmarks.alignment.peers.bertalign import Bertalign
from tests.benchmarks.alignment.peers.hunalign import Hunalign
from tests.benchmarks.alignment.peers.sentalign import SentAlign
from tests.benchmarks.alignment.running import results
from tests.benchmarks.alignment.sets import ParallelSet
from tests.benchmarks.alignment.vectors import Vectors, composed, unit, windows_for
from workbench.alignment.side import Side

ENGLISH = ("All human beings are born free.", "They are endowed with reason.", "Everyone has the right to life.")
KAZAKH = ("Барлық адамдар тумысынан азат, оларға ақыл-парасат берілген.", "Әр адам өмір сүруге құқылы.")
TINY = ParallelSet("tiny", "tiny", {"en": Side(ENGLISH), "kk": Side(KAZAKH)}, {"kk": [((0, 1), (0,)), ((2,), (1,))]})

# A corelib that answers with what it was asked, for tests of the shapes that bertalign gets.
CORELIB = """
def get_alignment_types(most): return most
def find_first_search_path(a, b): return 1, None
def find_second_search_path(first, width, a, b): return width, None
def find_top_k_sents(a, b, k): return a.shape, b.shape
def first_pass_align(a, b, width, path, shapes, near, index): assert (near, index) == ((3, 4), (2, 4))
def first_back_track(*_): return [(1, 1)]
def second_pass_align(a, b, la, lb, *_, margin, len_penalty):
    assert a.shape == (4, 3, 4) and b.shape == (4, 2, 4)
    assert la.tolist() == [[31, 29, 31], [3, 61, 61], [3, 3, 93], [3, 3, 3]]
def second_back_track(*_): return [([0, 1], [0]), ([2], [1])]
"""

# A path step in SentAlign's form: it finds every run of up to four segments by its text.
PATH_STEP = """
def align_anchors(anchor, source, target, a, b, cutoff, most, least, longest, costly, cost, free, progress):
    assert anchor == ((-1, -1), (3, 2)) and len(a) == 6 and len(b) == 3
    assert " ".join(source[i] for i in range(3)) in a and target[0] + " " + target[1] in b
    progress.add_nodes(6)
    return 6, "[0,1:0]\\n[:1]\\n[2:]\\n", ""
"""


class Letters:
    """An encoder by letters: four dimensions, all of them counts."""

    name, dimensions = "letters", 4

    def encode(self, texts: Sequence[str], tag: str) -> Vectors:  # noqa: ARG002
        """Return how often each text has four letters."""
        rows = np.array([[1 + text.count(letter) for letter in "aeгқ"] for text in texts], dtype=np.float32)
        return unit(rows)


@pytest.mark.skipif(os.name != "posix", reason="a shell script stands for the program")
def test_rungs_of_hunalign_become_beads(tmp_path: Path) -> None:
    """Its ladder lists where beads begin, the end of both texts last."""
    program = tmp_path / "hunalign"
    program.write_text("#!/bin/sh\nprintf '0\\t0\\t0.9\\n2\\t1\\t0.8\\n3\\t2\\t0\\n'\n")
    program.chmod(0o755)
    assert Hunalign(program).align(ENGLISH, KAZAKH, []) == [((0, 1), (0,)), ((2,), (1,))]


def test_bertalign_gets_windows_by_their_last_segment(tmp_path: Path) -> None:
    """Four sizes, padded at the beginning, with the bytes of their texts."""
    (tmp_path / "bertalign").mkdir()
    (tmp_path / "bertalign" / "corelib.py").write_text(CORELIB)
    given = windows_for(TINY, Letters(), 8)
    beads = Bertalign(tmp_path).align(ENGLISH, KAZAKH, [given["en"], given["kk"]])
    assert beads == [((0, 1), (0,)), ((2,), (1,))]


def test_a_path_of_sentalign_becomes_beads(tmp_path: Path) -> None:
    """Brackets with both sides, or with one where a segment has no counterpart."""
    (tmp_path / "align_anchors.py").write_text(PATH_STEP)
    given = windows_for(TINY, Letters(), 8)
    beads = SentAlign(tmp_path).align(ENGLISH, KAZAKH, [given["en"], given["kk"]])
    assert beads == [((0, 1), (0,)), ((), (1,)), ((2,), ())]


def test_vecalign_finds_what_is_told_by_vectors() -> None:
    """The Kazakh sentences, of vectors like those of the English ones that they stand for."""
    pytest.importorskip("sentalign")
    meaning = np.random.default_rng(1).standard_normal((20, 16)).astype(np.float32)
    texts = [f"Article {number}." for number in range(20)]
    merged = np.concatenate([meaning[:1] + meaning[1:2], meaning[2:]])
    from tests.benchmarks.alignment.peers.vecalign import align

    beads = align(texts, texts[1:], [composed(meaning), composed(merged)])
    assert beads == [((0, 1), (0,)), *(((i,), (i - 1,)) for i in range(2, 20))]


def test_windows_are_centred_and_of_length_one() -> None:
    """Embedded as joined texts up to a size, composed beyond; none are longer than their text."""
    given = windows_for(TINY, Letters(), 1)["en"]
    assert [len(given.layer(size)) for size in range(1, 9)] == [3, 2, 1, 0, 0, 0, 0, 0]
    assert np.allclose(np.linalg.norm(given.layer(2), axis=1), 1)
    joined = windows_for(TINY, Letters(), 8)["en"].layer(2)
    mean = Letters().encode(ENGLISH, "en").mean(axis=0)
    wanted = Letters().encode([" ".join(ENGLISH[:2])], "en")[0] - mean
    assert np.allclose(joined[0], wanted / np.linalg.norm(wanted), atol=1e-6)


def test_a_contender_runs_in_a_process_of_its_own(tmp_path: Path) -> None:
    """Ladders, seconds and memory come back; one that fails is an error and no more."""
    (good,) = results(Contender("alone"), [(TINY, None)])
    assert not good.error
    assert sorted(i for bead in good.ladders["kk"] for i in bead.pivot) == [0, 1, 2]
    assert good.seconds > 0
    (bad,) = results(Contender("hunalign", "none", tmp_path / "nowhere"), [(TINY, None)])
    assert "FileNotFoundError" in bad.error


def test_peers_are_those_that_are_pointed_to() -> None:
    """hunalign needs no vectors, bertalign has those of the encoder; who is not there is not measured."""
    there = peers(["hunalign", "bertalign", "SentAlign"], {"hunalign": Path("h"), "bertalign": Path("b")}, "e5")
    assert [one.name for one in there] == ["hunalign", "bertalign, e5"]
