"""Looks at the parts of a long document in several processes."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator, Sequence
from itertools import pairwise
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from queue import SimpleQueue
from typing import TYPE_CHECKING

from workbench.checks.check import Check
from workbench.checks.parts import ROWS, Looked, in_parts, look
from workbench.checks.reading import Reading

if TYPE_CHECKING:
    from multiprocessing.sharedctypes import Synchronized

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
        first, *parts = _shares(reading.total)
        segments = sum(len(reading.texts(tag)) for tag in reading.tags)
        if self._jobs < 2 or not parts or segments < self._fewest:
            yield from in_parts(reading, running)
            return
        looked = look(reading, first, running)
        work = _Work(reading, tuple(running), parts)
        others = _Others(work, min(self._jobs - 1, len(parts)))
        try:
            yield looked
            yield from _together(work, others)
        finally:
            others.end()


def _shares(total: int) -> list[range]:
    """Return the rows of each part.

    The first is small: other processes begin behind it, with what it made ready. So are the last ones, the smaller the
    nearer the end: who is done then waits for the others.
    """
    least = max(ROWS // 10, 1)
    ends = [min(least, total)]
    while ends[-1] < total:
        left = total - ends[-1]
        ends.append(ends[-1] + min(left, ROWS, max(left // 4, least)))
    return [range(start, end) for start, end in pairwise([0, *ends])]


class _Work:
    """The parts to look at. Each process takes the next one that none has taken, as soon as it is done with another."""

    def __init__(self, reading: Reading, running: Sequence[Check], parts: Sequence[range]) -> None:
        self.parts = parts
        self.taken: Synchronized[int] | None = None  # where this process is alone, it needs none
        self._reading = reading
        self._running = running
        self._next = 0

    def take(self) -> int | None:
        """Return the number of a part that nobody else looks at, or None where none is left."""
        if self.taken is None:
            number, self._next = self._next, self._next + 1
        else:
            with self.taken.get_lock():
                number = self.taken.value
                self.taken.value += 1
        return number if number < len(self.parts) else None

    def look(self, number: int) -> Looked:
        """Return what looking at a part gives."""
        return look(self._reading, self.parts[number], self._running)


class _Others:
    """The other processes, as many of those that are wanted as may begin, and what comes from them."""

    def __init__(self, work: _Work, wanted: int) -> None:
        self._processes: list[BaseProcess] = []
        self._open: list[Connection] = []
        try:
            context = multiprocessing.get_context(_METHOD)
            work.taken = context.Value("i", 0)
            for _ in range(wanted):
                here, there = context.Pipe(duplex=False)
                with there:  # closed here, so that the end of that process closes it
                    self._open.append(here)
                    process = context.Process(target=_take_part, args=(work, there), daemon=True)  # type: ignore[attr-defined]
                    process.start()
                self._processes.append(process)
        except OSError:
            pass  # where no process may begin, this one does all

    def answers(self, timeout: float | None) -> Iterator[tuple[int, Looked]]:
        """Yield what has come, after having waited for something; nothing where no process is left."""
        ready = wait(self._open, timeout)
        for connection in [one for one in self._open if one in ready]:
            try:
                yield connection.recv()
            except (EOFError, OSError):
                self._open.remove(connection)

    def __bool__(self) -> bool:
        return bool(self._open)

    def end(self) -> None:
        """End those that are at work still: nobody waits for them."""
        for process in self._processes:
            process.terminate()
            process.join()
        for connection in self._open:
            connection.close()


def _together(work: _Work, others: _Others) -> Iterator[Looked]:
    """Yield the parts in order: as long as some are left this process looks at one after another, then it waits."""
    done: dict[int, Looked] = {}
    left = True
    for at in range(len(work.parts)):
        while at not in done:
            number = work.take() if left else None
            left = number is not None
            if number is not None:
                done[number] = work.look(number)
            elif not others:
                done[at] = work.look(at)  # who took it was killed
            done.update(others.answers(0 if left else None))
        yield done.pop(at)


def _take_part(work: _Work, answers: Connection) -> None:
    """Look at parts in another process, as long as some are left."""
    try:
        _begin()
        outgoing: SimpleQueue[tuple[int, Looked] | None] = SimpleQueue()
        sending = threading.Thread(target=_send, args=(outgoing, answers))  # who is to receive it may be busy
        sending.start()
        while (number := work.take()) is not None:
            outgoing.put((number, work.look(number)))
        outgoing.put(None)
        sending.join()
    except BaseException:
        os._exit(1)  # what was to be done is done where the error can be said


def _send(outgoing: SimpleQueue[tuple[int, Looked] | None], answers: Connection) -> None:
    while (answer := outgoing.get()) is not None:
        answers.send(answer)


def _begin() -> None:
    """Prepare a process: Ctrl-C is for the one that began it, and there is no life after that one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()  # this process ends with its work, as in `cli/collecting.py`
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
