"""The server of the editor: who gets in, what the page may ask for, how it ends."""

from __future__ import annotations

import asyncio
import base64
import shutil
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.tui.served import COLOURS, Served
from workbench.cli.main import main
from workbench.editing.opening import lock_of
from workbench.model.errors import ConflictError
from workbench.workspace.folder import Workspace
from workbench.workspace.lock import locked

pytest.importorskip("textual_serve", reason="the extra serve is not installed")

from aiohttp import ClientSession, ClientWebSocketResponse


@pytest.fixture(scope="module")
def shut(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server for those who only knock."""
    folder = tmp_path_factory.mktemp("workspace")
    shutil.copytree(ROOT / "texts", folder / "texts")
    server = Served(folder)
    yield server
    server.end()


WEBSOCKET = {
    "Connection": "Upgrade",
    "Upgrade": "websocket",
    "Sec-WebSocket-Version": "13",
    "Sec-WebSocket-Key": base64.b64encode(b"sixteen letters.").decode(),
}


@pytest.mark.parametrize("path", ["/", "/?token=", "/?token=%D1%91", "/ws", "/static/js/textual.js", "/page/page.js"])
def test_without_the_token_nothing_is_to_be_had(shut: Served, path: str) -> None:
    """Every path answers 403 and one line that says what to do, without the token or with another."""
    answer = shut.ask(path)
    assert answer.status == 403
    assert answer.body == "Not allowed: open the address that workbench serve printed, with its token.\n"


def test_the_token_becomes_a_cookie(shut: Served) -> None:
    """The address leads to the page without the token, with a cookie that no program of a page and no other host sees."""
    answer = shut.ask(shut.query)
    assert (answer.status, answer.headers["Location"]) == (303, "/")
    assert {"HttpOnly", "SameSite=Strict", "Path=/"} <= set(answer.headers["Set-Cookie"].split("; "))
    assert shut.ask("/", Cookie=shut.cookie()).status == 200


@pytest.mark.parametrize("origin", ["http://example.org", "null", "http://127.0.0.1:1", ""])
def test_a_page_of_another_host_gets_no_editor(shut: Served, origin: str) -> None:
    """A websocket whose page is of another host, another port or of none is refused, with the cookie too."""
    origins = {"Origin": origin} if origin else {}
    assert shut.ask("/ws", Cookie=shut.cookie(), **WEBSOCKET, **origins).status == 403


def test_a_name_that_leads_here_by_somebody_elses_doing_is_refused(shut: Served) -> None:
    """A request for another host's name is refused: DNS rebinding comes so."""
    assert shut.ask("/", Cookie=shut.cookie(), Host=f"example.org:{shut.port}").status == 403
    assert shut.ask("/", Cookie=shut.cookie(), Host=f"localhost:{shut.port}").status == 200


def test_the_page_may_ask_nothing_of_another_host(shut: Served) -> None:
    """The policy names this host alone, and the page no other."""
    answer = shut.ask("/", Cookie=shut.cookie())
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'self'; ")
    assert answer.headers["Referrer-Policy"] == "no-referrer"
    assert answer.headers["X-Frame-Options"] == "DENY"
    assert "https://" not in answer.body
    assert answer.body.count("://") == 1  # of the websocket


def test_it_ends_by_ctrl_c(folder: Path) -> None:
    """Ctrl-C ends it: exit code 0, the address alone on standard output, nothing on standard error."""
    server = Served(folder)
    assert server.address.startswith("http://127.0.0.1:")
    assert server.end() == (0, "", "")


def test_a_host_that_others_reach_is_warned_of(folder: Path) -> None:
    """Listening on all interfaces is told as what it is: not encrypted."""
    code, _, err = Served(folder, "--host", "0.0.0.0").end()  # noqa: S104
    assert code == 0
    assert "not encrypted" in err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["nowhere-2024"], "nowhere-2024"),
        (["--port", "70000"], "no such port"),
        (["--host", "no.such.host.invalid"], "cannot listen on no.such.host.invalid"),
    ],
)
def test_what_cannot_be_served_is_told_in_one_line(folder: Path, arguments: list[str], told: str) -> None:
    """A document that is not there, a port and a host that cannot be: exit code 2 and one line."""
    code, out, err = Served(folder, *arguments).end()
    assert (code, out, err.count("\n")) == (2, "", 1)
    assert told in err


async def test_a_server_that_is_killed_leaves_no_editor_behind(served: Served, folder: Path) -> None:
    """The editor of a tab ends with its server, and lets go of its document."""
    async with tab(served):
        served.process.kill()
        for _ in range(300):
            with suppress(ConflictError), locked(lock_of(Workspace(folder), "chengdu-2024")):
                return
            await asyncio.sleep(0.1)
    raise AssertionError("the document is still locked")


async def test_ctrl_c_ends_it_while_a_tab_is_open(served: Served) -> None:
    """Ctrl-C closes the tab and ends its editor: exit code 0, and nothing told."""
    async with tab(served) as websocket:
        ending = asyncio.create_task(asyncio.to_thread(served.end))
        async for _ in websocket:
            pass
        assert await ending == (0, "", "")


async def test_a_paste_of_ten_megabytes_is_refused_by_the_editor(served: Served) -> None:
    """What is pasted reaches the editor, however long, and the tab stays open."""
    async with tab(served) as websocket:
        await websocket.send_json(["stdin", "\r"])
        await until(websocket, "Enter keep")
        await websocket.send_json(["stdin", f"\x1b[200~{'x' * 10_000_000}\x1b[201~"])
        await until(websocket, "10,000,000 characters")


@asynccontextmanager
async def tab(served: Served) -> AsyncIterator[ClientWebSocketResponse]:
    """What a tab is to the server, with the editor at work in it."""
    host = f"http://{served.host}:{served.port}"
    headers = {"Cookie": served.cookie(), "Origin": host}
    async with (
        ClientSession(headers=headers) as session,
        session.ws_connect(f"{host}/ws?width=100&height=40") as websocket,
    ):
        await until(websocket, "of 11")
        yield websocket


async def until(websocket: ClientWebSocketResponse, words: str) -> None:
    """Read what the editor writes until it wrote words; the limit is only there so that a broken editor ends."""
    written = ""
    async with asyncio.timeout(60):
        async for message in websocket:
            written += message.data.decode() if isinstance(message.data, bytes) else message.data
            if words in COLOURS.sub("", written):
                return
    raise AssertionError(written[-3000:])


def test_without_the_extra_one_line_says_how_to_install_it(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Exit code 2, and the command that installs it."""
    monkeypatch.setattr("workbench.cli.commands.serve.find_spec", lambda _: None)
    assert main(["--root", str(folder), "serve"]) == 2
    told = "workbench: textual-serve is not installed — install it with: pip install '.[serve]'\n"
    assert capsys.readouterr().err == told
