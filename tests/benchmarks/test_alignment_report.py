"""The benchmark's runs: sets are found, results kept and taken up again, tables and verdicts made of them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from tests.benchmarks.alignment.__main__ import contenders, main, parsed
from tests.benchmarks.alignment.contenders import engine_digest
from tests.benchmarks.alignment.demands import judged
from tests.benchmarks.alignment.report import data, markdown
from tests.benchmarks.alignment.results import Result, append, read_results
from tests.benchmarks.alignment.scaling import Growth
from tests.benchmarks.alignment.scores import Filled, Found
from tests.benchmarks.alignment.sets import ParallelSet, find_sets, read_set, statement
from tests.benchmarks.alignment.tally import tally
from workbench.alignment.side import Side

OURS, PEER = "workbench, together, e5", "SentAlign, e5"
GOLD: list[Filled] = [((0, 1), (0,)), ((2,), (1,))]
RIGHT = [Found(*bead, score=0.9) for bead in GOLD]
WRONG = [Found((0,), (0,)), Found((1, 2), (1,))]
ONE = ParallelSet("udhr/split-0", "udhr/split", {"en": Side(("a", "b", "c")), "kk": Side(("d", "e"))}, {"kk": GOLD})


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A set of three English segments and two Kazakh ones."""
    folder = tmp_path / "udhr" / "tiny-1"
    folder.mkdir(parents=True)
    (folder / "en.txt").write_text("All are born free.\nThey have reason.\nEveryone has the right to life.\n")
    (folder / "kk.txt").write_text("Барлық адамдар азат, оларға парасат берілген.\nӘр адам өмір сүруге құқылы.\n")
    (folder / "kk.gold").write_text("[0, 1]:[0]\n[2]:[1]\n")
    return folder


def _result(contender: str, beads: list[Found]) -> Result:
    code = engine_digest() if contender == OURS else ""
    return Result(ONE.name, ONE.digest(), contender, code, {"kk": beads}, 0.5, 1000)


def test_sets_are_found_and_read(folder: Path) -> None:
    """The pivot is the text without gold; the family is the name without its number."""
    assert find_sets([folder.parents[1]], "tiny") == [folder]
    one = read_set(folder)
    assert (one.name, one.family, one.pivot) == (str(folder), str(folder)[:-2], "en")
    assert one.gold == {"kk": GOLD}


def test_the_statement_is_a_set() -> None:
    """Eight versions, with the ladders made by hand."""
    one = statement()
    assert (one.pivot, len(one.sides), len(one.gold)) == ("en", 8, 7)
    for tag, beads in one.gold.items():
        assert sorted(j for _, version in beads for j in version) == list(range(len(one.sides[tag])))


def test_results_come_back_from_their_file(tmp_path: Path) -> None:
    """Of the same contender and set the last one counts."""
    path = tmp_path / "results.jsonl"
    assert read_results(path) == {}
    for ladders in (WRONG, RIGHT):
        append(path, _result(OURS, ladders))
    assert read_results(path) == {(OURS, ONE.name): _result(OURS, RIGHT)}


def test_tables_name_the_best_peer_and_the_distance_from_it() -> None:
    """Means of strict F1, a difference with its interval, errors; all of it as numbers too."""
    held = {(name, ONE.name): _result(name, beads) for name, beads in ((OURS, RIGHT), (PEER, WRONG))}
    held["hunalign", ONE.name] = Result(ONE.name, ONE.digest(), "hunalign", "", error="FileNotFoundError: no such file")
    scores = tally(held, [ONE])
    text = markdown(scores)
    assert f"| {OURS} | 1.000 (1.000) |" in text
    assert f"| {OURS} | +1.000 (+1.000 … +1.000) |\n| (the best peer) | {PEER} 0.000 |" in text
    assert "| hunalign | udhr/split-0 | FileNotFoundError: no such file |" in text
    numbers = data(scores)
    assert numbers["scores"][PEER]["udhr/split"]["kk"]["strict_f1"] == 0.0
    assert [(one["ours"], one["other"], one["mean"]) for one in numbers["differences"]] == [(OURS, PEER, 1.0)]


def test_results_for_other_texts_or_code_are_none() -> None:
    """A set that has changed since is not scored, nor is what an engine found that has changed since."""
    mine = _result(OURS, RIGHT)
    assert tally({(OURS, ONE.name): mine}, [ONE]).cells
    for changed in (replace(mine, digest="0" * 12), replace(mine, code="0" * 12)):
        assert not tally({(OURS, ONE.name): changed}, [ONE]).cells


def test_verdicts_say_what_is_met() -> None:
    """Above the peer, a third less error, fast enough: yes; too much memory: no."""
    held = {(name, ONE.name): _result(name, beads) for name, beads in ((OURS, RIGHT), (PEER, WRONG))}
    scaling = {
        (50_000, 2, name): Growth(50_000, 2, name, seconds, memory)
        for name, seconds, memory in (("workbench, engine, vectors", 2.0, 800), ("vecalign, vectors", 8.0, 2000))
    }
    verdicts = {one.demand: one.met for one in judged(tally(held, [ONE]), scaling)}
    assert verdicts["above every peer"]
    assert verdicts["error a third lower"]
    assert verdicts["seconds, ratio to sentalign"]
    assert verdicts["memory, ratio to sentalign"] is False


def test_all_contenders_are_in_one_run() -> None:
    """Each way of ours with each encoder, and each peer that is pointed to."""
    options = parsed(["--encoder", "e5", "--encoder", "none", "--peer", "hunalign", "--peer", "bertalign",
                      "--hunalign", "h", "--bertalign", "b", "--without", "alone, none"])  # fmt: skip
    assert [contender.name for contender in contenders(options)] == [
        "workbench, alone, e5",
        "workbench, together, e5",
        "workbench, together, none",
        "hunalign",
        "bertalign, e5",
    ]


def test_a_run_is_made_in_pieces(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No minutes, nothing done; then what is asked for; then nothing is measured again; the tables have it all."""
    out = folder / "results.jsonl"
    command = [
        str(folder),
        "--encoder",
        "none",
        "--peer",
        "nobody",
        "--results",
        str(out),
        "--json",
        str(folder / "n.json"),
    ]
    assert main([*command, "--minutes", "0"]) == 3
    assert main([*command, "--way", "alone"]) == 0
    assert main(command) == 0
    assert len(out.read_text().splitlines()) == 2
    capsys.readouterr()
    assert main(command) == 0
    assert capsys.readouterr().err == ""
    assert list(json.loads((folder / "n.json").read_text())["scores"]) == [
        "workbench, alone, none",
        "workbench, together, none",
    ]
