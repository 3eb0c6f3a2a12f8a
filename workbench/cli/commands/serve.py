"""`workbench serve`: the editor in a browser."""

from __future__ import annotations

import argparse
import sys
from importlib.util import find_spec

from workbench.cli.command import Command
from workbench.cli.workspace import open_workspace
from workbench.model.errors import UsageError


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the arguments."""
    parser.add_argument("document", nargs="?", help="the document (default: the first one)")
    parser.add_argument(
        "--host", default="127.0.0.1", help="where to listen (default: 127.0.0.1, which no other machine reaches)"
    )
    parser.add_argument("--port", type=int, default=8000, help="the port (default: 8000; 0 takes one that is free)")
    parser.add_argument("--open", action="store_true", help="open the page in a browser")


def run(arguments: argparse.Namespace) -> int:
    """Serve the editor until Ctrl-C; raise UsageError where the extra is not installed or the port not to be had."""
    workspace = open_workspace(arguments)
    if find_spec("textual_serve") is None:
        raise UsageError("textual-serve is not installed — install it with: pip install '.[serve]'")
    if not 0 <= arguments.port <= 65535:
        raise UsageError(f"--port {arguments.port}: there is no such port — name one from 1 to 65535, or 0 for any")
    from workbench.editing.opening import chosen
    from workbench.tui.serving.server import listen, serve

    name = chosen(workspace, arguments.document)
    workspace.read(name)  # what cannot be read is said here, not in the browser
    root = str(workspace.root.resolve())
    command = (sys.executable, "-m", "workbench.cli.main", "--root", root, "edit", name)
    serve(command, listen(arguments.host, arguments.port), name, open_browser=arguments.open)
    return 0


COMMAND = Command(
    "serve", "the editor in a browser, on this machine alone unless told otherwise", configure, run, order=15
)
