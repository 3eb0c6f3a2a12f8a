"""What commands share in printing: text that cannot harm a terminal, and tables."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Sequence
from typing import TextIO


def plain(text: str) -> str:
    """Return `text` on one line with every control and bidirectional override shown as `\\x1b` or `\\u202e`."""
    return "".join(
        character
        if unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Zl", "Zp") or character in "\u200c\u200d"
        else f"\\x{ord(character):02x}"
        if ord(character) < 256
        else f"\\u{ord(character):04x}"
        for character in text
    )


def width(text: str) -> int:
    """Return how many terminal cells a text takes: two for wide East Asian characters, none for combining ones."""
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in ("W", "F") else 1 for c in text
    )


def table(lines: Sequence[Sequence[str]]) -> str:
    """Return lines of cells as columns parted by two spaces, right in width for every script."""
    widths = [max(map(width, column)) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(cell + " " * (size - width(cell)) for cell, size in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def in_colour(stream: TextIO) -> bool:
    """Return whether a stream is a terminal that wants colours: NO_COLOR and a dumb terminal do not."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def emphasised(text: str, start: int, end: int) -> str:
    """Return `text` with a stretch of it in bold and underlined, for standard output; as it is where colours are not wanted."""
    if not in_colour(sys.stdout):
        return text
    return f"{text[:start]}\x1b[1;4m{text[start:end]}\x1b[0m{text[end:]}"
