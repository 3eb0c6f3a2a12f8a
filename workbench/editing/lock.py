"""The lock: one editor at a time has a document's journal."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from workbench.model.errors import ConflictError, InputError


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock file at `path` while the context lasts; the system lets go of it however the process ends.

    Raises ConflictError where another process holds it. Where the system has no such locks (Windows), nothing is held.
    """
    try:
        import fcntl
    except ImportError:
        yield
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise InputError(
            f"cannot be written: {error.strerror}", path=str(path), advice="the editor keeps its journal there"
        ) from None
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise ConflictError(f"{path.stem} is open in another editor — close it there first") from None
        yield
    finally:
        os.close(descriptor)
