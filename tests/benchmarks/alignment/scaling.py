"""How time and memory grow: `python -m tests.benchmarks.alignment.scaling`, for 1k, 10k, 50k, 100k segments a side.

Without embedding: vectors are made (see `long_sets`), and peers get windows composed of the same vectors. Every measurement
is a process of its own; ratios are to vecalign (`sentalign`) in the same file. With `--results FILE` what is measured is
kept as JSON Lines, and not measured again: a run may be made in pieces, but ratios of pieces that ran beside other work
say little.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.benchmarks.alignment.contenders import Contender, Given, engines, peers
from tests.benchmarks.alignment.long_sets import long_set, windows_of
from tests.benchmarks.alignment.running import results
from tests.benchmarks.alignment.scores import counts
from tests.benchmarks.alignment.sets import SHARED, ParallelSet, find_sets, read_set
from tests.benchmarks.alignment.vectors import Rows

SIZES = (1_000, 10_000, 50_000, 100_000)
_PEER = "vecalign, vectors"


@dataclass(frozen=True, slots=True)
class Growth:
    """One measurement: segments a side and versions asked for, seconds, bytes beyond the texts, mean strict F1, error."""

    size: int
    versions: int
    aligner: str
    seconds: float = 0.0
    memory: int = 0
    strict_f1: float = 0.0
    error: str = ""


def parsed(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Return the arguments."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.alignment.scaling", description=__doc__)
    parser.add_argument(
        "--sizes", type=int, nargs="*", default=list(SIZES), metavar="N", help="segments a side, of a pair"
    )
    parser.add_argument("--language", default="kk", help="the version of the pairs")
    parser.add_argument("--many", type=int, nargs="*", default=[10_000], metavar="N", help="sizes with eight versions")
    parser.add_argument(
        "--aligner", action="append", metavar="NAME", help="again for more: engine, vecalign, … (default: all)"
    )
    parser.add_argument("--hunalign", type=Path, metavar="PROGRAM", help="where hunalign is")
    parser.add_argument("--bertalign", type=Path, metavar="CLONE", help="where bertalign's repository is")
    parser.add_argument("--sentalign-repo", type=Path, metavar="CLONE", help="where SentAlign's repository is")
    parser.add_argument("--results", type=Path, metavar="FILE", help="JSON Lines: keeps measurements, and resumes")
    parser.add_argument("--again", action="store_true", help="measure even what is in the file; the last counts")
    return parser.parse_args(arguments)


def contenders(options: argparse.Namespace) -> list[Contender]:
    """Return our engine with and without vectors, and the peers that are there; Gale and Church's time is quadratic."""
    clones = {"hunalign": options.hunalign, "bertalign": options.bertalign, "SentAlign": options.sentalign_repo}
    every = engines(["engine"], ["vectors", "none"]) + peers([], clones, "vectors")
    wanted = options.aligner or [one.way for one in every if one.way != "galechurch"]
    return [one for one in every if one.way in wanted]


def measured(options: argparse.Namespace, held: dict[tuple[int, int, str], Growth]) -> Iterator[Growth]:
    """Give the measurements that are asked for and not held; only our engine takes eight versions at once."""
    folders = find_sets([SHARED / "udhr"], r"split-\d$")
    every = sorted(read_set(folders[0]).gold)
    for size, tags in [(size, [options.language]) for size in options.sizes] + [(size, every) for size in options.many]:
        versions = len(tags) + 1
        asked = [one for one in contenders(options) if one.is_ours or versions == 2]
        asked = [one for one in asked if options.again or (size, versions, one.name) not in held]
        if not asked:
            continue
        one, rows = long_set(size, tags, folders)
        for contender in asked:
            for done in results(contender, [(one, _given(contender, one, rows))]):
                scores = [counts(one.gold[tag], beads).strict() for tag, beads in done.ladders.items()]
                strict = sum(scores) / max(len(scores), 1)
                yield Growth(size, versions, contender.name, done.seconds, done.memory, strict, done.error)


def _given(contender: Contender, one: ParallelSet, rows: Rows) -> Given:
    if contender.encoder == "none":
        return None
    return rows if contender.is_ours else windows_of(one, rows)


def table(held: Sequence[Growth]) -> str:
    """Return a Markdown table, with ratios to vecalign."""
    lines = ["| segments | versions | aligner | seconds | ratio | MB | ratio | strict F1 |", "|---" * 8 + "|"]
    peers = {one.size: one for one in held if one.aligner == _PEER and not one.error}
    for one in sorted(held, key=lambda one: (one.versions, one.size)):
        peer = peers.get(one.size) if one.versions == 2 else None
        if one.error:
            cells = [one.error, "", "", "", ""]
        else:
            ratios = (
                [f"{one.seconds / peer.seconds:.2f}", f"{one.memory / max(peer.memory, 1):.2f}"] if peer else ["", ""]
            )
            cells = [f"{one.seconds:.2f}", ratios[0], f"{one.memory / 2**20:.0f}", ratios[1], f"{one.strict_f1:.3f}"]
        lines.append(f"| {one.size} | {one.versions} | {one.aligner} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


def read_growth(path: Path) -> dict[tuple[int, int, str], Growth]:
    """Return the measurements of a file, of equal ones the last; none where there is no file yet."""
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    held = [Growth(**json.loads(line)) for line in lines]
    return {(one.size, one.versions, one.aligner): one for one in held}


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure and print a table; 1 where a contender failed."""
    options = parsed(arguments)
    held = read_growth(options.results) if options.results else {}
    for done in measured(options, held):
        held[done.size, done.versions, done.aligner] = done
        print(f"{done.size} × {done.versions}, {done.aligner}: {done.seconds:.2f} s {done.error}", file=sys.stderr)
        if options.results:
            with options.results.open("a", encoding="utf-8") as file:
                file.write(json.dumps(asdict(done)) + "\n")
    print(table(list(held.values())), end="")
    return int(any(one.error for one in held.values()))


if __name__ == "__main__":
    sys.exit(main())
