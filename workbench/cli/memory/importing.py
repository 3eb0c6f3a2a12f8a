"""`workbench memory import`: units of files into the memory, a file at a time, all of it or nothing."""

from __future__ import annotations

import argparse
from collections import Counter
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.command import Command
from workbench.cli.progress import TerminalProgress
from workbench.cli.workspace import open_workspace
from workbench.model.errors import WorkbenchError
from workbench.model.terminal import plain

if TYPE_CHECKING:
    from workbench.memory.memory import Memory

_TOLD = 5  # lines of a file about what was passed over: what is wrong with one unit is often wrong with all


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "files", nargs="+", metavar="FILE", help="TMX, tables with a column a language, JSON Lines, PO, XLIFF"
    )


def run(arguments: argparse.Namespace) -> int:
    """Put the units of each file in the place of those that it had in the memory."""
    from workbench.interchange.memory_units import file_units
    from workbench.memory.memory import Memory
    from workbench.workspace.folder import Workspace

    workspace = open_workspace(arguments)
    paths = [Path(name) for name in arguments.files]
    for path in paths:
        file_units(path, _unheard)  # a name that says nothing is refused before anything is done
    memory = Memory(workspace)
    begins = not memory.path.exists()
    try:
        with closing(memory):
            for path in paths:
                name = Workspace(workspace.root.resolve()).shown(path.resolve())
                print(f"{plain(name)}: {_bring_in(memory, path, name):,} units", flush=True)
                begins = False
    except WorkbenchError:
        if begins:
            _take_away(memory.path)
        raise
    return 0


def _take_away(path: Path) -> None:
    """Take away a memory that was begun for a file that was refused: the workspace is as it was."""
    path.unlink(missing_ok=True)
    left = list(path.parent.iterdir())
    if [one.name for one in left] == [".gitignore"]:  # else others' state is there
        left[0].unlink()
        path.parent.rmdir()


def _bring_in(memory: Memory, path: Path, name: str) -> int:
    from workbench.interchange.memory_units import file_units
    from workbench.memory.importing import replace_units

    progress = TerminalProgress()
    told: Counter[str] = Counter()

    def warn(line: int, said: str) -> None:
        told["passed over"] += 1
        if told["passed over"] <= _TOLD:
            progress.notice(f"{path}:{line}: {said}" if line else f"{path}: {said}")

    try:
        count = replace_units(memory.files, name, "", file_units(path, warn), partial(progress.count, name))
    finally:
        progress.clear()
    if told["passed over"] > _TOLD:
        progress.notice(f"{path}: and {told['passed over'] - _TOLD:,} more like these")
    return count


def _unheard(line: int, said: str) -> None:
    """Nothing is read yet."""


IMPORT = Command("import", "put the units of files into the memory", configure, run)
