"""Where the documents of a corpus are aligned: local processes, or a Dask cluster; both as `concurrent.futures` executors."""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
import threading
import time
from concurrent.futures import Executor, ProcessPoolExecutor
from multiprocessing.connection import wait
from typing import Any, Protocol, Self

from workbench.model.errors import InputError, WorkbenchError

_AHEAD = 2  # documents a worker: one in work, one that waits
_ANSWER = 10  # seconds that a scheduler has to answer, and to find a worker
_GONE = 60.0  # seconds after which workers that all left are taken for lost


class Workers(Protocol):
    """A context that has an executor and minds it."""

    def __enter__(self) -> Self: ...
    def __exit__(self, *error: object) -> None: ...

    def executor(self) -> Executor:
        """Return the executor."""
        ...

    def renewed(self) -> Executor:
        """Return a new executor in the place of one that broke."""
        ...

    def capacity(self) -> int:
        """Return how many documents may be under way at once."""
        ...

    def check(self) -> None:
        """Raise a WorkbenchError where there is no hope that a document will still be done."""
        ...

    def lost(self) -> WorkbenchError:
        """Return the error for work that was cancelled from outside."""
        ...


class LocalWorkers:
    """Processes on this machine, `jobs` of them."""

    def __init__(self, jobs: int) -> None:
        self._jobs = jobs
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        if self._pool:
            self._pool.shutdown(wait=error[0] is None, cancel_futures=True)

    def executor(self) -> Executor:
        """Return the pool; its processes start when there is work for them."""
        threads = max(1, (os.cpu_count() or 1) // self._jobs)
        context = multiprocessing.get_context("spawn")
        self._pool = ProcessPoolExecutor(self._jobs, mp_context=context, initializer=_begin, initargs=(threads,))
        return self._pool

    def renewed(self) -> Executor:
        """Return a new pool: one whose process died takes no more work."""
        self.__exit__(None)
        return self.executor()

    def capacity(self) -> int:
        """Return two documents a process."""
        return _AHEAD * self._jobs

    def check(self) -> None:
        """Hope: a pool says itself when a process died."""

    def lost(self) -> WorkbenchError:
        """Return the error of a pool that somebody shut down."""
        return InputError("the run was cut off", advice="run it again: it goes on where it stood")


def _begin(threads: int) -> None:
    """Prepare a process: few threads each, Ctrl-C is for the parent, and no life after it."""
    os.environ.setdefault("OMP_NUM_THREADS", str(threads))
    os.environ.setdefault("OPENBLAS_NUM_THREADS", str(threads))
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent:
        threading.Thread(target=_end_with, args=(parent.sentinel,), daemon=True).start()


def _end_with(sentinel: int) -> None:
    wait([sentinel])
    os._exit(1)


class ClusterWorkers:
    """The workers of a Dask scheduler; a document whose worker dies is given to another by the scheduler itself."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._client: Any = None
        self._seen = 0.0

    def __enter__(self) -> Self:
        try:
            from distributed import Client
        except ImportError:
            raise InputError(
                "distributed is not installed", advice="install it with: pip install '.[cluster]'"
            ) from None
        _quieten()
        try:
            asyncio.run(_greet(self._address))
            self._client = Client(self._address, timeout=_ANSWER, set_as_default=False)
        except (OSError, ValueError, TypeError, TimeoutError) as error:  # TypeError: what a tls:// or ucx:// lacks
            reason = (str(error).splitlines() or [type(error).__name__])[0]
            raise InputError(
                f"the scheduler does not answer ({reason})",
                path=self._address,
                advice="begin one with: dask scheduler",
            ) from None
        try:
            self._client.wait_for_workers(1, timeout=_ANSWER)
        except (OSError, TimeoutError):
            self._client.close(timeout=1)
            raise InputError(
                "the scheduler has no workers",
                path=self._address,
                advice=f"begin some with: dask worker {self._address}",
            ) from None
        self._seen = time.monotonic()
        return self

    def __exit__(self, *error: object) -> None:
        self._client.close(timeout=_ANSWER)

    def executor(self) -> Executor:
        """Return Dask's executor: its futures are those of the standard library."""
        # Results are never taken from an earlier task that looks the same: the record decides what is done anew.
        executor: Executor = self._client.get_executor(pure=False)
        return executor

    def renewed(self) -> Executor:
        """Return another executor over the same cluster."""
        return self.executor()

    def capacity(self) -> int:
        """Return two documents a thread of all workers there are now."""
        return _AHEAD * max(1, sum(self._workers().values()))

    def check(self) -> None:
        """Raise where the scheduler is gone, or has had no worker for a minute."""
        if self._client.status != "running":
            raise self.lost()
        if self._workers():
            self._seen = time.monotonic()
        elif time.monotonic() - self._seen > _GONE:
            raise InputError(
                "all workers have left", path=self._address, advice="begin others and run it again: it goes on"
            )

    def lost(self) -> WorkbenchError:
        """Return the error of a scheduler that went away."""
        return InputError(
            "the scheduler was lost", path=self._address, advice="run it again: it goes on where it stood"
        )

    def _workers(self) -> dict[str, int]:
        try:
            workers: dict[str, int] = self._client.nthreads()
        except (OSError, TimeoutError):
            raise self.lost() from None
        return workers


async def _greet(address: str) -> None:
    """Return when a scheduler has answered; raise OSError, ValueError or TimeoutError where it does not in time.

    Dask itself waits for ever where somebody listens and says nothing.
    """
    from distributed.comm import connect
    from distributed.security import Security

    arguments = Security().get_connection_args("client")
    comm = await asyncio.wait_for(connect(address, timeout=_ANSWER, **arguments), _ANSWER)
    await comm.close()


def _quieten() -> None:
    """Leave Dask's log lines out: what matters of them is said in a line of our own."""
    import logging

    logging.getLogger("distributed").setLevel(logging.CRITICAL)
