"""Vectors kept on disk, so that no text is embedded twice by the same encoder."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from workbench.model.text import FIELD_SEPARATOR

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_FILE = "vectors-1.sqlite"
_PATIENCE = 30.0  # seconds that a process waits for another that writes
_AT_ONCE = 500  # keys a query: SQLite takes 999 parameters at least
_TABLE = "CREATE TABLE IF NOT EXISTS vectors (key BLOB PRIMARY KEY, vector BLOB NOT NULL) WITHOUT ROWID"


class CacheError(Exception):
    """The cache cannot be used: it is damaged, or its folder cannot be written. Its text says why."""


def cache_folder() -> Path:
    """Return the user's cache folder for Workbench: `WORKBENCH_CACHE` where set, else where the system has such folders.

    These are `$XDG_CACHE_HOME` or `~/.cache` (XDG Base Directory Specification 0.8), `~/Library/Caches` on macOS and
    `%LOCALAPPDATA%` on Windows.
    """
    own = os.environ.get("WORKBENCH_CACHE")
    if own:
        return Path(own)
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Caches" / "workbench"
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local") / "workbench" / "Cache"
    base = os.environ.get("XDG_CACHE_HOME", "")
    # The specification has relative paths ignored.
    return (Path(base) if base.startswith("/") else Path.home() / ".cache") / "workbench"


@dataclass(frozen=True, slots=True)
class VectorCache:
    """The vectors of one encoder, in a file below `folder` that encoders and processes share.

    `encoder` is the encoder's name with its version, `dimensions` the length of its vectors. A key is the SHA-256 of
    encoder, language and text, so a new version of an encoder finds nothing of the old one.
    """

    folder: Path
    encoder: str
    dimensions: int

    def read(self, texts: Sequence[str], tag: str) -> dict[str, NDArray[np.float32]]:
        """Return the vectors that are known, by text; raise CacheError where the cache cannot be read."""
        import numpy as np

        keys = {self._key(text, tag): text for text in texts}
        found: dict[str, NDArray[np.float32]] = {}
        with self._errors(), closing(self._open()) as database:
            for few in _portions(list(keys)):
                query = f"SELECT key, vector FROM vectors WHERE key IN ({','.join('?' * len(few))})"  # noqa: S608
                for key, vector in database.execute(query, few):
                    row = np.frombuffer(vector, dtype="<f4") if len(vector) == 4 * self.dimensions else None
                    # A row of another size, or one that is no vector of length one or zero, was damaged.
                    if row is None or not (np.isfinite(row).all() and _is_unit(float(np.square(row).sum()))):
                        raise CacheError("it is damaged")
                    found[keys[key]] = row
        return found

    def write(self, vectors: Mapping[str, NDArray[np.float32]], tag: str) -> None:
        """Keep vectors, as one act; raise CacheError where the cache cannot be written."""
        rows = [(self._key(text, tag), row.astype("<f4").tobytes()) for text, row in vectors.items()]
        with self._errors(), closing(self._open()) as database, database:
            database.executemany("INSERT OR REPLACE INTO vectors VALUES (?, ?)", rows)

    @property
    def path(self) -> Path:
        """The file."""
        return self.folder / _FILE

    def _key(self, text: str, tag: str) -> bytes:
        parts = FIELD_SEPARATOR.join((self.encoder, tag, text))
        return hashlib.sha256(parts.encode("utf-8", "surrogatepass")).digest()

    def _open(self) -> sqlite3.Connection:
        self.folder.mkdir(parents=True, exist_ok=True)
        database = sqlite3.connect(self.path, timeout=_PATIENCE)
        try:
            # What a crash of the machine loses is embedded again: no need to wait for the disk.
            database.execute("PRAGMA synchronous = OFF")
            database.execute(_TABLE)
        except BaseException:
            database.close()
            raise
        return database

    def _errors(self) -> _Errors:
        return _Errors()


class _Errors:
    """Turns what SQLite and the system raise into CacheError."""

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, sqlite3.OperationalError):
            raise CacheError(f"it cannot be used ({error})") from None
        if isinstance(error, sqlite3.Error):
            raise CacheError("it is damaged") from None
        if isinstance(error, OSError):
            raise CacheError(f"it cannot be used ({error.strerror or error})") from None


def _is_unit(squared: float) -> bool:
    return squared == 0.0 or abs(squared - 1.0) < 1e-3


def _portions(keys: Sequence[bytes]) -> Iterable[Sequence[bytes]]:
    return (keys[start : start + _AT_ONCE] for start in range(0, len(keys), _AT_ONCE))
