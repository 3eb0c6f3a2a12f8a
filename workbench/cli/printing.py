"""What commands share in printing: tables and emphasis."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TextIO

from workbench.model.terminal import width


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
