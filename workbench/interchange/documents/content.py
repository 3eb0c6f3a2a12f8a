"""What a reader of documents gives, and what a reader is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Content:
    """The paragraphs of a document in reading order, labels in the text, as a person reads them.

    A line feed within a paragraph is where a line was broken for width. `notes` say what was left out ("2 running heads"),
    `encoding` what bytes were decoded as, "" where the format itself says that.
    """

    paragraphs: tuple[str, ...]
    notes: tuple[str, ...] = ()
    encoding: str = ""


class Format(Protocol):
    """A module of this package that reads a format: `NAME` as messages say it, the `SUFFIXES` that its files usually have.

    `ORDER`: formats are asked one after the other, the surest first, plain text last.
    """

    NAME: str
    SUFFIXES: tuple[str, ...]
    ORDER: int

    def recognises(self, content: bytes, suffix: str) -> bool:
        """Return whether a file is of this format by its content; by its suffix (lower case) only where content tells nothing."""

    def read(self, content: bytes, path: str, encoding: str | None) -> Content:
        """Return what the file says; `path` is for messages, `encoding` None lets it be recognised.

        Raises InputError and its kin for a file that is broken, encrypted or hostile, and nothing else.
        """


def counted(number: int, one: str, many: str) -> tuple[str, ...]:
    """Return a note such as "2 running heads", none for nothing."""
    return (f"{number} {one if number == 1 else many}",) if number else ()
