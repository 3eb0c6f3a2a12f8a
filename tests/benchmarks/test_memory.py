"""How fast a memory of a million units is filled and answers, beside tmdb of translate-toolkit's tmserver in the same run."""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks.memory.units import Pair, changed, pairs, write_lines, write_tmx
from tests.conftest import ROOT
from workbench.interchange.memory_units import file_units
from workbench.memory.fuzzy import matches
from workbench.memory.importing import replace_units
from workbench.memory.looking import Reader, look
from workbench.memory.pattern import Pattern, pattern_of
from workbench.memory.store import Store

pytestmark = pytest.mark.benchmark

UNITS = int(os.environ.get("WORKBENCH_UNITS", "1000000"))
ASKED = 60  # questions of each kind
OF_PEER = 3  # of them, what tmdb is asked: it takes its time
FOR_PEER = UNITS // 50  # units that tmdb holds: it compares half of them letter by letter, in Python
SHOWN = 300  # units that a concordance shows


def clocked(questions: Sequence[Callable[[], object]]) -> list[float]:
    """Return the seconds that each question takes."""
    taken = []
    for question in questions:
        start = time.perf_counter()
        question()
        taken.append(time.perf_counter() - start)
    return taken


def told(what: str, seconds: Sequence[float]) -> None:
    """Print the median, what nine of ten are within, and the longest, in milliseconds."""
    ordered = sorted(seconds)
    tenth = ordered[min(len(ordered) - 1, len(ordered) * 9 // 10)]
    print(
        f"{what:44} median {statistics.median(seconds) * 1e3:7.1f} ms, nine of ten {tenth * 1e3:7.1f} ms, "
        f"longest {ordered[-1] * 1e3:7.1f} ms"
    )


def peer(folder: Path, texts: Sequence[str]) -> Any:
    """Return what tmdb takes for such units and the same questions, in seconds; None where no `tmserver` is on the PATH."""
    server = shutil.which("tmserver")
    python = Path(server).parent / "python" if server else None
    if python is None or not python.exists():
        return None
    write_lines(folder / "units.jsonl", pairs(FOR_PEER))
    (folder / "questions.json").write_text(json.dumps(texts), encoding="utf-8")
    command = [
        str(python),
        str(ROOT / "tests/benchmarks/memory/tmdb.py"),
        "tmdb.sqlite",
        "units.jsonl",
        "questions.json",
    ]
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def patterns(units: Sequence[Pair]) -> dict[str, list[Pattern]]:
    """Return what the concordance is asked, by kind: made of words that stand in units."""
    words = [en.split()[len(en.split()) // 2].strip(".") for en, _, _ in units]
    chinese = [other for _, tag, other in units if tag == "zh"]
    russian = [other.split() for _, tag, other in units if tag == "ru"]
    return {
        "a word": [pattern_of(word) for word in words],
        "whole words, two in a row": [Pattern(" ".join(each[:2]), whole=True) for each in russian],
        "a part of a word": [pattern_of(word[1:5]) for word in words if len(word) > 5],
        "two Chinese letters": [pattern_of(text[2:4]) for text in chinese if len(text) > 4],
        "one Chinese letter": [pattern_of(text[1]) for text in chinese],
        "a regular expression with a word": [Pattern(rf"\b{word}\w* \w+", is_regex=True) for word in words],
    }


def test_a_memory_of_a_million_units(tmp_path: Path) -> None:
    """Prints units a second, and milliseconds of a concordance and of a fuzzy match.

    The aims: 20,000 units a second from TMX, 50 ms, 150 ms. WORKBENCH_UNITS says how many units.
    """
    tmx = tmp_path / "units.tmx"
    write_tmx(tmx, pairs(UNITS))
    store = Store(tmp_path / "memory.sqlite")
    start, processor = time.perf_counter(), time.process_time()
    replace_units(store, "units.tmx", "", file_units(tmx, lambda line, said: None))  # noqa: ARG005
    wall, processor = time.perf_counter() - start, time.process_time() - processor
    size = (tmp_path / "memory.sqlite").stat().st_size
    print(f"\n{UNITS:,} units, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}, {size / 2**20:.0f} MB")
    print(
        f"import: {UNITS / wall:,.0f} units a second on the clock, {processor / UNITS * 1e6:.0f} µs of processors a unit"
    )
    sample = list(islice(pairs(UNITS), 0, UNITS, UNITS // (2 * ASKED) | 1))
    reader = Reader(store, "file")

    def ask(pattern: Pattern) -> Callable[[], object]:
        return lambda: list(islice(look(reader, pattern), SHOWN))

    for kind, asked in patterns(sample).items():
        told(f"concordance: {kind}", clocked([ask(pattern) for pattern in asked[:ASKED]]))
    texts = [changed(en, number) for number, (en, _, _) in enumerate(sample)][:ASKED]
    ours = clocked([lambda text=text: matches(reader, text, "en") for text in texts])  # type: ignore[misc]
    told("fuzzy match, from 50 per cent", ours)
    best = [matches(reader, text, "en", 1) for text in texts]
    print(f"fuzzy match: {sum(bool(found) for found in best)} of {len(best)} texts found something")
    chinese = [f"{other[:6]}另{other[7:]}" for _, tag, other in sample if tag == "zh"]
    told("fuzzy match, Chinese", clocked([lambda text=text: matches(reader, text, "zh") for text in chinese[:ASKED]]))  # type: ignore[misc]
    theirs = peer(tmp_path, texts[:OF_PEER])
    if theirs:
        told(f"tmdb: fuzzy match in {FOR_PEER:,} units, from 75", theirs["asked"])
        rate, times = FOR_PEER / theirs["imported"], statistics.mean(theirs["asked"]) / statistics.mean(ours[:OF_PEER])
        each = theirs["processor"] / FOR_PEER
        print(
            f"tmdb: {rate:,.0f} units a second, not from TMX, {each * 1e6:.0f} µs of processors a unit, "
            f"{each * UNITS / processor:.1f} of ours"
        )
        print(f"tmdb: a match takes {times:.0f} times ours, in a fiftieth of the units")
