"""Measures the aligner on folders of parallel texts: `python -m tests.benchmarks.alignment.measure FOLDER …`.

A folder holds `<lang>.txt` and `<lang>.gold` for each language, and the pivot's text, which has no gold. Prints one
line a folder and language: strict F1, segments without counterpart (found/there of reported), seconds.
"""

from __future__ import annotations

import ast
import sys
import time
from pathlib import Path

from workbench.alignment.align import align
from workbench.alignment.side import Side, side_of
from workbench.model.document import Version
from workbench.model.ladder import Ladder
from workbench.model.segment import parse_text

Beads = set[tuple[tuple[int, ...], tuple[int, ...]]]


def read_side(path: Path) -> Side:
    """Return the side of a text file whose name is its language tag."""
    return side_of(Version(path.stem, parse_text(path.read_text(encoding="utf-8"))))


def read_gold(path: Path) -> Beads:
    """Return the beads of a gold file, one `[pivot]:[version]` a line."""
    lines = filter(None, path.read_text(encoding="utf-8").splitlines())
    pairs = (line.strip().split(":") for line in lines)
    return {(tuple(ast.literal_eval(a)), tuple(ast.literal_eval(b))) for a, b in pairs}


def strict_f1(gold: Beads, test: Beads) -> float:
    """Return the F1 of beads that have segments on both sides and are exactly right."""
    filled = [{bead for bead in beads if all(bead)} for beads in (gold, test)]
    total = len(filled[0]) + len(filled[1])
    return 2 * len(filled[0] & filled[1]) / total if total else 1.0


def alone(beads: Beads) -> set[tuple[str, int]]:
    """Return the segments without counterpart."""
    return {("pivot", i) for a, b in beads if not b for i in a} | {("version", j) for a, b in beads if not a for j in b}


def beads_of(ladder: Ladder) -> Beads:
    """Return a ladder's beads as indices."""
    return {(tuple(span.pivot), tuple(span.version)) for span in ladder.spans()}


def main(folders: list[str]) -> None:
    """Measure every folder, in every language that has gold."""
    for folder in map(Path, folders):
        golds = sorted(folder.glob("*.gold"))
        pivot = next(path for path in sorted(folder.glob("*.txt")) if not path.with_suffix(".gold").exists())
        for gold_path in golds:
            gold, start = read_gold(gold_path), time.perf_counter()
            test = beads_of(align(read_side(pivot), read_side(gold_path.with_suffix(".txt"))))
            seconds = time.perf_counter() - start
            there, reported = alone(gold), alone(test)
            counts = f"{len(there & reported)}/{len(there)} of {len(reported)}"
            print(f"{folder.name}\t{gold_path.stem}\t{strict_f1(gold, test):.3f}\t{counts}\t{seconds:.2f}")


if __name__ == "__main__":
    main(sys.argv[1:])
