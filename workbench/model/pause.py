"""Giving way: long work asks now and then whether it may go on."""

from __future__ import annotations

import time
from collections.abc import Callable

Pause = Callable[[], None]


def go_on() -> None:
    """Let work go on: for whom nobody waits."""


class Cancelled(Exception):  # noqa: N818 - nothing went wrong
    """Work was called off: its result is wanted no more."""


class Pace:
    """The pace of one piece of work in a thread: it rests while others are busy, and ends when it is called off."""

    def __init__(self) -> None:
        self._until = 0.0
        self._cancelled = False

    def rest(self, seconds: float) -> None:
        """Let the work rest for so long from now on."""
        self._until = max(self._until, time.monotonic() + seconds)

    def cancel(self) -> None:
        """Call the work off."""
        self._cancelled = True
        self._until = 0.0

    def __call__(self) -> None:
        """Rest as long as was asked for; raise Cancelled where the work was called off. The work itself calls this."""
        while not self._cancelled and (rest := self._until - time.monotonic()) > 0:
            time.sleep(rest)
        if self._cancelled:
            raise Cancelled
