"""Runs the checks of a long document in several processes: those that read the same of it stay together."""

from __future__ import annotations

import gc
import pickle
from collections.abc import Iterator, Sequence
from functools import lru_cache

from workbench.checks.check import Check
from workbench.checks.finding import Finding
from workbench.checks.reading import Reading
from workbench.checks.registry import checks
from workbench.checks.runner import Step, findings_of, one_by_one

FEWEST = 6_000  # segments of all versions: a process takes half a second to begin, and fewer are read sooner here
# The dearest families, that one process may begin with each; names and terms read the glossary's terms both.
_DEAREST = (("names", "terms"), ("numbers",), ("structure",))

_Found = dict[str, list[Finding]]  # by the name of the check


class Processes:
    """Finds what `one_by_one` finds, in the same order, in `jobs` processes at once where there are `fewest` segments.

    The reading must go by the data that Workbench comes with: that is what a process knows.
    """

    def __init__(self, jobs: int, fewest: int = FEWEST) -> None:
        self._jobs = jobs
        self._fewest = fewest

    def __call__(self, running: Sequence[Check], reading: Reading, step: Step | None) -> Iterator[Finding]:
        """Yield the findings of the checks."""
        parts = _parts(running)
        jobs = min(self._jobs, len(parts))
        if jobs < 2 or sum(len(reading.texts(tag)) for tag in reading.tags) < self._fewest:
            yield from one_by_one(running, reading, step)
            return
        found: _Found = {}
        for part in _found(parts, jobs, reading):
            found |= part
            if step is not None:
                step(reading.document.name, len(found), len(running))
        for check in running:
            yield from found[check.name] if check.name in found else findings_of(check, reading)


def _found(parts: Sequence[tuple[str, ...]], jobs: int, reading: Reading) -> Iterator[_Found]:
    """Yield what each part finds, as it is done; nothing more where a process was killed, or none may begin."""
    # What begins processes takes time to import, and short documents need none.
    from concurrent.futures import BrokenExecutor, as_completed

    from workbench.alignment.executors import LocalWorkers

    what = pickle.dumps((reading.document, reading.termbase), pickle.HIGHEST_PROTOCOL)
    try:
        with LocalWorkers(jobs) as workers:
            executor = workers.executor()
            for future in as_completed([executor.submit(_findings, what, names) for names in parts]):
                yield future.result()
    except (BrokenExecutor, OSError):
        return


def _parts(running: Sequence[Check]) -> list[tuple[str, ...]]:
    """Return the names of the checks that one process does one after the other, the dearest parts first."""
    families = dict.fromkeys(check.family for check in running)
    alone = [(family,) for family in families if not any(family in part for part in _DEAREST)]
    parts = (tuple(check.name for check in running if check.family in part) for part in (*_DEAREST, *alone))
    return [names for names in parts if names]


def _findings(what: bytes, names: Sequence[str]) -> _Found:
    """Return what the checks of these names find in a pickled document with its term base."""
    reading = _reading(what)
    by_name = {check.name: check for check in checks()}
    return {name: list(findings_of(by_name[name], reading)) for name in names}


@lru_cache(maxsize=1)
def _reading(what: bytes) -> Reading:
    """Return the reading of what this process was given, one for all parts that it does."""
    gc.disable()  # the process ends with its work, as in `cli/collecting.py`
    # It comes from the process that began this one.
    document, termbase = pickle.loads(what)  # noqa: S301
    return Reading(document, termbase)
