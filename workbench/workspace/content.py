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
