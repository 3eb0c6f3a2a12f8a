"""The editor in a browser: who gets in, what the page asks for, and a day's work in Debian's Chromium."""

from __future__ import annotations

import asyncio
import base64
import http.client
import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from workbench.cli.main import main
from workbench.editing.lock import locked
from workbench.editing.opening import lock_of
from workbench.model.errors import ConflictError
from workbench.workspace.folder import Workspace

pytest.importorskip("textual_serve", reason="the extra serve is not installed")

from aiohttp import ClientSession, ClientWebSocketResponse

ROOT = Path(__file__).parent.parent.parent
COLOURS = re.compile(r"\x1b\[[0-9;]*m")
EN = Path("texts", "chengdu-2024", "en.txt")


class Served:
    """`workbench serve` on a folder, at work."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        command = [
            sys.executable,
            "-m",
            "workbench.cli.main",
            "--root",
            str(folder),
            "serve",
            "--port",
            "0",
            *arguments,
        ]
        self.process = subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
        )
        assert self.process.stdout is not None
        self.address = self.process.stdout.readline().strip()
        parts = urlsplit(self.address)
        self.host, self.port, self.query = parts.hostname or "", parts.port or 0, f"/?{parts.query}"

    def ask(self, path: str, **headers: str) -> http.client.HTTPResponse:
        """Ask for a path, as a browser without anything else would."""
        connection = http.client.HTTPConnection(self.host, self.port, timeout=60)
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        answer.body = answer.read().decode("utf-8", "replace")  # type: ignore[attr-defined]
        return answer

    def cookie(self) -> str:
        """The cookie that the token gives."""
        return self.ask(self.query).headers["Set-Cookie"].partition(";")[0]

    def end(self) -> tuple[int, str, str]:
        """Press Ctrl-C, which reaches the server and its editors; return exit code, what was printed, and what was told."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGINT)
        out, err = self.process.communicate(timeout=60)
        return self.process.returncode, out, err


@pytest.fixture
def served(folder: Path) -> Iterator[Served]:
    """The statement, served."""
    server = Served(folder)
    yield server
    server.end()


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


async def test_a_paste_of_five_megabytes_is_refused_by_the_editor(served: Served) -> None:
    """What is pasted reaches the editor, however long, and the tab stays open."""
    async with tab(served) as websocket:
        await websocket.send_json(["stdin", "\r"])
        await until(websocket, "Enter keep")
        await websocket.send_json(["stdin", f"\x1b[200~{'x' * 5_000_000}\x1b[201~"])
        await until(websocket, "5,000,000 characters")


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


# --- in Chromium

CHROMIUM, DRIVER = shutil.which("chromium"), shutil.which("chromedriver")


class Browser:
    """Chromium without a screen; what the editor writes is read off the websocket's frames."""

    def __init__(self, profile: Path) -> None:
        selenium = pytest.importorskip("selenium.webdriver")
        from selenium.webdriver.chrome.service import Service

        if CHROMIUM is None or DRIVER is None:
            pytest.skip("there is no Chromium here")
        options = selenium.ChromeOptions()
        options.binary_location = CHROMIUM
        for flag in (
            "headless",
            "no-sandbox",
            "disable-gpu",
            "disable-quic",
            "no-first-run",
            "window-size=2000,1000",
            "disable-background-networking",
            "disable-component-update",
            "disable-sync",
            f"user-data-dir={profile}",
        ):
            options.add_argument(f"--{flag}")
        options.set_capability("goog:loggingPrefs", {"performance": "ALL", "browser": "ALL"})
        self.driver = selenium.Chrome(options=options, service=Service(DRIVER))
        self.asked: list[str] = []  # addresses that were asked for
        self.written = ""  # what editors wrote

    def read(self) -> None:
        """Take in what happened on the network."""
        for entry in self.driver.get_log("performance"):
            event: dict[str, Any] = json.loads(entry["message"])["message"]
            match event["method"]:
                case "Network.requestWillBeSent":
                    self.asked.append(event["params"]["request"]["url"])
                case "Network.webSocketCreated":
                    self.asked.append(event["params"]["url"])
                case "Network.webSocketFrameReceived":
                    frame = event["params"]["response"]
                    data = frame["payloadData"]
                    self.written += base64.b64decode(data).decode() if frame["opcode"] == 2 else data

    def wait(self, until: Callable[[], bool]) -> None:
        """Wait until something is so; the limit is only there so that a broken editor ends."""
        for _ in range(300):
            self.read()
            if until():
                return
            time.sleep(0.1)
        raise AssertionError(COLOURS.sub("", self.written)[-3000:])

    def wait_for(self, words: str) -> None:
        """Wait until the editor wrote words since the last time that something was waited for."""
        self.wait(lambda: words in COLOURS.sub("", self.written))
        self.written = ""

    def type(self, *keys: str) -> None:
        """Press keys, or type text."""
        from selenium.webdriver import ActionChains

        ActionChains(self.driver).send_keys(*keys).perform()

    def press_with_control(self, key: str) -> None:
        """Press a key while Ctrl is held."""
        from selenium.webdriver import ActionChains, Keys

        ActionChains(self.driver).key_down(Keys.CONTROL).send_keys(key).key_up(Keys.CONTROL).perform()


