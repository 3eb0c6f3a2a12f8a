"""Writing files outside the workspace."""

from __future__ import annotations

from pathlib import Path

from workbench.model.errors import InputError


def write_whole(path: Path, content: bytes) -> None:
    """Write a file as a whole or not at all; raise InputError where it cannot be written."""
    part = path.with_name(path.name + ".part")
    try:
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        if part.exists():
            part.unlink()
        raise InputError(
            f"cannot be written: {error.strerror or error}", path=str(path), advice="name another file"
        ) from None
