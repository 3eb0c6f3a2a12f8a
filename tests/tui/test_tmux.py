"""In a real terminal the columns are straight, where Chinese, Cyrillic and Latin meet."""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.cells import cell_len

ROOT = Path(__file__).parent.parent.parent
SEPARATORS = "│┆∅├╰⇄"
PROGRAM = """
import sys
from pathlib import Path
from workbench.tui.open import open_editor
from workbench.workspace.folder import Workspace
sys.exit(open_editor(Workspace(Path(sys.argv[1])), None))
"""

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="there is no tmux here")


class Terminal:
    """A terminal of its own, in which the editor runs."""

    def __init__(self, width: int, height: int, folder: Path) -> None:
        self._socket = f"workbench-{uuid.uuid4().hex[:8]}"
        command = [
            "env",
            "-u",
            "COLUMNS",
            "-u",
            "LINES",
            "LANG=C.UTF-8",
            "TERM=screen-256color",
            sys.executable,
            "-c",
            PROGRAM,
            str(folder),
        ]
        self._tmux(
            "-f", "/dev/null", "new-session", "-d", "-x", str(width), "-y", str(height), "-c", str(ROOT), *command
        )

    def _tmux(self, *arguments: str) -> str:
        done = subprocess.run(
            ["tmux", "-u", "-L", self._socket, *arguments], capture_output=True, text=True, check=True
        )
        return done.stdout

    def keys(self, *keys: str) -> None:
        """Press keys, in tmux's spelling."""
        self._tmux("send-keys", *keys)

    def screen(self) -> list[str]:
        """The lines of the screen."""
        return self._tmux("capture-pane", "-p").split("\n")

    def wait_for(self, text: str) -> list[str]:
        """Wait until a text is on the screen; the limit is only there so that a broken editor ends."""
        for _ in range(300):
            lines = self.screen()
            if any(text in line for line in lines):
                return lines
            time.sleep(0.1)
        raise AssertionError(f"{text!r} never came:\n" + "\n".join(self.screen()))

    def still(self) -> list[str]:
        """The lines of the screen, once it is whole: the same again and again."""
        seen: list[list[str]] = []
        while len(seen) < 4 or any(lines != seen[-1] for lines in seen[-4:]):
            time.sleep(0.1)
            seen.append(self.screen())
            assert len(seen) < 300
        return seen[-1]

    def close(self) -> None:
        """End the terminal and all in it."""
        subprocess.run(["tmux", "-L", self._socket, "kill-server"], capture_output=True, check=False)


@pytest.fixture(params=[(80, 24), (200, 50)], ids=["80x24", "200x50"])
def terminal(request: pytest.FixtureRequest, folder: Path) -> Iterator[Terminal]:
    """The editor on the statement in a terminal."""
    terminal = Terminal(*request.param, folder)
    yield terminal
    terminal.close()


def separators(lines: list[str], heads: int = 1) -> set[tuple[int, ...]]:
    """For every line of the grid, the cells in which separators stand where the heads have one."""
    columns = [cell_len(lines[heads][:at]) for at, sign in enumerate(lines[heads]) if sign == "│"]
    found = set()
    for line in lines[heads + 1 : -4]:
        cells = {cell_len(line[:at]) for at, sign in enumerate(line) if sign in SEPARATORS}
        found.add(tuple(column for column in columns if column in cells))
    assert columns
    return found - {tuple(columns)}


def test_columns_are_straight_in_every_script(terminal: Terminal) -> None:
    """On every line of the grid each separator is in its column, whichever versions are shown."""
    terminal.wait_for("✖ 6")
    for _ in range(8):
        lines = terminal.still()
        assert separators(lines) == set(), "\n".join(lines)
        terminal.keys("Right", "PageDown")


def test_an_edit_is_saved_to_the_file(terminal: Terminal, folder: Path) -> None:
    """Enter, a word, Enter, ^S: the word is in the version's file, and nothing else changed."""
    path = folder / "texts" / "chengdu-2024" / "en.txt"
    before = path.read_text(encoding="utf-8")
    terminal.wait_for("clause 0¶1 of 11")
    terminal.keys("Enter")
    terminal.wait_for("Enter keep")
    terminal.keys("-l", "Today: ")
    terminal.wait_for("Today: ")
    terminal.keys("Enter")
    terminal.wait_for("chengdu-2024 *")
    terminal.keys("C-s")
    terminal.wait_for("Saved")
    assert path.read_text(encoding="utf-8") == "Today: " + before


def test_a_crash_loses_nothing(terminal: Terminal, folder: Path) -> None:
    """The editor is killed; the next one takes the edit up again."""
    terminal.wait_for("clause 0¶1 of 11")
    terminal.keys("Enter")
    terminal.wait_for("Enter keep")
    terminal.keys("-l", "Today: ")
    terminal.wait_for("Today: ")
    terminal.keys("Enter")
    terminal.wait_for("chengdu-2024 *")
    terminal.close()
    again = Terminal(80, 24, folder)
    try:
        again.wait_for("One step of an earlier session")
        again.wait_for("Today: On 1 December")
    finally:
        again.close()