@pytest.fixture
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A browser with nothing in it."""
    browser = Browser(tmp_path_factory.mktemp("chromium"))
    yield browser
    browser.driver.quit()


def test_a_cell_is_edited_and_saved_in_the_browser(served: Served, browser: Browser, folder: Path) -> None:
    """Enter, a word, Enter, ^S: the word is in the file; nothing was asked of another host, nothing was refused."""
    from selenium.webdriver import Keys

    before = (folder / EN).read_text(encoding="utf-8")
    browser.driver.get(served.address)
    assert browser.driver.current_url == f"http://127.0.0.1:{served.port}/"
    browser.wait_for("of 11")
    browser.type(Keys.ENTER)
    browser.wait_for("Enter keep")
    browser.type("Today: ", Keys.ENTER)
    browser.wait_for("chengdu-2024 *")
    browser.press_with_control("s")
    browser.wait(lambda: (folder / EN).read_text(encoding="utf-8") != before)
    assert (folder / EN).read_text(encoding="utf-8") == "Today: " + before
    hosts = {urlsplit(url).netloc for url in browser.asked if url.startswith(("http", "ws"))}
    assert hosts == {f"127.0.0.1:{served.port}"}
    assert any(url.endswith("RobotoMono-VariableFont_wght.ttf") for url in browser.asked)
    complaints = [entry["message"] for entry in browser.driver.get_log("browser") if entry["level"] == "SEVERE"]
    assert complaints == []


def test_a_second_tab_is_told_that_the_document_is_open(served: Served, browser: Browser) -> None:
    """The second tab shows that the document is open in another editor; when the first is closed, it opens."""
    driver = browser.driver
    driver.get(served.address)
    browser.wait_for("of 11")
    first = driver.current_window_handle
    driver.switch_to.new_window("tab")
    driver.get(f"http://127.0.0.1:{served.port}/")
    ending = driver.find_element("id", "ending")
    browser.wait(ending.is_displayed)
    assert ending.text == "chengdu-2024 is open in another editor — close it there first"
    second = driver.current_window_handle
    driver.switch_to.window(first)
    driver.close()
    driver.switch_to.window(second)
    browser.written = ""
    driver.find_element("link text", "Open again").click()
    browser.wait_for("of 11")


def test_a_page_that_is_loaded_again_loses_nothing(served: Served, browser: Browser) -> None:
    """What was typed and not saved is there again after the page is loaded anew."""
    from selenium.webdriver import Keys

    browser.driver.get(served.address)
    browser.wait_for("of 11")
    browser.type(Keys.ENTER)
    browser.wait_for("Enter keep")
    browser.type("Today: ", Keys.ENTER)
    browser.wait_for("chengdu-2024 *")
    browser.driver.refresh()
    browser.wait_for("taken up again")


def test_another_document_opens_in_the_same_tab(folder: Path, browser: Browser) -> None:
    """The editor goes on with another document of the workspace, in the tab that it is in."""
    from selenium.webdriver import Keys

    shutil.copytree(folder / "texts" / "chengdu-2024", folder / "texts" / "chengdu-again")
    served = Served(folder)
    try:
        browser.driver.get(served.address)
        browser.wait_for("of 11")
        browser.type("o")
        browser.wait_for("chengdu-again")
        browser.type(Keys.DOWN, Keys.ENTER)
        browser.wait_for("chengdu-again   en unofficial")
        browser.type("q")
        ending = browser.driver.find_element("id", "ending")
        browser.wait(ending.is_displayed)
        assert ending.text == "The editor was closed."
    finally:
        assert served.end() == (0, "", "")
