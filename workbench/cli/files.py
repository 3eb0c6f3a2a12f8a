"""Writing files outside the workspace."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import BinaryIO

from workbench.model.errors import InputError


def write_whole(path: Path, content: bytes) -> None:
    """Write a file as a whole or not at all; raise InputError where it cannot be written."""
    with whole(path) as file:
        file.write(content)


@contextmanager
def whole(path: Path) -> Iterator[BinaryIO]:
    """Give a file to write, which takes its name when all is written; on any error nothing is left of it.

    What is no file (a pipe, a device) is written into, and a link stays one. Raises InputError where it cannot be written.
    """
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):
            with path.open("wb") as file:
                yield file
            return
        target = path.resolve()
        part = target.with_name(f"{target.name}.part")
        try:
            with part.open("wb") as file:
                yield file
            part.replace(target)
        except BaseException:
            part.unlink(missing_ok=True)
            raise
    except OSError as error:
        raise InputError(
            f"cannot be written: {error.strerror or error}", path=str(path), advice="name another file"
        ) from None


def write_all(contents: Mapping[Path, Callable[[BinaryIO], None]]) -> None:
    """Write several files, each by what writes it; on an error before the last is written none takes its name."""
    with ExitStack() as stack:
        for path, write in contents.items():
            write(stack.enter_context(whole(path)))
