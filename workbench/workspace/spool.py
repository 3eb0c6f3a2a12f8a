"""A spool: what is too long for memory while a document is made, in a file without a name that is gone when nobody needs it."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from workbench.model.errors import InputError
from workbench.model.growing import Away
from workbench.workspace.state import NAME

_SHORT = 1 << 20  # bytes that stay in memory: most documents need no file


class Spool:
    """Where bytes are put; they can be read while it lasts."""

    def __init__(self, folder: Path, opened: ExitStack) -> None:
        self._folder = folder
        self._opened = opened
        self._file: IO[bytes] | None = None
        self._size = 0

    def put(self, content: bytes) -> bytes | Away:
        """Put bytes away, and return what they are read from. Raises InputError where the disk refuses."""
        self._size += len(content)
        if self._size <= _SHORT:
            return content
        try:
            if self._file is None:
                self._file = self._opened.enter_context(_nameless(self._folder))
            start = self._file.seek(0, 2)
            left = content
            while left:
                left = left[self._file.write(left) :]
        except OSError as error:
            raise InputError(
                f"cannot be written: {error.strerror or error}", path=str(self._folder), advice="free the disk"
            ) from None
        return _Stretch(self._file, start, len(content))


def _nameless(folder: Path) -> IO[bytes]:
    return tempfile.TemporaryFile(dir=folder, buffering=0)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Some bytes in the file of a spool."""

    file: IO[bytes]
    start: int
    size: int

    def read(self) -> bytes:
        """Return the bytes."""
        self.file.seek(self.start)
        return self.file.read(self.size)


@contextmanager
def spooled(root: Path) -> Iterator[Spool]:
    """Give a spool for a workspace, whose folder need not be there; nothing of it is left behind, however the context ends."""
    there = (folder for folder in (root / NAME, root, *root.absolute().parents) if folder.is_dir())
    with ExitStack() as opened:
        yield Spool(next(there), opened)
