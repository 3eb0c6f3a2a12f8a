"""Looks at the parts of a long document in several processes."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from multiprocessing.connection import wait

from workbench.checks.check import Check
from workbench.checks.parts import Looked, in_parts, look, parts_of
from workbench.checks.reading import Reading

FEWEST = 12_000  # segments of all versions: fewer are read as soon in one process
# A forked process has all that was read before it began, tables and automata; others must read that themselves.
_METHOD = "fork" if sys.platform == "linux" else "spawn"


class Processes:
    """Looks at parts as `in_parts` does, in `jobs` processes at once where there are `fewest` segments.

    This process is one of them. The reading must go by the data that Workbench comes with: that is what the others know.
    """

    def __init__(self, jobs: int, fewest: int = FEWEST) -> None:
        self._jobs = jobs
        self._fewest = fewest

    def __call__(self, reading: Reading, running: Sequence[Check]) -> Iterator[Looked]:
        """Yield what looking at each part gave, in order."""
        first, *parts = parts_of(reading)
        segments = sum(len(reading.texts(tag)) for tag in reading.tags)
        if self._jobs < 2 or not parts or segments < self._fewest:
            yield from in_parts(reading, running)
            return
        looked = look(reading, first, running)
        context = multiprocessing.get_context(_METHOD)
        pool = None
        futures: list[Future[Looked] | None] = [None] * len(parts)
        try:
            pool = ProcessPoolExecutor(self._jobs - 1, context, _begin, (reading, tuple(running)))
            futures = [pool.submit(_look, part) for part in parts]
        except (BrokenExecutor, OSError):
            pass  # where no process may begin, this one does all
        try:
            yield looked
            yield from _together(reading, running, parts, futures)
        finally:
            if pool is not None:
                pool.shutdown(wait=False, cancel_futures=True)


def _together(
    reading: Reading, running: Sequence[Check], parts: Sequence[range], futures: Sequence[Future[Looked] | None]
) -> Iterator[Looked]:
    """Yield the parts in order: of those that no other process has taken yet, this one takes the next while it waits."""
    own: dict[int, Looked] = {}
    ahead = 0
    for at, future in enumerate(futures):
        while at not in own and not (future is not None and future.done()):
            ahead = max(at, ahead)
            while ahead < len(parts) and not _take(futures[ahead]):
                ahead += 1
            if ahead == len(parts):
                break
            own[ahead] = look(reading, parts[ahead], running)
            ahead += 1
        yield own.pop(at) if at in own else _answer(future, reading, parts[at], running)


def _take(future: Future[Looked] | None) -> bool:
    """Return whether a part is left to this process."""
    return future is None or future.cancel()


def _answer(future: Future[Looked] | None, reading: Reading, part: range, running: Sequence[Check]) -> Looked:
    """Return what another process answers; what one that was killed should have done is done here."""
    try:
        if future is not None:
            return future.result()
    except (BrokenExecutor, OSError):
        pass
    return look(reading, part, running)


class _Begun:
    """What a process that looks at parts was given when it began."""

    reading: Reading
    running: Sequence[Check]


def _begin(reading: Reading, running: Sequence[Check]) -> None:
    """Prepare a process: Ctrl-C is for the one that began it, and there is no life after that one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()  # this process ends with its work, as in `cli/collecting.py`
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()
    _Begun.reading, _Begun.running = reading, running


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


def _look(rows: range) -> Looked:
    return look(_Begun.reading, rows, _Begun.running)
