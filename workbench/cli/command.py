"""What a command of the command line is."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """A command: its name, a line of help, what adds its arguments to a parser, and what runs it and returns the exit code."""

    name: str
    help: str
    configure: Callable[[argparse.ArgumentParser], None]
    run: Callable[[argparse.Namespace], int]
    order: int = 50


def command_of_actions(name: str, told: str, actions: Sequence[Command], order: int) -> Command:
    """Return a command whose first argument is one of some actions, each with arguments of its own; `told` is its help."""

    def configure(parser: argparse.ArgumentParser) -> None:
        subparsers = parser.add_subparsers(dest="action", metavar="ACTION", required=True)
        for action in actions:
            sub = subparsers.add_parser(action.name, help=action.help, description=action.help)
            action.configure(sub)
            sub.set_defaults(act=action.run)

    def run(arguments: argparse.Namespace) -> int:
        code: int = arguments.act(arguments)
        return code

    return Command(name, told, configure, run, order)
