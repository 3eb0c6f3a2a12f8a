"""Measures aligners on sets with gold: `python -m tests.benchmarks.alignment [FOLDER …]`.

Our engine, alone and together, with each encoder, and the peers, on the same files with the same vectors. Without folders:
every set of `../shared/data`, and the statement. Peers from PyPI are in the run where they are installed (`pip install
sentalign galechurch`); hunalign, bertalign and SentAlign where you point to them (the modules of `peers` say how to get them).

Embedding takes hours where nothing is in the cache: peers want every run of up to eight segments as a text of its own.
With `--results FILE` every result is kept in that file as soon as it is there, and what is there already is not measured
again while it is for the same texts and of the same engine, so that a run may be made in pieces: by sets, by contenders, by
minutes. Tables are made of all that the file holds for the sets that are asked for.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.benchmarks.alignment.contenders import Contender, Given, engine_digest, engines, peers
from tests.benchmarks.alignment.demands import judged, verdicts
from tests.benchmarks.alignment.report import data, markdown
from tests.benchmarks.alignment.results import Result, Results, append, read_results
from tests.benchmarks.alignment.running import Task, results
from tests.benchmarks.alignment.scaling import read_growth
from tests.benchmarks.alignment.sets import SHARED, ParallelSet, find_sets, read_set, statement
from tests.benchmarks.alignment.tally import Tally, tally
from tests.benchmarks.alignment.vectors import LONGEST, rows_for, windows_for
from workbench.alignment.encoders.encoder import SentenceEncoder
from workbench.alignment.encoders.registry import encoder
from workbench.cli.progress import TerminalProgress

_PARTS = 3  # what is left when the minutes are over


def parsed(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    """Return the arguments."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.benchmarks.alignment",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "folders", nargs="*", type=Path, help="folders with sets (default: shared/data, and the statement)"
    )
    parser.add_argument("--only", default="", metavar="PATTERN", help="sets whose name matches, such as 'split|xwmt'")
    parser.add_argument("--languages", nargs="*", default=[], metavar="LANG", help="these versions only")
    parser.add_argument("--encoder", action="append", metavar="NAME", help="again for more (default: e5, words, none)")
    parser.add_argument(
        "--way", action="append", choices=("alone", "together"), help="ways of our engine (default: both)"
    )
    parser.add_argument("--peer", action="append", metavar="NAME", help="again for more (default: all there are)")
    parser.add_argument("--without", default="", metavar="PATTERN", help="no contender whose name matches")
    parser.add_argument("--hunalign", type=Path, metavar="PROGRAM", help="where hunalign is")
    parser.add_argument("--bertalign", type=Path, metavar="CLONE", help="where bertalign's repository is")
    parser.add_argument("--sentalign-repo", type=Path, metavar="CLONE", help="where SentAlign's repository is")
    parser.add_argument(
        "--windows",
        type=int,
        default=LONGEST,
        metavar="N",
        help="embed peers' windows of up to N segments, as they do it, and compose longer ones (default: all embedded)",
    )
    parser.add_argument("--results", type=Path, metavar="FILE", help="JSON Lines: keeps results, and resumes")
    parser.add_argument(
        "--minutes", type=float, default=float("inf"), metavar="N", help="begin no set after that (exit 3)"
    )
    parser.add_argument("--scaling", type=Path, metavar="FILE", help="what the scaling run wrote, for the verdicts")
    parser.add_argument("--json", type=Path, metavar="FILE", help="writes all numbers there")
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="writes the tables there too")
    parser.add_argument(
        "--verdicts", type=Path, metavar="FILE", help="writes what must be true as JSON, each yes or no"
    )
    return parser.parse_args(arguments)


def contenders(options: argparse.Namespace) -> list[Contender]:
    """Return what is to be measured, ours first; peers get the vectors of the first encoder that there is."""
    names = options.encoder or ["e5", "words", "none"]
    clones = {"hunalign": options.hunalign, "bertalign": options.bertalign, "SentAlign": options.sentalign_repo}
    real = [name for name in names if name != "none"]
    others = peers(options.peer or [], clones, real[0] if real else "none")
    every = engines(options.way or ["alone", "together"], names) + [
        one for one in others if real or one.way in ("hunalign", "galechurch")
    ]
    return [one for one in every if not (options.without and re.search(options.without, one.name))]


def sets(options: argparse.Namespace) -> list[ParallelSet]:
    """Return the sets that are asked for."""
    held = [read_set(folder, options.languages) for folder in find_sets(options.folders or [SHARED])]
    if not options.folders and not options.languages:
        held.append(statement())
    return [one for one in held if one.gold and re.search(options.only, one.name)]


def given(one: ParallelSet, contender: Contender, model: SentenceEncoder | None, longest: int) -> Given:
    """Return the vectors that a contender gets for a set: segments for ours, windows for peers."""
    if model is None:
        return None
    return rows_for(one, model) if contender.is_ours else windows_for(one, model, longest)


def measure(options: argparse.Namespace, asked: list[ParallelSet]) -> tuple[Results, bool]:
    """Measure what is not there yet; return all results, and whether none is missing."""
    held = read_results(options.results) if options.results else {}
    end = time.monotonic() + 60 * options.minutes

    def tasks(contender: Contender) -> Iterator[Task]:
        model = None if contender.encoder == "none" else encoder(contender.encoder, TerminalProgress())
        for one in asked:
            if time.monotonic() < end and one.name in missing:
                yield one, given(one, contender, model, options.windows)

    whole = True
    for contender in contenders(options):
        code = engine_digest() if contender.is_ours else ""
        missing = {one.name for one in asked if not _is_there(held.get((contender.name, one.name)), one.digest(), code)}
        if missing and time.monotonic() < end:
            print(f"measuring {contender.name}: {len(missing)} sets …", file=sys.stderr)
            for done in results(contender, tasks(contender)):
                held[done.contender, done.set] = done
                missing.discard(done.set)
                if options.results:
                    append(options.results, done)
        whole = whole and not missing
    return held, whole


def _is_there(held: Result | None, digest: str, code: str) -> bool:
    return held is not None and not held.error and (held.digest, held.code) == (digest, code)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print tables and verdicts, write what was asked for.

    Returns 0; 1 where a contender failed, 2 where there are no sets, 3 where the minutes were over before all was measured.
    """
    options = parsed(arguments)
    asked = sets(options)
    if not asked:
        print("no sets with gold there", file=sys.stderr)
        return 2
    held, whole = measure(options, asked)
    scores: Tally = tally(held, asked)
    judgements = judged(scores, read_growth(options.scaling) if options.scaling else {})
    text = markdown(scores) + verdicts(judgements)
    print(text, end="")
    for path, content in (
        (options.markdown, text),
        (options.json, json.dumps(data(scores), ensure_ascii=False, indent=1)),
        (options.verdicts, json.dumps([one.data() for one in judgements], ensure_ascii=False, indent=1)),
    ):
        if path:
            path.write_text(content, encoding="utf-8")
    if not whole:
        return _PARTS
    return int(bool(scores.errors))


if __name__ == "__main__":
    sys.exit(main())
