"""Measures aligners on sets with gold: `python -m tests.benchmarks.alignment [FOLDER …]`.

Our engine, alone and together, with each encoder asked for, and the peers, on the same files with the same vectors in
one run. Without folders: every set of `../shared/data`.
"""

from __future__ import annotations

import argparse
import json
import sys
from importlib.util import find_spec
from pathlib import Path

from tests.benchmarks.alignment import vectors
from tests.benchmarks.alignment.aligners import Table
from tests.benchmarks.alignment.report import data, markdown
from tests.benchmarks.alignment.running import Contender, Outcome, Task, outcome
from tests.benchmarks.alignment.sets import SHARED, ParallelSet, find_sets, read_set
from workbench.alignment.encoders.registry import encoder
from workbench.cli.progress import TerminalProgress


def parsed(arguments: list[str] | None = None) -> argparse.Namespace:
    """Return the arguments."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.alignment", description=__doc__)
    parser.add_argument(
        "folders", nargs="*", type=Path, default=[SHARED], help="folders with sets (default: shared/data)"
    )
    parser.add_argument("--only", default="", metavar="PATTERN", help="sets whose path matches, such as 'split|xwmt'")
    parser.add_argument("--languages", nargs="*", default=[], metavar="LANG", help="these only")
    parser.add_argument("--encoder", action="append", metavar="NAME", help="again for more (default: e5, words, none)")
    parser.add_argument("--engine", action="append", choices=("alone", "together"), help="ways of ours")
    parser.add_argument(
        "--peer", action="append", choices=("vecalign", "galechurch", "none"), help="default: installed"
    )
    parser.add_argument(
        "--windows",
        choices=("embedded", "composed"),
        default="embedded",
        help="peers' windows of segments: embedded, as they do it, or composed of the segments' vectors",
    )
    parser.add_argument("--hunalign", type=Path, metavar="PROGRAM", help="where hunalign is")
    parser.add_argument(
        "--plug", action="append", default=[], metavar="NAME=FILE.py", help="another peer (see aligners)"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="writes all numbers there")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="writes the tables there too")
    return parser.parse_args(arguments)


def contenders(options: argparse.Namespace) -> list[Contender]:
    """Return what is to be measured, ours first."""
    names = options.encoder or ["e5", "words", "none"]
    ways = options.engine or ["alone", "together"]
    ours = [Contender(f"workbench, {way}, {name}", way, None, name) for way in ways for name in names]
    packages = {"vecalign": "sentalign", "galechurch": "galechurch"}
    asked = options.peer or [peer for peer, package in packages.items() if find_spec(package)]
    real = next((name for name in names if name != "none"), None)
    peers = []
    if "vecalign" in asked and real:
        peers.append(Contender(f"vecalign (sentalign), {real}", "vecalign", None, real))
    if "galechurch" in asked:
        peers.append(Contender("galechurch", "galechurch"))
    if options.hunalign:
        peers.append(Contender("hunalign", "hunalign", options.hunalign))
    for plug in options.plug:
        name, _, path = plug.partition("=")
        peers.append(Contender(f"{name}, {real}", "plugged", Path(path), real or "none"))
    return ours + peers


def tables(sets: list[ParallelSet], contender: Contender, options: argparse.Namespace) -> list[Table | None]:
    """Return the vectors that a contender gets for each set: segments for ours, windows for peers."""
    if contender.encoder == "none":
        return [None] * len(sets)
    model = encoder(contender.encoder, TerminalProgress())
    assert model is not None
    if contender.function in ("alone", "together"):
        return [vectors.segments_table(one, model) for one in sets]
    if options.windows == "embedded":
        return [vectors.embedded_windows(one, model) for one in sets]
    return [vectors.composed_windows(one, vectors.segments_table(one, model)) for one in sets]


def main(arguments: list[str] | None = None) -> int:
    """Measure, print the tables, write what was asked for; 1 where a contender failed."""
    options = parsed(arguments)
    folders = find_sets(options.folders, options.only)
    if not folders:
        print(f"no sets with gold in {', '.join(map(str, options.folders))}", file=sys.stderr)
        return 2
    sets = [one for folder in folders if (one := read_set(folder, options.languages)).gold]
    outcomes: dict[Contender, Outcome] = {}
    for contender in contenders(options):
        print(f"measuring {contender.name} …", file=sys.stderr)
        tasks: list[Task] = list(zip(sets, tables(sets, contender, options), strict=True))
        outcomes[contender] = outcome(contender, tasks)
    text = markdown(outcomes)
    print(text, end="")
    if options.markdown:
        options.markdown.write_text(text, encoding="utf-8")
    if options.json:
        options.json.write_text(json.dumps(data(outcomes), ensure_ascii=False, indent=1), encoding="utf-8")
    return int(any(one.error for one in outcomes.values()))


if __name__ == "__main__":
    sys.exit(main())
