"""Textual's driver for terminals, with a parser that takes what is pasted whole."""

from __future__ import annotations

import os
from codecs import getincrementaldecoder
from collections.abc import Iterable
from selectors import EVENT_READ, SelectSelector

from textual.drivers.linux_driver import LinuxDriver
from textual.message import Message

from workbench.tui.paste_parser import PasteParser

_PIECE = 1 << 16  # bytes that are read at once
_TICK = 0.1  # seconds after which an escape that nothing came behind is the key


class TerminalDriver(LinuxDriver):
    """Reads the terminal in a thread."""

    def run_input_thread(self) -> None:
        """Hand on what comes in, until the driver is told to end. Bytes that are no UTF-8 are replaced."""
        parser, decode = PasteParser(self._debug), getincrementaldecoder("utf-8")("replace").decode
        with SelectSelector() as selector:
            selector.register(self.fileno, EVENT_READ)
            while not self.exit_event.is_set():
                if selector.select(_TICK) and (data := decode(os.read(self.fileno, _PIECE))):
                    self._hand_on(parser.feed(data))
                self._hand_on(parser.tick())

    def _hand_on(self, messages: Iterable[Message]) -> None:
        for message in messages:
            self.process_message(message)
