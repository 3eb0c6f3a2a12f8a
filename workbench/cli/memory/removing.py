"""`workbench memory remove`: what was imported from a file is forgotten."""

from __future__ import annotations

import argparse
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.cli.command import Command
from workbench.cli.workspace import open_workspace
from workbench.model.errors import NotFoundError, UsageError
from workbench.model.terminal import plain

if TYPE_CHECKING:
    from workbench.memory.memory import Memory


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument(
        "origin",
        metavar="ORIGIN",
        help="a file as it was named, as `workbench memory list` names it, or its name alone",
    )


def run(arguments: argparse.Namespace) -> int:
    """Forget the units of a file."""
    from workbench.memory.memory import Memory
    from workbench.workspace.folder import Workspace

    workspace = open_workspace(arguments)
    with closing(Memory(workspace)) as memory:
        shown = Workspace(workspace.root.resolve()).shown(Path(arguments.origin).resolve())
        return _forget(memory, arguments.origin, shown)


def _forget(memory: Memory, wanted: str, shown: str) -> int:
    """Forget what was imported from a file that is named in whole, by its name alone, or from here, which `shown` is in whole."""
    documents, files = memory.origins()
    names = [one.name for one in files]
    fitting = [name for name in names if name == wanted] or [name for name in names if name == shown]
    fitting = fitting or [name for name in names if name.endswith(f"/{wanted}")]
    if not fitting and wanted in [one.name for one in documents]:
        raise UsageError(f"{wanted} is a document at hand: its rows are in the memory as long as it is")
    if not fitting:
        raise NotFoundError(f"nothing was imported from {wanted!r} — see all with: workbench memory list")
    if len(fitting) > 1:
        raise UsageError(f"{wanted} may be {' or '.join(fitting)} — name it whole")
    print(f"{plain(fitting[0])}: {memory.remove(fitting[0]):,} units forgotten")
    return 0


REMOVE = Command("remove", "forget what was imported from a file", configure, run)
