"""The editor is killed at random moments, in a real terminal: what the screen showed as done is there at the next start."""

from __future__ import annotations

import re
import shutil
import time
from pathlib import Path
from random import Random

import pytest

from tests.tui.terminal import Terminal

pytestmark = pytest.mark.skipif(shutil.which("tmux") is None, reason="there is no tmux here")

WORD = re.compile(r"w(\d+)w")
OPENED = "Enter keep"  # stands below the text while a cell is open


def told(lines: list[str]) -> set[int]:
    """The numbers of the words that the screen shows as done; the last one is not, while a cell is open."""
    numbers = {int(number) for line in lines for number in WORD.findall(line)}
    return numbers - {max(numbers, default=0)} if any(OPENED in line for line in lines) else numbers


def kept(folder: Path) -> list[int]:
    """The numbers of the words in the saved text, in its order."""
    text = (folder / "texts" / "chengdu-2024" / "en.txt").read_text(encoding="utf-8")
    return [int(number) for number in WORD.findall(text)]


def put(terminal: Terminal, number: int, end: float) -> None:
    """Put a word before the first sentence, unless the end comes before."""
    terminal.keys("Enter")
    wait(terminal, end, is_open=True)
    terminal.keys("-l", f"w{number}w ")
    terminal.keys("Enter")
    wait(terminal, end, is_open=False)


def wait(terminal: Terminal, end: float, *, is_open: bool) -> None:
    """Wait until a cell is open, or none is, or the end has come."""
    while time.monotonic() < end and is_open != any(OPENED in line for line in terminal.screen()):
        time.sleep(0.02)


def work_and_be_killed(folder: Path, random: Random, first: int) -> tuple[int, set[int]]:
    """Put one word after another from the first number on, saving now and then, and be killed.

    Returns the last number, and those that were shown as done.
    """
    terminal = Terminal(80, 24, folder)
    try:
        terminal.wait_for("clause 0¶1 of 11")
        put(terminal, first, time.monotonic() + 60)
        shown = told(terminal.wait_for(f"w{first}w"))
        number = first
        end = time.monotonic() + random.uniform(0.0, 2.0)
        while time.monotonic() < end:
            terminal.keys(random.choice(("C-s", "Down", "Up", "c")))
            terminal.keys("Home")
            number += 1
            put(terminal, number, end)
        terminal.kill()
        return number, shown | told(terminal.screen())
    finally:
        terminal.close()


def kill_again_and_again(folder: Path, times: int, seed: int) -> None:
    """Let the editor be killed, each time on what the last one left; then save, and find every word that was shown."""
    random = Random(seed)  # noqa: S311
    last, promised = 0, set[int]()
    for _ in range(times):
        last, shown = work_and_be_killed(folder, random, last + 1)
        promised |= shown
    terminal = Terminal(80, 24, folder)
    try:
        terminal.wait_for(f"w{max(promised)}w")
        terminal.keys("C-s")
        terminal.wait_for("Saved")
    finally:
        terminal.close()
    words = kept(folder)
    assert promised <= set(words)
    assert words == sorted(set(words), reverse=True)  # each once, and one before the other


def test_a_killed_editor_loses_no_word(folder: Path) -> None:
    """Three times, at random moments."""
    kill_again_and_again(folder, 3, 1)


@pytest.mark.benchmark
def test_fifty_kills_lose_no_word(folder: Path) -> None:
    """Fifty times, at random moments."""
    kill_again_and_again(folder, 50, 2)
