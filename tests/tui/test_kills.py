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


def told(lines: list[str]) -> int:
    """The number of the last word that the screen shows as done; what is still in an open cell is not."""
    numbers = [int(number) for line in lines for number in WORD.findall(line)]
    return max(numbers, default=0) - (1 if any(OPENED in line for line in lines) else 0)


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


def work_and_be_killed(folder: Path, random: Random, done: int) -> int:
    """Put one word after another, saving and going back now and then, and be killed; return the last word that was shown."""
    terminal = Terminal(80, 24, folder)
    try:
        terminal.wait_for(f"w{done}w" if done else "clause 0¶1 of 11")
        put(terminal, done + 1, time.monotonic() + 60)
        shown = told(terminal.wait_for(f"w{done + 1}w"))
        number = done + 1
        end = time.monotonic() + random.uniform(0.0, 2.0)
        while time.monotonic() < end:
            terminal.keys(random.choice(("C-s", "Down", "Up", "c")))
            terminal.keys("Home")
            number += 1
            put(terminal, number, end)
        terminal.kill()
        return max(shown, told(terminal.screen()))
    finally:
        terminal.close()


def kill_again_and_again(folder: Path, times: int, seed: int) -> None:
    """Let the editor be killed, each time on what the last one left; then save, and find every word that was shown."""
    random = Random(seed)  # noqa: S311
    done = 0
    for _ in range(times):
        done = work_and_be_killed(folder, random, done)
    terminal = Terminal(80, 24, folder)
    try:
        terminal.wait_for(f"w{done}w")
        terminal.keys("C-s")
        terminal.wait_for("Saved")
    finally:
        terminal.close()
    words = kept(folder)
    assert set(range(1, done + 1)) <= set(words)
    assert words == sorted(words, reverse=True)  # one before the other; what came after the last screen is there too


def test_a_killed_editor_loses_no_word(folder: Path) -> None:
    """Three times, at random moments."""
    kill_again_and_again(folder, 3, 1)


@pytest.mark.benchmark
def test_fifty_kills_lose_no_word(folder: Path) -> None:
    """Fifty times, at random moments."""
    kill_again_and_again(folder, 50, 2)
