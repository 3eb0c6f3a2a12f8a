"""Lines of long UTF-8 files, one after the other: memory is flat, and a line without an end is refused."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from workbench.model.errors import EncodingError, InputError, NotFoundError
from workbench.workspace.bytes import likely_encoding

LONGEST = 10_000_000  # bytes of a line: what is longer is no unit


def lines(path: Path) -> Iterator[str]:
    """Yield the lines of a file with their ends, a byte order mark left out.

    Raises NotFoundError, InputError for a line that is too long, EncodingError saying what the bytes look like.
    """
    try:
        with path.open("rb") as file:
            number = 0
            while line := file.readline(LONGEST):
                number += 1
                if len(line) == LONGEST:
                    raise InputError(
                        f"a line of more than {LONGEST:,} bytes", path=str(path), line=number, advice="end it sooner"
                    )
                try:
                    yield line.decode("utf-8-sig" if number == 1 else "utf-8")
                except UnicodeDecodeError:
                    guess = likely_encoding(line)
                    advice = f"it looks like {guess}: convert it to UTF-8" if guess else "convert it to UTF-8"
                    raise EncodingError("not UTF-8", path=str(path), line=number, advice=advice) from None
    except FileNotFoundError:
        raise NotFoundError(f"{path}: there is no such file — check the name") from None
    except OSError as error:
        raise InputError(f"cannot be read: {error.strerror or error}", path=str(path)) from None
