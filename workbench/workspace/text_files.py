"""Texts of files: looked through once, for bytes that are no UTF-8 and for controls, and held as the lines that they are."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from workbench.model.errors import ConflictError
from workbench.model.segment import Text, format_text, parse_lines, parse_text
from workbench.model.segments import Block, Segments, said_in
from workbench.model.text import forbidden_control
from workbench.workspace.bytes import check_controls, decode, read_bytes

_SHORT = 1 << 16  # bytes up to which a text is held as its segments
_BLOCK = 12_000  # bytes of a block, more or less: some sixty segments
_CHUNK = 1 << 20  # bytes that are read at once
_MARK = b"\xef\xbb\xbf"


def text_of(content: bytes, path: str) -> Text:
    """Return the text that the content of a file holds; `path` is how messages name the file.

    Raises EncodingError for bytes that are not UTF-8, InputError for a control that no text may hold, both with the line.
    """
    if len(content) > _SHORT and b"\0" not in content:
        try:
            return _text(iter((content,)), lambda block, _: block)
        except (UnicodeDecodeError, _ForbiddenError):
            pass  # what is below says where
    decoded = decode(content, path)
    check_controls(decoded, path)
    return parse_text(decoded)


def content_of(text: Text) -> bytes:
    """Return the content of the file that a text stands in, or is written to."""
    if not isinstance(text.segments, Segments):
        return format_text(text).encode()
    return b"".join((text.mark.encode(), *text.segments.contents(), text.tail.encode()))


def text_in_file(file: Path, path: str) -> Text:
    """Return the text of a file, of which memory holds nothing: its lines are read again when they are asked for.

    Raises what `text_of` and `read_bytes` raise; who asks for lines, ConflictError where the file is not what it was.
    """
    if os.name != "posix" or not file.is_file() or file.stat().st_size <= _SHORT:
        return text_of(read_bytes(file), path)
    stored = _Stored(file.open("rb", buffering=0), path)
    try:
        return _text(stored.chunks(), lambda block, start: _Stretch(stored, start, len(block)))
    except (UnicodeDecodeError, _ForbiddenError):
        return text_of(read_bytes(file), path)


class _ForbiddenError(Exception):
    """There is a control in the text."""


def _text(chunks: Iterator[bytes], held: Callable[[bytes, int], Block]) -> Text:
    """Return the text that the bytes of a file hold, its blocks as `held` makes them of their bytes and where these begin."""
    blocks: list[Block] = []
    counts: list[int] = []
    left, begun, mark = next(chunks, b""), 0, ""
    if left.startswith(_MARK):
        left, begun, mark = left[len(_MARK) :], len(_MARK), "\ufeff"
    for chunk in _and_nothing(chunks):
        at = 0
        for block, count in _blocks(left):
            blocks.append(held(block, begun + at))
            counts.append(count)
            at += len(block)
        left, begun = left[at:] + chunk, begun + at
    last, tail = parse_lines(_looked_through(left))
    if last:
        blocks.append(last)
        counts.append(len(last))
    return Text(Segments(blocks, counts), mark, tail)


def _and_nothing(chunks: Iterable[bytes]) -> Iterator[bytes]:
    yield from chunks
    yield b""


def _blocks(content: bytes) -> Iterator[tuple[bytes, int]]:
    """Yield blocks of lines that stand behind each other, each with the number of its segments; what ends none is left."""
    start = 0
    end = content.find(b"\n", _BLOCK) + 1
    while end:
        block = content[start:end]
        lines = _looked_through(block)
        if lines[lines.rfind("\n", 0, -1) + 1 :].isspace():  # blank lines belong to the segment behind them
            end = content.find(b"\n", end) + 1
            continue
        yield block, _count(lines)
        start = end
        end = content.find(b"\n", start + _BLOCK) + 1


def _count(lines: str) -> int:
    if "\r" in lines:
        return sum(1 for _ in said_in(lines))
    said = list(filter(None, lines.split("\n")))
    return len(said) - sum(map(str.isspace, said))


def _looked_through(content: bytes) -> str:
    """Return lines as text; raise where they are no UTF-8 or hold a control."""
    lines = content.decode()
    if lines.replace("\n", "").isprintable():
        return lines
    for line in lines.split("\n"):
        if forbidden_control(line.removesuffix("\r")):
            raise _ForbiddenError
    return lines


class _Stored:
    """A file that is open, and what it was when it was opened."""

    def __init__(self, file: BinaryIO, path: str) -> None:
        self._file = file
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


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Some lines of a file that is open."""

    file: _Stored
    start: int
    size: int

    def read(self) -> bytes:
        """Return the bytes; raise ConflictError where the file was written to."""
        return self.file.read(self.start, self.size)
