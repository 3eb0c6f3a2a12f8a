"""What a file holds or is to hold: its bytes, or pieces that are made one after another and that nobody holds at once."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Protocol, TypeAlias

_CHUNK = 1 << 20  # bytes of a file that are read at once


class Pieces(Protocol):
    """The content of a file in pieces."""

    def contents(self) -> Iterator[bytes]:
        """Yield the pieces in order, anew each time. Raises ConflictError where what they are read from has changed."""


Content: TypeAlias = "bytes | Pieces"


def pieces_of(content: Content) -> Iterator[bytes]:
    """Yield a content in pieces."""
    if isinstance(content, bytes):
        yield content
    else:
        yield from content.contents()


def whole(content: Content) -> bytes:
    """Return a content as bytes."""
    return content if isinstance(content, bytes) else b"".join(content.contents())


def content_hash(content: Content) -> str:
    """Return the SHA-256 of a file's content in hexadecimal digits."""
    found = hashlib.sha256()
    for piece in pieces_of(content):
        found.update(piece)
    return found.hexdigest()


def file_hash(path: Path) -> str:
    """Return the SHA-256 of what a file holds; raises OSError where it cannot be read."""
    found = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            found.update(chunk)
    return found.hexdigest()


def is_same(one: Content | None, other: Content | None) -> bool:
    """Whether two contents are the same to the letter; None is no file."""
    if one is None or other is None or one is other:
        return one is other
    sides = pieces_of(one), pieces_of(other)
    mine = theirs = b""
    begun = [0, 0]  # how much of each piece was compared
    while True:
        while begun[0] == len(mine):
            if (piece := next(sides[0], None)) is None:
                return begun[1] == len(theirs) and not any(sides[1])
            mine, begun[0] = piece, 0
        while begun[1] == len(theirs):
            if (piece := next(sides[1], None)) is None:
                return False
            theirs, begun[1] = piece, 0
        count = min(len(mine) - begun[0], len(theirs) - begun[1])
        if mine[begun[0] : begun[0] + count] != theirs[begun[1] : begun[1] + count]:
            return False
        begun = [at + count for at in begun]
