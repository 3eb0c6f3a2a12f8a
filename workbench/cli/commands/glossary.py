"""`workbench glossary`: the term base, shown, checked, fed and exchanged. Its actions stand in `workbench/cli/glossary/`."""

from __future__ import annotations

import argparse

from workbench.cli.command import Command
from workbench.cli.glossary.checking import CHECK
from workbench.cli.glossary.exchanging import EXPORT, IMPORT
from workbench.cli.glossary.listing import LIST
from workbench.cli.glossary.scanning import SCAN
from workbench.cli.glossary.suggesting import SUGGEST


def configure(parser: argparse.ArgumentParser) -> None:
    """Add the actions."""
    actions = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
    for action in (LIST, SCAN, SUGGEST, CHECK, EXPORT, IMPORT):
        sub = actions.add_parser(action.name, help=action.help, description=action.help)
        action.configure(sub)
        sub.set_defaults(act=action.run)


def run(arguments: argparse.Namespace) -> int:
    """Run the action."""
    code: int = arguments.act(arguments)
    return code


COMMAND = Command("glossary", "show, check, feed and exchange names and terms", configure, run, order=50)
