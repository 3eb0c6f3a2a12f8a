"""What a terminal sends, parsed: what is pasted is taken whole.

Textual's parser looks at each character of what is pasted as if it might be a key, and at escape sequences in it as if they
were keys: ten megabytes keep it busy for many seconds, and no key is answered meanwhile.
"""

from __future__ import annotations

from collections.abc import Generator, Iterable

from textual import events
from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.message import Message

_Reading = Generator[Message, None, str]  # gives messages, and returns what is still to be read


class PasteParser(XTermParser):
    """Textual's parser, which sees nothing of what stands between the two sequences that begin and end a paste."""

    def __init__(self, debug: bool = False) -> None:
        self._tail = ""  # what was read last, too short to be one of the sequences
        self._pasted: list[str] | None = None  # what was pasted up to here, while that goes on
        super().__init__(debug)

    def feed(self, data: str) -> Iterable[Message]:
        """Yield what a piece of input says; "" is its end."""
        if not data:
            yield from super().feed(data)
        while data:
            data = yield from self._keys(data) if self._pasted is None else self._paste(self._pasted, data)

    def tick(self) -> Iterable[Message]:
        """Yield the keys of a sequence that nothing came behind in time."""
        waiting = self._timeout_time
        yield from super().tick()
        if self._pasted is None and waiting is not None and self._timeout_time is None:
            self._tail = ""  # its beginning was taken for keys

    def _keys(self, data: str) -> _Reading:
        known = len(self._tail)
        seen = self._tail + data
        at = seen.find(BRACKETED_PASTE_START)
        if at < 0:
            self._tail = seen[1 - len(BRACKETED_PASTE_START) :]
            yield from super().feed(data)
            return ""
        end = at + len(BRACKETED_PASTE_START) - known
        self._tail, self._pasted = "", []
        yield from super().feed(data[:end])
        return data[end:]

    def _paste(self, pasted: list[str], data: str) -> _Reading:
        seen = self._tail + data
        at = seen.find(BRACKETED_PASTE_END)
        if at < 0:
            edge = max(0, len(seen) + 1 - len(BRACKETED_PASTE_END))
            pasted.append(seen[:edge])
            self._tail = seen[edge:]
            return ""
        pasted.append(seen[:at])
        self._tail, self._pasted = "", None
        for message in super().feed(BRACKETED_PASTE_END):
            if not isinstance(message, events.Paste):  # that is empty
                yield message
        yield events.Paste("".join(pasted).replace("\x00", ""))
        return seen[at + len(BRACKETED_PASTE_END) :]
