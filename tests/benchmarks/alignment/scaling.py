"""How time and memory grow: `python -m tests.benchmarks.alignment.scaling`, for 1k, 10k, 50k, 100k segments a side.

Long texts are the sets of `../shared/data/udhr` put one behind the other until there are enough segments. Each copy of a
gold bead means something of its own: its base vectors (of any encoder's dimensions) are moved by noise that both sides
share, so that vectors tell copies apart as those of a real long text would; peers get windows composed of the same
vectors. Every measurement is a process of its own; ratios are to `sentalign` in the same run.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import cycle
from pathlib import Path

import numpy as np

from tests.benchmarks.alignment.aligners import Table, Vectors
from tests.benchmarks.alignment.report import is_ours
from tests.benchmarks.alignment.running import Contender, Outcome, outcome
from tests.benchmarks.alignment.sets import SHARED, Filled, ParallelSet, find_sets, read_set
from workbench.alignment.side import Side

SIZES = (1_000, 10_000, 50_000, 100_000)
_DIMENSIONS = 384  # as e5 has
_OWN = 0.35  # how far a segment's vector is from what its bead means, as a share of its length
_SEED = 7


def long_set(size: int, tags: list[str], folders: list[Path]) -> tuple[ParallelSet, Table]:
    """Return a set of at least `size` pivot segments and the vectors of its segments.

    Vectors are random directions, one for each pivot segment and one for what is added; a version's segment is the mean of
    the pivot segments of its bead, with noise of its own.
    """
    draw = np.random.default_rng(_SEED)
    parts: dict[str, list[str]] = {}
    starts: dict[str, list[int]] = {}
    gold: dict[str, list[Filled]] = {tag: [] for tag in tags}
    table: dict[tuple[str, str], Vectors] = {}
    knowledge = {}
    pivot = ""
    for number, one in _repeated(folders, tags):
        pivot = one.pivot
        meaning = _directions(draw, len(one.sides[pivot]))
        offset = {tag: len(parts.setdefault(tag, [])) for tag in one.sides}
        for tag, side in one.sides.items():
            knowledge[tag] = side.knowledge
            rows = meaning if tag == pivot else _meanings(draw, one.gold[tag], meaning, len(side))
            rows = rows + _OWN * _directions(draw, len(side))
            # The number makes texts differ, as vectors do; it is no evidence where digits are written out in no version.
            texts = [f"{text.strip()} {_letters(number)}" for text in side.segments]
            starts.setdefault(tag, []).extend(offset[tag] + start for start in side.starts)
            parts[tag].extend(texts)
            rows /= np.linalg.norm(rows, axis=1, keepdims=True)
            table |= {(tag, text): row for text, row in zip(texts, rows.astype(np.float32), strict=True)}
        for tag in tags:
            gold[tag] += [
                (tuple(i + offset[pivot] for i in a), tuple(j + offset[tag] for j in b)) for a, b in one.gold[tag]
            ]
        if len(parts[pivot]) >= size:
            break
    sides = {tag: Side(tuple(texts), tuple(starts[tag]), knowledge[tag]) for tag, texts in parts.items()}
    return ParallelSet(f"long/{size}", f"{size} × {len(tags)}", sides, gold), table


def _repeated(folders: list[Path], tags: list[str]) -> Iterator[tuple[int, ParallelSet]]:
    return enumerate(cycle([read_set(folder, tags) for folder in folders]))


def _letters(number: int) -> str:
    return "".join(chr(ord("a") + int(digit)) for digit in str(number))


def _directions(draw: np.random.Generator, count: int) -> Vectors:
    rows = draw.standard_normal((count, _DIMENSIONS), dtype=np.float32)
    return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), dtype=np.float32)


def _meanings(draw: np.random.Generator, gold: list[Filled], meaning: Vectors, count: int) -> Vectors:
    rows = _directions(draw, count)
    for a, b in gold:
        for place, j in enumerate(b if a else ()):
            # A version's segments share the bead's meaning out among them, as sentences of one paragraph do.
            own = a[place * len(a) // len(b) : max((place + 1) * len(a) // len(b), place * len(a) // len(b) + 1)]
            rows[j] = meaning[list(own)].mean(axis=0)
    return rows


def contenders() -> list[Contender]:
    """Return ours with and without vectors, and sentalign where it is installed."""
    ours = [Contender(f"workbench, together, {name}", "together", None, name) for name in ("vectors", "none")]
    peer = [Contender("vecalign (sentalign)", "vecalign_composed", None, "vectors")] if find_spec("sentalign") else []
    return ours + peer


def main(arguments: list[str] | None = None) -> int:
    """Measure and print a Markdown table: seconds, MB beyond the texts, strict F1, ratios to sentalign."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.alignment.scaling", description=__doc__)
    parser.add_argument("--sizes", type=int, nargs="+", default=list(SIZES), metavar="N", help="segments a side")
    parser.add_argument("--language", default="kk", help="the version of the pairs")
    parser.add_argument("--many", type=int, nargs="*", default=[10_000], metavar="N", help="sizes with all versions")
    parser.add_argument("--json", type=Path, metavar="FILE", help="writes all numbers there")
    options = parser.parse_args(arguments)
    folders = find_sets([SHARED / "udhr"], r"split-\d$")
    every = sorted(read_set(folders[0]).gold)
    runs = [(size, [options.language]) for size in options.sizes] + [(size, every) for size in options.many]
    numbers = []
    print(
        "| segments | versions | aligner | seconds | ratio | MB | ratio | strict F1 |\n|---|---|---|---|---|---|---|---|"
    )
    for size, tags in runs:
        one, table = long_set(size, tags, folders)
        outcomes: dict[Contender, Outcome] = {}
        for contender in contenders():
            if len(tags) > 1 and not is_ours(contender):
                continue
            outcomes[contender] = outcome(contender, [(one, table if contender.encoder == "vectors" else None)])
        peer = next((done for contender, done in outcomes.items() if not is_ours(contender)), None)
        for contender, done in outcomes.items():
            seconds, memory = sum(done.seconds.values()), done.memory / 2**20
            strict = sum(held.strict() for held in done.counts.values()) / max(len(done.counts), 1)
            ratios = ["", ""]
            if peer and not peer.error and not done.error:
                ratios = [f"{seconds / sum(peer.seconds.values()):.2f}", f"{done.memory / max(peer.memory, 1):.2f}"]
            cells = [f"{seconds:.2f}", ratios[0], f"{memory:.0f}", ratios[1], f"{strict:.3f}"]
            print(
                f"| {size} | {len(tags) + 1} | {contender.name} | {' | '.join(cells)} | {done.error}".rstrip(),
                flush=True,
            )
            numbers.append(
                {
                    "segments": len(one.sides[one.pivot]),
                    "versions": len(tags) + 1,
                    "aligner": contender.name,
                    "seconds": seconds,
                    "memory": done.memory,
                    "strict_f1": strict,
                    "error": done.error,
                }
            )
    if options.json:
        options.json.write_text(json.dumps(numbers, indent=1), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
