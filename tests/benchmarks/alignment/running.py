"""One aligner over many sets, in a process of its own, so that its time and memory are its own."""

from __future__ import annotations

import multiprocessing
import pickle
import resource
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from tests.benchmarks.alignment import aligners
from tests.benchmarks.alignment.aligners import Aligner, Table
from tests.benchmarks.alignment.scores import Counts, counts
from tests.benchmarks.alignment.sets import ParallelSet
from workbench.alignment.side import Side

_FEW = 12  # segments of the first run
_UNIT = 1 if sys.platform == "darwin" else 1024  # bytes that ru_maxrss counts in


@dataclass(frozen=True, slots=True)
class Contender:
    """What is measured: its name in the tables, a function of `aligners`, what that is made with, and its vectors' name."""

    name: str
    function: str
    argument: Path | None = None
    encoder: str = "none"

    def aligner(self) -> Aligner:
        """Return the function from a set and vectors to ladders."""
        made = getattr(aligners, self.function)
        result: Aligner = made(self.argument) if self.argument else made
        return result


@dataclass(slots=True)
class Outcome:
    """What one contender reached: counts by family and language, seconds by family, and bytes beyond what was loaded."""

    counts: dict[tuple[str, str], Counts] = field(default_factory=dict)
    seconds: dict[str, float] = field(default_factory=dict)
    memory: int = 0
    error: str = ""


Task = tuple[ParallelSet, Table | None]


def outcome(contender: Contender, tasks: Sequence[Task]) -> Outcome:
    """Run a contender over all tasks in a fresh process; an error is part of the outcome."""
    with tempfile.NamedTemporaryFile(suffix=".pickle") as file:
        pickle.dump(tasks, file)
        file.flush()
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(1, mp_context=context) as pool:
            try:
                return pool.submit(_measured, contender, Path(file.name)).result()
            except Exception as error:  # a peer may do anything
                return Outcome(error=f"{type(error).__name__}: {error}".splitlines()[0])


def _measured(contender: Contender, path: Path) -> Outcome:
    with path.open("rb") as file:
        tasks: Sequence[Task] = pickle.load(file)  # noqa: S301
    result = Outcome()
    aligner = contender.aligner()
    # A small run first, so that what is imported and compiled counts neither as time nor as memory.
    aligner(_beginning(tasks[0][0]), tasks[0][1])
    before = _peak()
    for one, table in tasks:
        start = time.perf_counter()
        ladders = aligner(one, table)
        result.seconds[one.family] = result.seconds.get(one.family, 0.0) + time.perf_counter() - start
        for tag, gold in one.gold.items():
            if not gold:
                continue
            held = result.counts.setdefault((one.family, tag), Counts())
            held += counts(gold, ladders[tag])
    result.memory = _peak() - before
    return result


def _beginning(one: ParallelSet) -> ParallelSet:
    tag = next(iter(one.gold))
    sides = {t: Side(one.sides[t].segments[:_FEW], (0,), one.sides[t].knowledge) for t in (one.pivot, tag)}
    return ParallelSet(one.name, one.family, sides, {tag: []})


def _peak() -> int:
    return (
        resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * _UNIT
        + resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * _UNIT
    )
