"""Peers that users point to: what they print or return becomes beads."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from tests.benchmarks.alignment.__main__ import contenders, main, parsed
from tests.benchmarks.alignment.aligners import hunalign, plugged, together, windows
from tests.benchmarks.alignment.report import markdown
from tests.benchmarks.alignment.running import Contender, outcome
from tests.benchmarks.alignment.scores import Found
from tests.benchmarks.alignment.sets import ParallelSet, find_sets, read_set

ENGLISH = ("All human beings are born free.", "They are endowed with reason.", "Everyone has the right to life.")
KAZAKH = ("Барлық адамдар тумысынан азат, оларға ақыл-парасат берілген.", "Әр адам өмір сүруге құқылы.")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A set of three English segments and two Kazakh ones."""
    folder = tmp_path / "udhr" / "tiny-1"
    folder.mkdir(parents=True)
    (folder / "en.txt").write_text("\n".join(ENGLISH) + "\n", encoding="utf-8")
    (folder / "kk.txt").write_text("\n".join(KAZAKH) + "\n", encoding="utf-8")
    (folder / "kk.gold").write_text("[0, 1]:[0]\n[2]:[1]\n", encoding="utf-8")
    return folder


def test_sets_are_found_and_read(folder: Path) -> None:
    """The pivot is the text without gold; the family is the name without its number."""
    assert find_sets([folder.parents[1]], "tiny") == [folder]
    one = read_set(folder)
    assert (one.name, one.family, one.pivot) == ("udhr/tiny-1", "udhr/tiny", "en")
    assert one.gold == {"kk": [((0, 1), (0,)), ((2,), (1,))]}


@pytest.mark.skipif(os.name != "posix", reason="a shell script stands for the program")
def test_rungs_of_hunalign_become_beads(folder: Path) -> None:
    """Its ladder lists where beads begin, the end of both texts last."""
    program = folder / "hunalign"
    program.write_text("#!/bin/sh\nprintf '0\\t0\\t0.9\\n2\\t1\\t0.8\\n3\\t2\\t0\\n'\n")
    program.chmod(0o755)
    assert hunalign(program)(read_set(folder), None) == {"kk": [Found((0, 1), (0,)), Found((2,), (1,))]}


def test_a_plugged_peer_gets_texts_and_windows(folder: Path) -> None:
    """Its file's `align` is called with both texts and centred vectors of any window."""
    plug = folder / "peer.py"
    plug.write_text(
        "def align(pivot, version, window):\n"
        "    assert len(pivot) == 3 and window(0, 0, 2).shape == (4,) and window(1, 1, 1).shape == (4,)\n"
        "    return [([0, 1], [0]), ([2], [1])]\n"
    )
    one = read_set(folder)
    table = {(tag, text): np.ones(4, np.float32) for tag, side in one.sides.items() for text in windows(side)}
    assert plugged(plug)(one, table) == {"kk": [Found((0, 1), (0,)), Found((2,), (1,))]}


def test_a_contender_runs_in_a_process_of_its_own(folder: Path) -> None:
    """Counts, seconds and memory come back; one that fails is an error in the table and no more."""
    one = read_set(folder)
    good = Contender("workbench, together, none", "together")
    bad = Contender("missing", "hunalign", folder / "nowhere")
    outcomes = {contender: outcome(contender, [(one, None)]) for contender in (good, bad)}
    assert outcomes[good].counts["udhr/tiny", "kk"].gold == 2
    assert outcomes[good].memory >= 0
    assert "FileNotFoundError" in outcomes[bad].error
    assert "| missing | FileNotFoundError" in markdown(outcomes)


def test_the_engine_gives_whole_ladders(folder: Path) -> None:
    """Every segment of the set is in a bead."""
    one: ParallelSet = read_set(folder)
    (beads,) = together(one, None).values()
    assert sorted(i for bead in beads for i in bead.pivot) == [0, 1, 2]


def test_all_contenders_are_in_one_run() -> None:
    """Each way of ours with each encoder, and each peer that is pointed to."""
    options = parsed(["--engine", "alone", "--engine", "together", "--encoder", "e5", "--encoder", "none", "--peer", "none",
                      "--hunalign", "h", "--plug", "bertalign=b.py"])  # fmt: skip
    assert [contender.name for contender in contenders(options)] == [
        "workbench, alone, e5",
        "workbench, alone, none",
        "workbench, together, e5",
        "workbench, together, none",
        "hunalign",
        "bertalign, e5",
    ]


def test_one_command_writes_tables_and_numbers(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Markdown on standard output, JSON in a file."""
    assert (
        main(
            [
                str(folder),
                "--engine",
                "together",
                "--encoder",
                "none",
                "--peer",
                "none",
                "--json",
                str(folder / "n.json"),
            ]
        )
        == 0
    )
    assert "## udhr/tiny" in capsys.readouterr().out
    assert '"strict_f1"' in (folder / "n.json").read_text(encoding="utf-8")
