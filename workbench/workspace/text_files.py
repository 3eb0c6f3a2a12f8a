"""Texts of files: looked through once, for bytes that are no UTF-8 and for controls, and held as the lines that they are."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from workbench.model.segment import Segment, Text, format_text, parse_lines, parse_text
from workbench.model.segments import Block, Segments, said_in
from workbench.model.text import forbidden_control
from workbench.workspace.bytes import check_controls, decode, read_bytes
from workbench.workspace.stored_file import SHORT, StoredFile, may_stay

_BLOCK = 12_000  # bytes of a block, more or less: some sixty segments
_MARK = b"\xef\xbb\xbf"


def text_of(content: bytes, path: str) -> Text:
    """Return the text that the content of a file holds; `path` is how messages name the file.

    Raises EncodingError for bytes that are not UTF-8, InputError for a control that no text may hold, both with the line.
    """
    if len(content) > SHORT and b"\0" not in content:
        try:
            return _text(iter((content,)), _InMemory())
        except (UnicodeDecodeError, _ForbiddenError):
            pass  # what is below says where
    decoded = decode(content, path)
    check_controls(decoded, path)
    return parse_text(decoded)


@dataclass(frozen=True, slots=True)
class TextContent:
    """The content of the file that a text stands in, or is written to, in pieces."""

    text: Text

    def contents(self) -> Iterator[bytes]:
        """Yield the pieces in order. Raises ConflictError where the lines stand in a file that has changed since."""
        text = self.text
        if not isinstance(text.segments, Segments):
            yield format_text(text).encode()
            return
        yield text.mark.encode()
        yield from text.segments.contents()
        yield text.tail.encode()


def text_in_file(file: Path, path: str) -> Text:
    """Return the text of a file, of which memory holds nothing: its lines are read again when they are asked for.

    Raises what `text_of` and `read_bytes` raise; who asks for lines, ConflictError where the file is not what it was.
    """
    if not may_stay(file):
        return text_of(read_bytes(file), path)
    stored = StoredFile(file, path)
    try:
        return _text(stored.chunks(), _InFile(stored))
    except (UnicodeDecodeError, _ForbiddenError):
        return text_of(read_bytes(file), path)


class _ForbiddenError(Exception):
    """There is a control in the text."""


def _text(chunks: Iterator[bytes], blocks: _InMemory | _InFile) -> Text:
    """Return the text that the bytes of a file hold; `blocks`, empty at first, takes its blocks and where they begin."""
    counts: list[int] = []
    left, begun, mark = next(chunks, b""), 0, ""
    if left.startswith(_MARK):
        left, begun, mark = left[len(_MARK) :], len(_MARK), "\ufeff"
    for chunk in _and_nothing(chunks):
        at = 0
        for block, count in _blocks(left):
            blocks.hold(block, begun + at)
            counts.append(count)
            at += len(block)
        left, begun = left[at:] + chunk, begun + at
    last, tail = parse_lines(_looked_through(left))
    if last:
        blocks.end(last)
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
        return len(said_in(lines))
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


class _InMemory(list[Block]):
    """Blocks as the bytes of their lines."""

    def hold(self, block: bytes, start: int) -> None:  # noqa: ARG002 - where it begins in the file does not matter
        """Take a block, which begins at `start`."""
        self.append(block)

    def end(self, last: tuple[Segment, ...]) -> None:
        """Take the last segments."""
        self.append(last)


class _InFile:
    """Blocks that stay in a file: of each its end is held."""

    def __init__(self, file: StoredFile) -> None:
        self._file = file
        self._ends = array("Q")
        self._last: tuple[Segment, ...] = ()

    def hold(self, block: bytes, start: int) -> None:
        """Take a block, which begins at `start`."""
        if not self._ends:
            self._ends.append(start)
        self._ends.append(start + len(block))

    def end(self, last: tuple[Segment, ...]) -> None:
        """Take the last segments."""
        self._last = last

    def __len__(self) -> int:
        return max(0, len(self._ends) - 1) + bool(self._last)

    def __getitem__(self, index: int) -> Block:
        if self._last and index == len(self) - 1:
            return self._last
        start, end = self._ends[index], self._ends[index + 1]
        return _Stretch(self._file, start, end - start)

    def __iter__(self) -> Iterator[Block]:
        return map(self.__getitem__, range(len(self)))


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Some lines of a file that is open."""

    file: StoredFile
    start: int
    size: int

    def read(self) -> bytes:
        """Return the bytes; raise ConflictError where the file was written to."""
        return self.file.read(self.start, self.size)
