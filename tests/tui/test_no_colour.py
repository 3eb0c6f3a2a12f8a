"""NO_COLOR: the terminal's own two colours, with bold, underline and reverse, and nothing loses its meaning."""

from __future__ import annotations

import os
import pty
import re
import select
import signal
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.segment import Segment

from tests.tui.conftest import told
from tests.tui.terminal import PROGRAM
from tests.tui.test_changed_files import editor
from workbench.tui.app import WorkbenchApp
from workbench.tui.two_colours import THEME

SGR = re.compile(rb"\x1b\[([0-9;:]*)m")
PLAIN = {"", "0", "1", "4", "7"}  # nothing, bold, underline, reverse


@pytest.fixture
def colourless(folder: Path, monkeypatch: pytest.MonkeyPatch) -> WorkbenchApp:
    """The editor on the statement, without colours."""
    monkeypatch.setenv("NO_COLOR", "1")
    return editor(folder)


def segments(app: WorkbenchApp) -> Iterator[Segment]:
    """All that is on the screen."""
    for strip in app.screen._compositor.render_strips():
        yield from strip


def reversed_text(app: WorkbenchApp) -> str:
    """What is shown in reverse."""
    return "|".join(each.text for each in segments(app) if each.style and each.style.reverse)


def coloured(app: WorkbenchApp) -> list[str]:
    """What has a colour."""
    return [each.text for each in segments(app) if each.style and (each.style.color or each.style.bgcolor)]


@pytest.mark.parametrize("keys", [[], ["i"], ["y"], ["v"], ["f1"], ["f3"], ["enter"], ["plus"], ["R"]])
async def test_nothing_has_a_colour(colourless: WorkbenchApp, keys: list[str]) -> None:
    """Grid, panel, marks, lists, help, prompts, cell, form and question."""
    async with colourless.run_test(size=(130, 40)) as pilot:
        await pilot.press(*keys)
        await pilot.pause(0.1)
        assert coloured(colourless) == []


async def test_the_cursor_is_in_reverse(colourless: WorkbenchApp) -> None:
    """Its segment, and no other text of the grid; the line of the document is too."""
    async with colourless.run_test(size=(130, 40)) as pilot:
        await pilot.press("right")
        await pilot.pause()
        text = reversed_text(colourless)
        assert "2024年12月1日" in text
        assert "On 1 December" not in text
        assert " chengdu-2024 " in text


async def test_what_is_marked_stands_out_in_the_cursors_cell_too(colourless: WorkbenchApp) -> None:
    """Terms are in reverse elsewhere; in the cell, which is in reverse, they are not."""
    async with colourless.run_test(size=(130, 40)) as pilot:
        await pilot.press("y", "right")
        await pilot.pause()
        text = reversed_text(colourless).split("|")
        assert "Wang Yi" in text
        assert "中华人民共和国外交部长王毅" not in text
        assert "，" in text


async def test_what_is_selected_in_a_cell_is_in_reverse(colourless: WorkbenchApp) -> None:
    """Two words."""
    async with colourless.run_test(size=(130, 40)) as pilot:
        await pilot.press("enter", "ctrl+shift+right", "ctrl+shift+right")
        await pilot.pause()
        assert "On 1" in reversed_text(colourless)


async def test_versions_that_are_not_chosen_have_no_cross(colourless: WorkbenchApp) -> None:
    """Whether there are colours or not: the cross is the sign."""
    async with colourless.run_test(size=(130, 40)) as pilot:
        await pilot.press("v", "space")
        await pilot.pause()
        lines = ["".join(each.text for each in strip) for strip in colourless.screen._compositor.render_strips()]
        (first,) = [line for line in lines if "zh  中文" in line]
        (second,) = [line for line in lines if "ru  русский" in line]
        assert ("X" in first, "X" in second) == (False, True)


async def test_other_colours_cannot_be_chosen(colourless: WorkbenchApp) -> None:
    """It is told why."""
    async with colourless.run_test(size=(130, 40)) as pilot:
        await pilot.press("ctrl+t")
        assert colourless.theme == THEME.name
        assert "NO_COLOR is set" in told(colourless)


def arrived(terminal: int) -> bytes:
    """What the editor wrote; the limit is only there so that a broken editor ends."""
    assert select.select([terminal], [], [], 60)[0], "nothing comes any more"
    return os.read(terminal, 65536)


def test_no_colour_goes_to_the_terminal(folder: Path) -> None:
    """From the first byte to the last, with a panel, marks, an edit and a dialog between them."""
    child, terminal = pty.fork()
    if not child:
        os.environ |= {"NO_COLOR": "1", "TERM": "xterm-256color", "COLUMNS": "100", "LINES": "30"}
        os.execv(sys.executable, [sys.executable, "-c", PROGRAM, str(folder)])  # noqa: S606
    output = b""
    try:
        for awaited, keys in (
            (b"Wang Yi", b"i"),
            (b"name-missing", b"y"),
            (b"\x1b[7m", b"\r"),
            (b"Enter keep", b"X\r"),
            (b"XOn", b"q"),
            (b"not saved", b"d"),
        ):
            while awaited not in output:
                output += arrived(terminal)
            os.write(terminal, keys)
        while True:
            output += arrived(terminal)
    except OSError:
        pass  # the terminal was left
    finally:
        os.close(terminal)
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
    codes = {code for each in SGR.findall(output) for code in each.decode().split(";")}
    assert codes <= PLAIN
