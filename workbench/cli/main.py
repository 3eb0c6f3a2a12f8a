"""The `workbench` command: finds the command that was typed, runs it, and turns errors into one line and an exit code."""

from __future__ import annotations

import argparse
import gc
import importlib
import os
import pkgutil
import sys
from collections.abc import Sequence
from typing import NoReturn

import workbench
import workbench.cli.commands
from workbench.cli.command import Command
from workbench.model.errors import UsageError, WorkbenchError
from workbench.model.terminal import plain


class _Parser(argparse.ArgumentParser):
    """A parser whose complaints are one line on standard error, as all errors of Workbench are."""

    def error(self, message: str) -> NoReturn:
        if message.startswith("unrecognized arguments: ") and not message.partition(": ")[2].startswith("-"):
            message = f"{message} (names stand before the options)"
        raise UsageError(f"{message} — see: {self.prog} --help")


def commands() -> tuple[Command, ...]:
    """Return the commands: the `COMMAND` of every module in `workbench.cli.commands`, in the order of a day's work."""
    found = []
    for info in pkgutil.iter_modules(workbench.cli.commands.__path__):
        module = importlib.import_module(f"{workbench.cli.commands.__name__}.{info.name}")
        found.append(module.COMMAND)
    return tuple(sorted(found, key=lambda command: (command.order, command.name)))


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line."""
    top = _Parser(
        prog="workbench",
        description="Aligns, edits, checks and exports official texts in many languages. "
        "Without a command it opens the editor; where there is no terminal it prints status and findings.",
    )
    top.add_argument("--version", action="version", version=f"workbench {workbench.__version__}")
    _add_root(top, default=None)
    subparsers = top.add_subparsers(dest="command", metavar="COMMAND", title="commands", parser_class=_Parser)
    for command in commands():
        sub = subparsers.add_parser(command.name, help=command.help, description=command.help)
        _add_root(sub, default=argparse.SUPPRESS)
        command.configure(sub)
        sub.set_defaults(run=command.run)
    return top


def _add_root(target: argparse.ArgumentParser, default: str | None) -> None:
    target.add_argument(
        "--root",
        metavar="DIR",
        default=default,
        help="the folder that holds texts/ and glossary/ (default: found from here upwards)",
    )


def tune() -> None:
    """Suit the interpreter to one command: few collections of garbage, and threads only where we begin them.

    A command makes many small objects and keeps them; and matrices are small here, so that NumPy's threads mostly wait for
    one another. OPENBLAS_NUM_THREADS that is set already stays.
    """
    gc.set_threshold(50_000, 20, 20)
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code: 0 fine, 1 findings, 2 bad usage or bad input."""
    tune()
    try:
        parsed = parser().parse_args(arguments)
        run = getattr(parsed, "run", None)
        if run is None:
            from workbench.cli.default import run_default

            run = run_default
        code: int = run(parsed)
        sys.stdout.flush()
    except WorkbenchError as error:
        print(f"workbench: {plain(str(error))}", file=sys.stderr)
        return error.exit_code
    except BrokenPipeError:
        # The reader went away (`| head`): nothing is wrong, and nothing more can be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    return code


if __name__ == "__main__":
    sys.exit(main())
