"""Fits what tells that an edge between two beads is none: `python -m tests.benchmarks.alignment.fit_cuts [FOLDER …]`.

Every set is taken as it is and with clauses moved over edges (`astray`). The engine aligns it; the edges of its ladders
that lie between two gold beads are right, those inside one, with segments of both sides on either side, are none. Which
of the two texts is cut earlier is not known: the sum of both ways is what is fitted (logistic regression). Prints the
weights that `workbench.alignment.cuts` holds, for pairs whose words are known and for others; what any edge gets there
is lower than what is printed by how much rarer such edges are in texts as they are.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tests.benchmarks.alignment.astray import astray
from tests.benchmarks.alignment.scores import Filled
from tests.benchmarks.alignment.sets import SHARED, ParallelSet, find_sets, read_set
from tests.benchmarks.alignment.vectors import Rows, rows_for
from workbench.alignment.documents import wordings
from workbench.alignment.edges import Edge, Evidences, edges, evidences
from workbench.alignment.encoders.registry import encoder
from workbench.alignment.evidence.straying import signs_of_straying, straying
from workbench.alignment.together import Together

_PENALTY = 0.1
_STEPS = 60
_MOST = 4.0  # deviations, as in the engine
_NAMES = ("strays in both", "in either", "the other way", "balance", "whole", "any edge")

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Example:
    """One edge: its measures for a cut that the version has earlier and for one later (rows), and whether it is none."""

    measures: Floats
    none: bool
    in_words: bool


def examples(one: ParallelSet, rows: Rows) -> Iterator[Example]:
    """Give the edges of the engine's ladders of a set that the gold tells about."""
    sides = list(one.sides.values())
    vectors = [rows.encode(wordings(side), tag) for tag, side in one.sides.items()]
    engine = Together(sides, vectors)
    engine.run()
    known = evidences(sides, known=True)
    for number, tag in enumerate(one.gold, start=1):
        beads = _bead_of(one.gold[tag])
        pair = engine.pairs[0, number]
        for edge in edges(engine.found[0, number].steps, pair, (known.begins[0], known.begins[number])):
            around = {
                (side, index): beads.get((side, index))
                for side, place in enumerate((edge.pivot, edge.version))
                for index in (place.before[-1], place.behind[0])
            }
            before = {around[0, edge.pivot.before[-1]], around[1, edge.version.before[-1]]}
            behind = {around[0, edge.pivot.behind[0]], around[1, edge.version.behind[0]]}
            if not edge.settled and None not in around.values() and len(before) == len(behind) == 1:
                measures, in_words = _measures(
                    known, number, edge, known.balance((0, number), (edge.pivot, edge.version), pair.length())
                )
                yield Example(measures, before == behind, in_words)


def _bead_of(gold: list[Filled]) -> dict[tuple[int, int], int]:
    return {(side, index): at for at, bead in enumerate(gold) for side in (0, 1) for index in bead[side]}


def _measures(known: Evidences, number: int, edge: Edge, balance: float) -> tuple[Floats, bool]:
    one, other = known.words[0], known.words[number]
    in_words = one is not None and other is not None
    signs = np.zeros((2, 3))
    if one is not None and other is not None:
        signs = signs_of_straying(straying(one, other, edge.pivot, edge.version))
    held = max(-_MOST, min(_MOST, balance))
    rest = np.array([[held, edge.whole, 1.0], [-held, edge.whole, 1.0]])
    return np.hstack([signs, rest]), in_words


def fitted(found: list[Example]) -> Floats:
    """Return the weights of the measures, by Newton's method on the expected way."""
    measures = np.stack([one.measures for one in found])
    none = np.array([float(one.none) for one in found])
    weights = np.zeros(measures.shape[2])
    weights[-1] = -4.0
    penalty = np.full(len(weights), _PENALTY)
    penalty[-1] = 1e-6
    for _ in range(_STEPS):
        ways = measures @ weights
        total = np.logaddexp(ways[:, 0], ways[:, 1])
        mean = np.einsum("nw,nwf->nf", np.exp(ways - total[:, None]), measures)
        share = 1 / (1 + np.exp(-total))
        slope = (none - share) @ mean - penalty * weights
        bend = (mean * (share * (1 - share))[:, None]).T @ mean + np.diag(penalty + 1e-6)
        step = np.linalg.solve(bend, slope)
        weights += step * min(1.0, 0.5 / max(1e-9, float(np.abs(step).max())))
    return weights


def main() -> None:
    """Collect examples and print the weights."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.alignment.fit_cuts", description=__doc__)
    parser.add_argument("folders", nargs="*", type=Path, default=[SHARED])
    parser.add_argument("--only", default="split-[0-2]|mixed-[0-2]|gaps-0", metavar="PATTERN")
    parser.add_argument("--encoder", default="words", metavar="NAME")
    options = parser.parse_args()
    asked = encoder(options.encoder)
    assert asked is not None, "an encoder with vectors"
    found: list[Example] = []
    for seed, folder in enumerate(find_sets(options.folders, options.only)):
        plain = read_set(folder)
        for one in (plain, astray(plain, seed)):
            found.extend(examples(one, rows_for(one, asked)))
            print(one.name, len(found), sum(example.none for example in found), flush=True)
    for in_words, name in ((True, "words known"), (False, "words not known")):
        part = [one for one in found if one.in_words == in_words]
        if part:
            print(name, len(part), {n: round(float(w), 2) for n, w in zip(_NAMES, fitted(part), strict=True)})


if __name__ == "__main__":
    main()
