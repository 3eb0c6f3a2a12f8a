"""In a real terminal the columns are straight, where Chinese, Cyrillic and Latin meet."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from rich.cells import cell_len

from tests.tui.terminal import Terminal

SEPARATORS = "│┆∅├╰⇄"
pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="there is no tmux here")


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
