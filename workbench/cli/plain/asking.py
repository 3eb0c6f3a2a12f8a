"""Asking and telling: lines in, lines out, nothing that moves a cursor."""

from __future__ import annotations

import sys
from collections.abc import Collection

from workbench.model.errors import InputError
from workbench.model.terminal import plain


class EndOfInput(Exception):  # noqa: N818 - nothing is wrong
    """Nobody answers any more."""


def tell(text: str) -> None:
    """Print one line; what could harm a terminal is shown by its number."""
    print(plain(text), flush=True)


def ask(question: str, remembered: str = "") -> str:
    """Return the line that answers a question; arrow up brings `remembered` on a terminal.

    Raises EndOfInput where there is none, InputError for one that is no text.
    """
    if sys.stdin.isatty() and sys.stdout.isatty():
        _remember(remembered)
        try:
            answer = input(f"{plain(question)} ")
        except EOFError:
            print()
            raise EndOfInput from None
        except UnicodeDecodeError:
            answer = "\udcff"
    else:
        print(plain(question), flush=True)
        line = sys.stdin.buffer.readline()
        if not line:
            raise EndOfInput
        answer = line.decode("utf-8", "surrogateescape").rstrip("\r\n")
    if any("\ud800" <= character <= "\udfff" for character in answer):
        raise InputError("what came is not UTF-8", advice="set the terminal to UTF-8, and type it again")
    return answer.strip()


def choose(question: str, answers: Collection[str]) -> str:
    """Return which of some words answers a question; ask until one does. Raises EndOfInput."""
    while True:
        answer = ask(f"{question} Say {_listed(answers)}:").lower()
        if answer in answers:
            return answer


def _listed(words: Collection[str]) -> str:
    *others, last = words
    return f"{', '.join(others)} or {last}" if others else last


def _remember(text: str) -> None:
    """Let arrow up bring a text; where Python has no readline, the terminal's own line is all there is."""
    try:
        import readline
    except ImportError:
        return
    if text:
        readline.add_history(text)
