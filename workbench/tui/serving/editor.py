"""One editor that is served: a process of its own, tied to the websocket of a tab."""

from __future__ import annotations

import asyncio
import json
import logging
import shlex
from asyncio.subprocess import PIPE, Process
from collections.abc import Sequence
from contextlib import suppress

from aiohttp import web
from textual_serve.app_service import AppService
from textual_serve.download_manager import DownloadManager

from workbench.tui.serving.driver import NAME

PATIENCE = 10  # seconds that an editor has to leave, before it is made to
CLOSED = "The editor was closed."
OURS = "workbench: "  # begins the one line of an error that is meant for the user
BROKE = "The editor broke down. What was not saved is kept, and taken up again."

log = logging.getLogger(__name__)


class ServedEditor(AppService):
    """An editor behind a websocket. It may open one document after the other; the tab is told how it ended."""

    def __init__(self, command: Sequence[str], websocket: web.WebSocketResponse, downloads: DownloadManager) -> None:
        super().__init__(
            shlex.join(command),
            write_bytes=websocket.send_bytes,
            write_str=websocket.send_str,
            close=websocket.close,  # type: ignore[arg-type]  # what it returns is asked by nobody
            download_manager=downloads,
        )
        self._arguments = tuple(command)
        self._size: tuple[int, int] | None = None
        self._documents = 0  # that it opened so far

    def _build_environment(self, width: int = 80, height: int = 24) -> dict[str, str]:
        return {**super()._build_environment(width, height), "TEXTUAL_DRIVER": NAME}

    async def _open_app_process(self, width: int = 80, height: int = 24) -> Process:
        """Start the editor, without a shell."""
        self._process = process = await asyncio.create_subprocess_exec(
            *self._arguments, stdin=PIPE, stdout=PIPE, stderr=PIPE, env=self._build_environment(width, height)
        )
        self._stdin = process.stdin
        return process

    async def set_terminal_size(self, width: int, height: int) -> None:
        """Tell the editor the size of the page in cells; each document that it opens is told anew."""
        self._size = (width, height)
        await super().set_terminal_size(width, height)

    async def run(self) -> None:
        """Hand on what the editor writes until it ends, tell the tab how, and close it."""
        process = self._process
        if process is None or process.stdout is None or process.stderr is None:
            return
        complaint = asyncio.create_task(process.stderr.read())
        with suppress(asyncio.IncompleteReadError):
            while True:
                await self._hand_on(process.stdout)
        said = (await complaint).decode("utf-8", "replace").strip()
        code = await process.wait()
        if said:
            log.warning("%s", said.removeprefix(OURS))
        ending = CLOSED if not code else said.removeprefix(OURS) if said.startswith(OURS) else BROKE
        with suppress(ConnectionError, RuntimeError):
            await self.remote_write_str(json.dumps(["ended", ending]))
            await self.remote_close()

    async def _hand_on(self, output: asyncio.StreamReader) -> None:
        """Read one packet, or the line that says that a document is opened, and hand it on."""
        kind = await output.readexactly(1)
        if kind not in (b"D", b"M", b"P"):
            await output.readline()
            self._documents += 1
            if self._documents > 1 and self._size is not None:  # the first one begins with it
                await super().set_terminal_size(*self._size)
            return
        payload = await output.readexactly(int.from_bytes(await output.readexactly(4), "big"))
        take = {b"D": self.on_data, b"M": self.on_meta, b"P": self.on_packed}[kind]
        # A tab that is gone must not stop the reading: an editor that nobody reads cannot leave.
        with suppress(ConnectionError, RuntimeError):
            await take(payload)

    async def on_meta(self, data: bytes) -> None:
        """Do what the editor asks for, but for leaving: it may go on with another document."""
        match json.loads(data)["type"]:
            case "ready":
                await self.remote_write_str(json.dumps(["ready"]))
            case kind if kind != "exit":
                await super().on_meta(data)

    async def stop(self) -> None:
        """Let the editor leave, and wait until it has; what was not saved is in its journal."""
        task, process = self._task, self._process
        if task is None or process is None:
            return
        self._task = None
        await self._download_manager.cancel_app_downloads(app_service_id=self.app_service_id)
        await self.send_meta({"type": "quit"})
        try:
            await asyncio.wait_for(asyncio.shield(task), PATIENCE)
        except TimeoutError:
            process.kill()
            await task
