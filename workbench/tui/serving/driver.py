"""Textual's driver for browsers, which ends the editor when its server is gone."""

from __future__ import annotations

import json
from codecs import getincrementaldecoder
from collections.abc import Iterable

from textual import messages
from textual.drivers._byte_stream import ByteStream
from textual.drivers.web_driver import WebDriver
from textual.message import Message

from workbench.tui.paste_parser import PasteParser

NAME = f"{__name__}:ServedDriver"  # what TEXTUAL_DRIVER says in an editor that is served


class ServedDriver(WebDriver):
    """Talks to the server over standard input and output."""

    def start_application_mode(self) -> None:
        """Begin, and let the page know when it may have the keys."""
        super().start_application_mode()
        # Behind the blur that the driver begins with: keys that come before it would find nothing that takes them.
        self._app.call_later(self.write_meta, {"type": "ready"})

    def on_meta(self, packet_type: str, payload: dict[str, object]) -> None:
        """Do what the server says. The page tells its size at the start again, which must not close a cell just opened."""
        if packet_type != "resize" or self._size != (payload["width"], payload["height"]):
            super().on_meta(packet_type, payload)

    def run_input_thread(self) -> None:
        """Hand on what comes in; where it ends, let the editor go: it would hold its document's lock for ever."""
        try:
            self._read()
        finally:
            self._input_reader.close()
            if not self.exit_event.is_set():
                self._app.post_message(messages.ExitApp())

    def _read(self) -> None:
        parser, packets = PasteParser(self._debug), ByteStream()
        decode = getincrementaldecoder("utf-8")("replace").decode
        for data in self._input_reader:
            for kind, payload in packets.feed(data) if data else ():
                if kind == "D":
                    self._hand_on(parser.feed(text) if (text := decode(payload)) else ())
                elif json.loads(payload).get("type") == "exit":
                    return
                else:
                    self._on_meta(kind, payload)
            self._hand_on(parser.tick())

    def _hand_on(self, parsed: Iterable[Message]) -> None:
        for message in parsed:
            self.process_message(message)
