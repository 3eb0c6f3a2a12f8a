"""One contender over many sets, in a process of its own, so that its time and memory are its own."""

from __future__ import annotations

import multiprocessing
import pickle
import resource
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path

from tests.benchmarks.alignment.contenders import Contender, Given, Ladders, engine_digest
from tests.benchmarks.alignment.results import Result
from tests.benchmarks.alignment.sets import ParallelSet
from workbench.alignment.side import Side

_FEW = 12  # segments of the first run
_UNIT = 1 if sys.platform == "darwin" else 1024  # bytes that ru_maxrss counts in

Task = tuple[ParallelSet, Given]


def results(contender: Contender, tasks: Iterable[Task]) -> Iterator[Result]:
    """Run a contender over all tasks in one fresh process, and give each result as it comes; an error is a result too."""
    code = engine_digest() if contender.is_ours else ""
    pool = ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"))
    with pool, tempfile.TemporaryDirectory() as folder:
        for one, given in tasks:
            path = Path(folder, "task.pickle")
            place = one.name, one.digest(), contender.name, code
            with path.open("wb") as file:
                pickle.dump((one, given), file)
            try:
                ladders, seconds, memory = pool.submit(_measured, contender, path).result()
            except Exception as error:  # a peer may do anything
                yield Result(*place, error=_line(error))
                if isinstance(error, BrokenProcessPool):
                    return
            else:
                yield Result(*place, ladders, seconds, memory)


def _measured(contender: Contender, path: Path) -> tuple[Ladders, float, int]:
    """Return ladders, seconds, and the bytes by which the peak grew.

    A small run comes first, so that what is imported and compiled counts neither as time nor as memory. The peak of a
    process only grows: of several sets, the one that needs most tells what is needed.
    """
    with path.open("rb") as file:
        one, given = pickle.load(file)  # noqa: S301
    aligner = contender.aligner()
    aligner(*_beginning(one, given))
    before = _peak()
    start = time.perf_counter()
    ladders = aligner(one, given)
    return ladders, time.perf_counter() - start, _peak() - before


def _beginning(one: ParallelSet, given: Given) -> Task:
    tag = next(iter(one.gold))
    sides = {t: Side(one.sides[t].segments[:_FEW], (0,), one.sides[t].knowledge) for t in (one.pivot, tag)}
    if isinstance(given, Mapping):
        given = {t: given[t].beginning(_FEW) for t in sides}
    return ParallelSet(one.name, one.family, sides, {tag: []}), given


def _peak() -> int:
    return _UNIT * sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))


def _line(error: Exception) -> str:
    return f"{type(error).__name__}: {error}".splitlines()[0]
