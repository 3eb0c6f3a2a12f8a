"""`workbench memory`: what was translated before, imported, listed, forgotten. Its actions are in `workbench/cli/memory/`."""

from __future__ import annotations

import argparse

from workbench.cli.command import Command
from workbench.cli.memory.importing import IMPORT
from workbench.cli.memory.listing import LIST
from workbench.cli.memory.removing import REMOVE


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the actions."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    for action in (IMPORT, LIST, REMOVE):
        sub = actions.add_parser(action.name, help=action.help, description=action.help)
        action.configure(sub)
        sub.set_defaults(act=action.run)


def run(arguments: argparse.Namespace) -> int:
    """Run the action."""
    code: int = arguments.act(arguments)
    return code


COMMAND = Command("memory", "fill the memory from files, list it, forget", configure, run, order=52)
