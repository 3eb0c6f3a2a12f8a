"""Looks at the parts of a long document in several processes."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from queue import SimpleQueue
from typing import TYPE_CHECKING

from workbench.checks.check import Check
from workbench.checks.parts import ROWS, Looked, in_parts, look, look_at_whole
from workbench.checks.reading import Reading

if TYPE_CHECKING:
    from multiprocessing.context import BaseContext
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
        parts = _shares(reading.total)
        segments = sum(len(reading.texts(tag)) for tag in reading.tags)
        if self._jobs < 2 or len(parts) < 2 or segments < self._fewest:
            yield from in_parts(reading, running)
            return
        work = _Work(reading, running, parts)
        others = _Others(work)
        try:
            others.begin(_look_at_whole)
            done = {1: work.look(1)}  # makes ready what the others then have
            for _ in range(min(self._jobs, len(parts)) - 1):
                others.begin(_look_at_parts)
            yield from _together(work, others, done)
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


# What another process does of the work: it yields what looking gave, by number.
_Task = Callable[["_Work"], Iterator[tuple[int, Looked]]]


class _Work:
    """What is to be looked at: number 0 is the whole, the others are parts.

    Each process takes the next part that none has taken, as soon as it is done with another.
    """

    def __init__(self, reading: Reading, running: Sequence[Check], parts: Sequence[range]) -> None:
        self.numbers = range(1 + len(parts))
        self.next: Synchronized[int] | None = None  # where this process is alone, it needs none
        self._reading = reading
        self._running = tuple(running)
        self._parts = parts
        self._own_next = 2  # the first part is looked at before

    def share(self, context: BaseContext) -> None:
        """Let other processes take parts too; raises OSError where the system refuses."""
        self.next = context.Value("i", self._own_next)

    def take(self) -> int | None:
        """Return the number of a part that nobody else looks at, or None where none is left."""
        if self.next is None:
            number, self._own_next = self._own_next, self._own_next + 1
        else:
            with self.next.get_lock():
                number = self.next.value
                self.next.value += 1
        return number if number in self.numbers else None

    def look(self, number: int) -> Looked:
        """Return what looking at the whole or at a part gives."""
        if number == 0:
            return look_at_whole(self._reading, self._running)
        return look(self._reading, self._parts[number - 1], self._running)


class _Others:
    """The other processes, as many as may begin, and what comes from them."""

    def __init__(self, work: _Work) -> None:
        self._work = work
        self._context: BaseContext | None = None
        self._processes: list[BaseProcess] = []
        self._open: list[Connection] = []
        try:
            context = multiprocessing.get_context(_METHOD)
            work.share(context)
            self._context = context
        except OSError:
            pass  # where no process may begin, this one does all

    def begin(self, task: _Task) -> None:
        """Begin a process for a task, if one may begin."""
        if self._context is None:
            return
        try:
            here, there = self._context.Pipe(duplex=False)
            with there:  # closed here, so that the end of that process closes it
                process = self._context.Process(target=_begin, args=(task, self._work, there), daemon=True)  # type: ignore[attr-defined]
                process.start()
            self._processes.append(process)
            self._open.append(here)
        except OSError:
            self._context = None

    def answers(self, timeout: float | None) -> Iterator[tuple[int, Looked]]:
        """Yield what has come, after having waited for something; where no process is left nothing comes."""
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


def _together(work: _Work, others: _Others, done: dict[int, Looked]) -> Iterator[Looked]:
    """Yield all in order: as long as parts are left this process looks at one after another, then it waits."""
    left = True
    for at in work.numbers:
        while at not in done:
            number = work.take() if left else None
            left = number is not None
            if number is not None:
                done[number] = work.look(number)
                done.update(others.answers(timeout=0))
            elif others:
                done.update(others.answers(timeout=None))
            else:
                done[at] = work.look(at)  # who took it was killed, or never began
        yield done.pop(at)


def _look_at_whole(work: _Work) -> Iterator[tuple[int, Looked]]:
    yield 0, work.look(0)


def _look_at_parts(work: _Work) -> Iterator[tuple[int, Looked]]:
    while (number := work.take()) is not None:
        yield number, work.look(number)


def _begin(task: _Task, work: _Work, answers: Connection) -> None:
    """Do a task in another process."""
    try:
        _prepare()
        outgoing: SimpleQueue[tuple[int, Looked] | None] = SimpleQueue()
        sending = threading.Thread(target=_send, args=(outgoing, answers))  # who is to receive it may be busy
        sending.start()
        for answer in task(work):
            outgoing.put(answer)
        outgoing.put(None)
        sending.join()
    except BaseException:
        os._exit(1)  # what was to be done is done where the error can be said


def _send(outgoing: SimpleQueue[tuple[int, Looked] | None], answers: Connection) -> None:
    while (answer := outgoing.get()) is not None:
        answers.send(answer)


def _prepare() -> None:
    """Prepare a process: Ctrl-C is for the one that began it, and there is no life after that one."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.disable()  # this process ends with its work, as in `cli/collecting.py`
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)
