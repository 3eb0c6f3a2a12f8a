"""Text that cannot harm a terminal, and its width there."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

_SHOWN_ANYWAY = "\u200c\u200d"  # joiners that scripts need
_HIDDEN = ("Cc", "Cf", "Cs", "Zl", "Zp")


def plain(text: str) -> str:
    """Return `text` with every control, line break and bidirectional override shown as `\\x1b` or `\\u202e`."""
    if text.isprintable():  # nearly every text is, and to see that is many times as fast as to look at each character
        return text
    return "".join(map(_plain, text))


def _plain(character: str) -> str:
    if unicodedata.category(character) not in _HIDDEN or character in _SHOWN_ANYWAY:
        return character
    code = ord(character)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}" if code < 0x10000 else f"\\U{code:08x}"


def width(text: str) -> int:
    """Return how many terminal cells a text takes: two for wide East Asian characters, none for combining ones."""
    return sum(map(_cells, text))


@lru_cache(maxsize=4096)
def _cells(character: str) -> int:
    if unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1
