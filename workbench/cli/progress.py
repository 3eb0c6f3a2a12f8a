"""Progress on a terminal: one line on standard error that is written over; nothing in a pipe but notices."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass, field
from typing import TextIO

from workbench.model.terminal import plain

_PAUSE = 0.1  # seconds between two drawings of one thing
_WIPE = "\r\x1b[K"


@dataclass(slots=True)
class TerminalProgress:
    """Shows progress where `stream` (standard error unless given) is a terminal; notices are printed anywhere, once each."""

    stream: TextIO = field(default_factory=lambda: sys.stderr)
    _drawn: float = 0.0
    _what: str = ""
    _said: set[str] = field(default_factory=set)

    def step(self, what: str, done: int, total: int) -> None:
        """Draw the line anew, not too often for one thing: the next one may be what takes long. Wipe it at the end."""
        if not self.stream.isatty():
            return
        now = time.monotonic()
        if done < total and (what != self._what or now - self._drawn >= _PAUSE):
            self._drawn, self._what = now, what
            self.stream.write(f"{_WIPE}{plain(what)}: {done} of {total}")
        elif done >= total:
            self.stream.write(_WIPE)
        self.stream.flush()

    def count(self, what: str, done: int) -> None:
        """Draw how many are done of what has no known end; `clear` wipes it."""
        if self.stream.isatty():
            self._drawn = time.monotonic()
            self.stream.write(f"{_WIPE}{plain(what)}: {done:,}")
            self.stream.flush()

    def clear(self) -> None:
        """Wipe the line, for others who write to the terminal."""
        if self._drawn and self.stream.isatty():
            self.stream.write(_WIPE)
            self.stream.flush()

    def notice(self, line: str) -> None:
        """Print a line."""
        if line in self._said:
            return
        self._said.add(line)
        wipe = _WIPE if self.stream.isatty() else ""
        print(f"{wipe}workbench: {plain(line)}", file=self.stream)
