"""Files that stay open, of which parts are read when they are asked for."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from workbench.model.errors import ConflictError

SHORT = 1 << 16  # bytes up to which what a file holds is held
_CHUNK = 1 << 20  # bytes that are read at once


def may_stay(file: Path) -> bool:
    """Whether it is worth while, and possible, to leave in a file what it holds."""
    return os.name == "posix" and file.is_file() and file.stat().st_size > SHORT and os.access(file, os.R_OK)


class StoredFile:
    """A file that is open, and what it was when it was opened; `path` is how messages name it."""

    def __init__(self, file: Path, path: str) -> None:
        self._file = file.open("rb", buffering=0)
        self._path = path
        self._was = self._state()

    def chunks(self) -> Iterator[bytes]:
        """Yield all bytes of the file in order."""
        at = 0
        while chunk := self.read(at, _CHUNK):
            yield chunk
            at += len(chunk)

    def read(self, start: int, size: int) -> bytes:
        """Return bytes of the file; raise ConflictError where it was written to."""
        if self._state() != self._was:
            raise ConflictError(f"{self._path}: changed while it was read — do it again")
        return os.pread(self._file.fileno(), size, start)

    def _state(self) -> tuple[int, int]:
        found = os.fstat(self._file.fileno())
        return found.st_size, found.st_mtime_ns
