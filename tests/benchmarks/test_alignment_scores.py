"""The benchmark's own arithmetic: what it counts is what `shared/data/score.py` counts."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.benchmarks.alignment.differences import difference
from tests.benchmarks.alignment.scores import Counts, Filled, Found, counts
from tests.benchmarks.alignment.sets import SHARED, read_set

SCORE = SHARED / "score.py"


@st.composite
def ladders(draw: st.DrawFn) -> list[Filled]:
    """Ladders of up to a dozen beads, sometimes with two version sides exchanged."""
    beads: list[Filled] = []
    i = j = 0
    for _ in range(draw(st.integers(1, 12))):
        m, n = draw(st.sampled_from(((1, 1), (1, 1), (1, 2), (2, 1), (1, 0), (0, 1))))
        beads.append((tuple(range(i, i + m)), tuple(range(j, j + n))))
        i, j = i + m, j + n
    if len(beads) > 3 and draw(st.booleans()):
        beads[0], beads[3] = (beads[0][0], beads[3][1]), (beads[3][0], beads[0][1])
    return [bead for bead in beads if any(bead)]


@pytest.mark.skipif(not SCORE.exists(), reason="shared/data is not here")
def test_counts_are_those_of_the_shared_script(tmp_path: Path) -> None:
    """Strict and lax F1, segments without counterpart, crossings: on real gold against another set's gold."""
    for name in ("udhr/moved-1", "udhr/split-3"):
        one = read_set(SHARED / name, ["kk"])
        other = [*one.gold["kk"][:-2][::2], *one.gold["kk"][1::2]]
        test = [Found(a, b) for a, b in other]
        beads = [{"pivot": list(a), "version": list(b)} for a, b in other]
        (tmp_path / "t.json").write_text(json.dumps({"ladders": {"kk": beads}}))
        command: list[str | Path] = [sys.executable, SCORE, SHARED / name / "kk.gold", tmp_path / "t.json", "kk"]
        expected = json.loads(subprocess.run(command, capture_output=True, check=True, text=True).stdout)
        mine = counts(one.gold["kk"], test)
        assert (round(mine.strict(), 4), round(mine.lax(), 4)) == (expected["strict_f1"], expected["lax_f1"])
        for what, kind in (("found", "right"), ("gold", "gold"), ("reported", "test")):
            assert getattr(mine, f"alone_{kind}") == expected[f"alone_{what}"]
            assert getattr(mine, f"crossings_{kind}") == expected[f"crossings_{what}"]


@given(ladders())
def test_gold_against_itself_is_right(gold: list[Filled]) -> None:
    """Both F1 are 1 (lax 0 where no bead is filled, as the script has it), and all that is alone or crosses is found."""
    held = counts(gold, [Found(a, b, 1.0) for a, b in gold])
    assert held.strict() == 1.0
    assert held.lax() == (1.0 if held.gold else 0.0)
    assert held.alone_right == held.alone_gold == held.alone_test
    assert held.crossings_right == held.crossings_gold == held.crossings_test
    assert held.calibration() in (0.0, None)


def test_calibration_is_the_mean_gap() -> None:
    """Ten beads with .9 of which eight are right: an error of .1."""
    held = Counts(scored=[(0.9, index < 8) for index in range(10)])
    assert round(held.calibration() or 0, 6) == 0.1


def test_bootstrap_is_paired() -> None:
    """One who is right twice as often on the same blocks is ahead in every draw; nobody is ahead of himself."""
    better = {"a": Counts(gold=100, test=100, right=80, blocks=[(10, 10, 8)] * 10)}
    worse = {"a": Counts(gold=100, test=100, right=40, blocks=[(10, 10, 4)] * 10)}
    assert str(difference(better, worse)) == "+0.400 (+0.400 … +0.400)"
    assert str(difference(worse, worse)) == "+0.000 (+0.000 … +0.000)"


def test_a_lead_in_some_sets_only_is_not_sure() -> None:
    """Far ahead in one set of three and slightly behind in two: the mean is above zero, the interval's lower end is not."""
    right = {"a": (9, 2), "b": (7, 8), "c": (7, 8)}
    ours, theirs = (
        {name: Counts(20, 20, 2 * both[side], blocks=[(10, 10, both[side])] * 2) for name, both in right.items()}
        for side in (0, 1)
    )
    over = difference(ours, theirs)
    assert over.mean > 0 > over.low
