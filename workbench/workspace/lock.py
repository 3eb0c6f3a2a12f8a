"""Locks: one editor at a time has a document's journal, one process at a time saves into a workspace."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from workbench.model.errors import ConflictError, InputError

try:
    import fcntl
except ImportError:  # Windows has no such locks: nothing is held there
    fcntl = None  # type: ignore[assignment]

_LONGEST = 100  # bytes that are read of what the holder wrote


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock file at `path` while the context lasts; the system lets go of it however the process ends.

    Raises ConflictError, which says who holds it and since when, where another process does. Where the system has no such
    locks (Windows), nothing is held.
    """
    if fcntl is None:
        yield
        return
    descriptor = _opened(path, "the editor keeps its journal there")
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            holder = os.pread(descriptor, _LONGEST, 0).decode("utf-8", "replace").strip()
            who = f" ({holder})" if holder else ""
            raise ConflictError(f"{path.stem} is open in another editor{who} — close it there first") from None
        _write_holder(descriptor)
        yield
    finally:
        os.close(descriptor)


@contextmanager
def waited_for(path: Path) -> Iterator[None]:
    """Hold the lock file at `path` while the context lasts, once whoever holds it has let go. Raises InputError."""
    if fcntl is None:
        yield
        return
    descriptor = _opened(path, "give yourself the right to write there")
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _opened(path: Path, advice: str) -> int:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        return os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    except OSError as error:
        raise InputError(f"cannot be written: {error.strerror}", path=str(path), advice=advice) from None


def _write_holder(descriptor: int) -> None:
    """Say who holds the lock; on a full disk nobody is told, and it is held all the same."""
    try:
        os.ftruncate(descriptor, 0)
        os.pwrite(
            descriptor, f"process {os.getpid()}, since {datetime.now().astimezone():%Y-%m-%d %H:%M}\n".encode(), 0
        )
    except OSError:
        return
