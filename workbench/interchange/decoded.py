"""Text files from outside as a stream of text, whatever they are encoded in."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from workbench.model.errors import EncodingError
from workbench.workspace.bytes import likely_encoding, unreadable, wide_encoding

_CHUNK = 1 << 16
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


@contextmanager
def opened(path: Path) -> Iterator[TextIO]:
    """Open a text file with its line ends as they are; what cannot be decoded or read meanwhile is an InputError.

    Raises NotFoundError where there is no such file.
    """
    try:
        with path.open(encoding=encoding_of(path), newline="") as file:
            yield file
    except UnicodeError as error:
        raise EncodingError(f"not to be decoded: {error}", path=str(path), advice="convert it to UTF-8") from None
    except OSError as error:
        raise unreadable(path, error) from None


def encoding_of(path: Path) -> str:
    """Return what a file is encoded in: what its byte order mark says, UTF-8 where it is that, else what it looks like.

    Raises EncodingError where it looks like nothing, and what opening raises.
    """
    with path.open("rb") as file:
        chunk = file.read(_CHUNK)
        for mark, encoding in _MARKS:
            if chunk.startswith(mark):
                return encoding
        if wide := wide_encoding(chunk):
            return wide
        decoder = codecs.getincrementaldecoder("utf-8")()
        before = b""
        while True:
            try:
                decoder.decode(chunk, final=not chunk)
            except UnicodeDecodeError:
                break
            if not chunk:
                return "utf-8"
            before, chunk = chunk, file.read(_CHUNK)
    # The bytes that are no UTF-8 are the ones that tell.
    found = likely_encoding(before[-1024:] + chunk)
    if not found:
        raise EncodingError("of an unknown encoding", path=str(path), advice="convert it to UTF-8")
    return found
