"""The server of the editor: its page, what the page is made of, and a websocket for each tab."""

from __future__ import annotations

import asyncio
import logging
import shlex
import socket
import sys
import webbrowser
from collections.abc import Sequence
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path
from typing import cast

import aiohttp_jinja2
from aiohttp import WSCloseCode, web
from textual_serve.server import Server, to_int

from workbench.model.errors import UsageError
from workbench.tui.serving.editor import ServedEditor
from workbench.tui.serving.gate import Gate, add_headers

PAGE = Path(__file__).parent / "page"
BIGGEST = 64 * 1024 * 1024  # bytes of a message from the page: what somebody pastes
WARNING = (
    "the connection is not encrypted: who can listen in on the network reads texts and token; "
    "an SSH tunnel to the default, 127.0.0.1, is safe"
)


@dataclass(frozen=True, slots=True)
class Listening:
    """Where the server listens: its socket, bound already, and the host and port that an address names."""

    socket: socket.socket
    host: str
    port: int

    @property
    def is_open_to_others(self) -> bool:
        """Whether other machines may reach it."""
        return not ip_address(self.socket.getsockname()[0].partition("%")[0]).is_loopback

    def address(self, token: str) -> str:
        """Return the address of the page with a token."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}/?token={token}"


def listen(host: str, port: int) -> Listening:
    """Bind a port (0: any that is free) of a host, a name or an address. Raises UsageError where that cannot be had."""
    try:
        family, _, _, _, address = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)[0]
        bound = socket.create_server(cast("tuple[str, int]", address[:2]), family=family)
    except (OSError, UnicodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "no name of a host"
        raise UsageError(f"cannot listen on {host}, port {port}: {reason} — --port 0 takes one that is free") from None
    anywhere = ip_address(bound.getsockname()[0].partition("%")[0]).is_unspecified
    return Listening(bound, "127.0.0.1" if anywhere else host, bound.getsockname()[1])


class EditorServer(Server):
    """Serves editors that `command` starts, one to a tab, to whom the gate lets in."""

    def __init__(self, command: Sequence[str], listening: Listening, title: str) -> None:
        super().__init__(shlex.join(command), listening.host, listening.port, title, templates_path=PAGE)
        self.listening = listening
        self.gate = Gate(listening.host, listening.port)
        self._arguments = tuple(command)
        self._tabs: set[web.WebSocketResponse] = set()
        self._leaving: set[asyncio.Task[None]] = set()

    def initialize_logging(self) -> None:
        """What goes wrong is told on standard error."""
        logging.basicConfig(level=logging.WARNING, format="workbench: %(message)s", stream=sys.stderr)

    def serve(self, debug: bool = False) -> None:
        """Serve until Ctrl-C, or until the process is told to end."""
        self.debug = debug
        self.initialize_logging()
        web.run_app(self._make_app(), sock=self.listening.socket, print=None)

    async def _make_app(self) -> web.Application:
        app = await super()._make_app()
        app.middlewares.append(self.gate.admit)
        app.on_response_prepare.append(add_headers)
        app.router.add_static("/page", PAGE)
        return app

    async def on_startup(self, app: web.Application) -> None:  # noqa: ARG002
        """Print the address; the socket listens already."""
        print(self.listening.address(self.gate.token), flush=True)

    async def on_shutdown(self, app: web.Application) -> None:  # noqa: ARG002
        """Close all tabs: their editors leave, and their journals keep what was not saved."""
        for tab in tuple(self._tabs):
            await tab.close(code=WSCloseCode.GOING_AWAY)

    async def handle_index(self, request: web.Request) -> web.Response:
        """Answer with the page; its websocket is where the page is, whatever led there."""
        context = {
            "title": self.title,
            "font_size": to_int(request.query.get("fontsize", ""), 0),
            "websocket": f"ws://{request.host}/ws",
        }
        return aiohttp_jinja2.render_template("index.html", request, context)

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Run an editor for a tab, as long as the tab is there."""
        websocket = web.WebSocketResponse(heartbeat=15, max_msg_size=BIGGEST)
        await websocket.prepare(request)
        self._tabs.add(websocket)
        # A page that is loaded again comes back before the editor it had has left, and would find its document locked.
        await asyncio.gather(*self._leaving, return_exceptions=True)
        editor = ServedEditor(self._arguments, websocket, self.download_manager)
        try:
            await editor.start(to_int(request.query.get("width", ""), 80), to_int(request.query.get("height", ""), 24))
            await self._process_messages(websocket, editor)
        finally:
            self._tabs.discard(websocket)
            leaving = asyncio.create_task(editor.stop())
            self._leaving.add(leaving)
            leaving.add_done_callback(self._leaving.discard)
            await asyncio.shield(leaving)
        return websocket


def serve(command: Sequence[str], listening: Listening, title: str, *, open_browser: bool) -> None:
    """Serve editors until somebody ends it, the address on standard output; open it in a browser where that is asked."""
    server = EditorServer(command, listening, title)
    if listening.is_open_to_others:
        print(f"workbench: {WARNING}", file=sys.stderr)
    if open_browser:
        # The socket listens: who comes before the server is ready waits.
        webbrowser.open(listening.address(server.gate.ticket()))
    server.serve()
