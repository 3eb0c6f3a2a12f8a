"""`workbench edit`: opens the editor."""

from __future__ import annotations

import argparse
import os
import sys

from workbench.cli.command import Command
from workbench.cli.workspace import workspace_to_edit
from workbench.model.errors import UsageError


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("document", nargs="?", help="the document (default: the first one)")
    parser.add_argument("--plain", action="store_true", help="walk the rows by plain prompts, for screen readers")


def run(arguments: argparse.Namespace) -> int:
    """Open the editor; raise UsageError where there is no terminal, which plain prompts do not need."""
    workspace = workspace_to_edit(arguments)
    if arguments.plain:
        from workbench.cli.plain.walk import walk

        return walk(workspace, arguments.document)
    # An editor that `workbench serve` started has a browser for its terminal, and a driver for that.
    if not (sys.stdin.isatty() and sys.stdout.isatty()) and "TEXTUAL_DRIVER" not in os.environ:
        raise UsageError("the editor needs a terminal — without one use: workbench status, workbench check")
    if os.environ.get("TERM") == "dumb" and "TEXTUAL_DRIVER" not in os.environ:
        raise UsageError(
            "TERM=dumb: this terminal cannot move its cursor, as the editor must — name what it is, such as "
            "TERM=xterm-256color, or use: workbench status, workbench check"
        )
    from workbench.tui.open import open_editor

    return open_editor(workspace, arguments.document)


COMMAND = Command("edit", "open a document in the editor, all versions side by side", configure, run, order=10)
