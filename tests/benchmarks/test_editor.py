"""How fast the editor is on long documents, in a real terminal, with Textual's own DataTable beside it in the same run."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.benchmarks.editor.terminal import HEIGHT, KEYS, WIDTH, Terminal
from tests.benchmarks.editor.workspaces import EIGHT, FOUR, write_workspace

pytestmark = pytest.mark.benchmark
PRESSES = 200
FEW, DOWN = 9, "\x1b[B"
COMMIT = ("\r", "X", "\r")  # Enter opens the cell, a letter, Enter commits it
SLIP, TOLD, UNDO = (
    "  X",
    b"2 spaces",
    "\x1a",
)  # a slip at the end of a cell, and what the line below the grid says of it
LOAD = "import workbench.cli.main, workbench.tui.open, workbench.tui.app, workbench.cli.commands.edit"


def measured(name: str, command: list[str], presses: int, commit: bool) -> None:
    """Print the times of one program."""
    terminal = Terminal(command)
    try:
        print(f"\n{name}: first paint from the shell {terminal.first_paint():.0f} ms")
        for key, keys in KEYS.items():
            times = terminal.press(keys, presses)
            print(f"{name}: {key} {times.median:.1f} ms, worst {times.worst:.1f} ms")
        if commit:
            worst = []
            for _ in range(presses // 10):
                for keys in COMMIT[:2]:
                    terminal.press(keys, 1)
                worst.append(terminal.press(COMMIT[2], 1).median)
            print(f"{name}: commit {sorted(worst)[len(worst) // 2]:.1f} ms, worst {max(worst):.1f} ms")
            fresh = []
            for _ in range(FEW):
                for keys in (DOWN, *COMMIT[:2]):
                    terminal.press(keys, 1)
                fresh.append(terminal.settled(COMMIT[2]))
            print(
                f"{name}: findings of the row {statistics.median(fresh):.0f} ms after the key, worst {max(fresh):.0f} ms"
            )
        print(f"{name}: resize {terminal.resize(WIDTH - 30, HEIGHT):.0f} ms, memory {terminal.megabytes():.0f} MB")
    finally:
        terminal.close()


def loading() -> float:
    """Return the milliseconds that Python takes to start and to import the editor, the least of five."""
    times = []
    for _ in range(5):
        begun = time.perf_counter()
        subprocess.run([sys.executable, "-c", LOAD], check=True)
        times.append(1000 * (time.perf_counter() - begun))
    return min(times)


@pytest.mark.parametrize(("count", "tags"), [(50_000, FOUR), (10_000, EIGHT)], ids=["50k of 4", "10k of 8"])
def test_a_long_document(tmp_path: Path, count: int, tags: tuple[str, ...]) -> None:
    """Prints first paint, row down, page down, commit, resize and memory of the editor, then of DataTable; and the load."""
    folder = write_workspace(tmp_path / "workspace", count, tags)
    presses = int(os.environ.get("PRESSES", PRESSES))
    print(
        f"\nload {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors; the program alone is loaded in {loading():.0f} ms"
    )
    measured("workbench", [sys.executable, "-m", "workbench.cli.main", "--root", str(folder)], presses, commit=True)
    measured(
        "DataTable", [sys.executable, "-m", "tests.benchmarks.editor.data_table", str(folder)], presses, commit=False
    )


def test_a_paste_of_ten_megabytes(tmp_path: Path) -> None:
    """Prints the processor time until the editor says that it is refused."""
    folder = write_workspace(tmp_path / "workspace", 100, FOUR)
    terminal = Terminal([sys.executable, "-m", "workbench.cli.main", "--root", str(folder)])
    try:
        terminal.first_paint()
        terminal.press("\r", 1)
        print(f"\nten megabytes pasted: {terminal.paste('x' * 10_000_000, 'copy one'):.2f} s of processor time")
    finally:
        terminal.close()
