"""A day's work with the editor in Debian's Chromium."""

from __future__ import annotations

import base64
import json
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.tui.served import COLOURS, Served
from workbench.editing.opening import lock_of
from workbench.model.errors import ConflictError
from workbench.workspace.folder import Workspace
from workbench.workspace.lock import locked

pytest.importorskip("textual_serve", reason="the extra serve is not installed")

EN = Path("texts", "chengdu-2024", "en.txt")
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
            "disable-dev-shm-usage",  # where /dev/shm is small, tabs crash now and then
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
        for _ in range(1800):
            self.read()
            if until():
                return
            time.sleep(0.1)
        page = self.driver.find_element("tag name", "body")
        said = [entry["message"] for entry in self.driver.get_log("browser")]
        shown = f"{page.get_attribute('class')!r} {page.get_attribute('data-documents')} {page.text!r} {said}"
        raise AssertionError(f"{shown}\n{COLOURS.sub('', self.written)[-3000:]}")

    def wait_for(self, words: str) -> None:
        """Wait until the editor wrote words since the last time that something was waited for."""
        self.wait(lambda: words in COLOURS.sub("", self.written))
        self.written = ""

    def wait_for_editor(self, documents: int = 1) -> None:
        """Wait until an editor is on the page, and has the keys, in so many documents one after the other."""

        # What was sent to the page has not come there yet: only the page itself knows that it has the keys.
        def has_keys() -> bool:
            return bool(self.driver.execute_script(f"return document.body?.dataset.documents == '{documents}'"))

        self.wait(lambda: "of 11" in COLOURS.sub("", self.written) and has_keys())
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
    browser.wait_for_editor()
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


def is_free(folder: Path) -> bool:
    """Whether no editor has the document."""
    with suppress(ConflictError), locked(lock_of(Workspace(folder), "chengdu-2024")):
        return True
    return False


def test_a_second_tab_is_told_that_the_document_is_open(served: Served, browser: Browser, folder: Path) -> None:
    """The second tab shows that the document is open in another editor; when the first is closed, it opens."""
    driver = browser.driver
    driver.get(served.address)
    browser.wait_for_editor()
    first = driver.current_window_handle
    driver.switch_to.new_window("tab")
    driver.get(f"http://127.0.0.1:{served.port}/")
    ending = driver.find_element("id", "ending")
    browser.wait(ending.is_displayed)
    assert ending.text.startswith("chengdu-2024 is open in another editor (process ")
    second = driver.current_window_handle
    driver.switch_to.window(first)
    driver.close()
    driver.switch_to.window(second)
    browser.wait(lambda: is_free(folder))  # the browser need not tell at once that the tab is closed
    browser.written = ""
    driver.find_element("link text", "Open again").click()
    browser.wait_for_editor()


def test_a_page_that_is_loaded_again_loses_nothing(served: Served, browser: Browser) -> None:
    """What was typed and not saved is there again after the page is loaded anew."""
    from selenium.webdriver import Keys

    browser.driver.get(served.address)
    browser.wait_for_editor()
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
        browser.wait_for_editor()
        browser.type("o")
        browser.wait_for("chengdu-again")
        browser.type(Keys.DOWN, Keys.ENTER)
        browser.wait(lambda: "chengdu-again   en unofficial" in COLOURS.sub("", browser.written))
        browser.wait_for_editor(2)
        browser.type("q")
        ending = browser.driver.find_element("id", "ending")
        browser.wait(ending.is_displayed)
        assert ending.text == "The editor was closed."
    finally:
        assert served.end() == (0, "", "")
