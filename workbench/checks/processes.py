"""Runs the checks of a long document in several processes: those that read the same of it stay together."""

from __future__ import annotations

import gc
import pickle
from collections.abc import Iterator, Sequence

from workbench.checks.check import Check
from workbench.checks.finding import Finding
from workbench.checks.reading import Reading
from workbench.checks.registry import checks
from workbench.checks.runner import Step, findings_of, one_by_one

FEWEST = 12_000  # segments of all versions: a process takes a second to begin, and fewer are read sooner in one
# Families that read the same stand together, with their share of the time in a hundred, the dearest first; others take _SHARE.
_SHARES = {("names", "terms"): 37, ("numbers",): 30, ("structure",): 15, ("text",): 11}
_SHARE = 7

_Found = dict[str, list[Finding]]  # by the name of the check


class Processes:
    """Finds what `one_by_one` finds, in the same order, in `jobs` processes at once where there are `fewest` segments.

    This process is one of them. The reading must go by the data that Workbench comes with: that is what the others know.
    """

    def __init__(self, jobs: int, fewest: int = FEWEST) -> None:
        self._jobs = jobs
        self._fewest = fewest

    def __call__(self, running: Sequence[Check], reading: Reading, step: Step | None) -> Iterator[Finding]:
        """Yield the findings of the checks; `step` is told of every check that is done here, and of all at the end."""
        own, *others = _parts(running, self._jobs)
        if not others or sum(len(reading.texts(tag)) for tag in reading.tags) < self._fewest:
            yield from one_by_one(running, reading, step)
            return
        found = _found(own, others, reading, step)
        for check in running:
            # A process that was killed, or never began, left its checks to this one.
            yield from found[check.name] if check.name in found else findings_of(check, reading)
        if step is not None:
            step(reading.document.name, len(running), len(running))


def _found(own: Sequence[Check], others: Sequence[Sequence[Check]], reading: Reading, step: Step | None) -> _Found:
    """Return what all parts find, the first here; what a process that fails should have found is missing."""
    # What begins processes takes time to import, and short documents need none.
    from concurrent.futures import BrokenExecutor

    from workbench.alignment.executors import LocalWorkers

    found: _Found = {}
    total = len(own) + sum(map(len, others))
    what = pickle.dumps((reading.document, reading.termbase), pickle.HIGHEST_PROTOCOL)
    try:
        with LocalWorkers(len(others)) as workers:
            executor = workers.executor()
            futures = [executor.submit(_findings, what, [check.name for check in part]) for part in others]
            for check in own:
                if step is not None:
                    step(f"{reading.document.name}: {check.name}", len(found), total)
                found[check.name] = list(findings_of(check, reading))
            for future in futures:
                found |= future.result()
    except (BrokenExecutor, OSError):
        pass
    return found


def _parts(running: Sequence[Check], jobs: int) -> list[list[Check]]:
    """Return the checks in as many parts as there are jobs and families, of nearly the same work each."""
    alone = {check.family: None for check in running if not any(check.family in families for families in _SHARES)}
    shares: list[tuple[tuple[str, ...], int]] = [*_SHARES.items(), *(((family,), _SHARE) for family in alone)]
    parts: list[tuple[int, list[Check]]] = [(0, []) for _ in range(max(1, jobs))]
    for families, share in shares:
        wanted = [check for check in running if check.family in families]
        if wanted:
            at = min(range(len(parts)), key=lambda part: parts[part][0])
            parts[at] = parts[at][0] + share, parts[at][1] + wanted
    return [part for number, (_, part) in enumerate(parts) if part or not number]


def _findings(what: bytes, names: Sequence[str]) -> _Found:
    """Return what the checks of these names find in a pickled document with its term base."""
    gc.disable()  # this process ends with its work, as in `cli/collecting.py`
    # It comes from the process that began this one.
    document, termbase = pickle.loads(what)  # noqa: S301
    reading = Reading(document, termbase)
    by_name = {check.name: check for check in checks()}
    return {name: list(findings_of(by_name[name], reading)) for name in names}
