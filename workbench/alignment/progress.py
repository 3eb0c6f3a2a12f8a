"""How long work says how far it is, without knowing of screens."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Hears of long work: `step` often, `notice` seldom (a line that a person should read)."""

    def step(self, what: str, done: int, total: int) -> None:
        """Hear that `done` of `total` are done of what is called `what`."""
        ...

    def notice(self, line: str) -> None:
        """Hear one line that matters though the work goes on."""
        ...


class Silent:
    """Hears, and says nothing."""

    def step(self, what: str, done: int, total: int) -> None:
        """Say nothing."""

    def notice(self, line: str) -> None:
        """Say nothing."""
