"""Ladders of files: long ones are looked through once, and their beads are read again when they are asked for."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterator
from pathlib import Path

from workbench.model.beads import Beads, Counts, ladder_in_blocks
from workbench.model.errors import InputError
from workbench.model.ladder import Bead, Ladder
from workbench.workspace.bytes import decode, read_bytes
from workbench.workspace.ladder_format import parse_ladder
from workbench.workspace.stored_file import StoredFile, may_stay

_BLOCK = 12_000  # bytes of a block, more or less: some hundreds of beads
_MARK = b"\xef\xbb\xbf"
# A line that is a bead, and so ends a block: a comment belongs to the bead below it.
_BEAD = re.compile(rb"^\d[^\n]*\n", re.MULTILINE)


def ladder_in_file(file: Path, path: str) -> Ladder:
    """Return the ladder of a file, of whose beads memory holds few: they are read again when they are asked for.

    `path` is how messages name the file. Raises what `parse_ladder` and `read_bytes` raise; who asks for beads, ConflictError
    where the file is not what it was.
    """
    if may_stay(file):
        stored = _InFile(StoredFile(file, path), path)
        try:
            counts = [*stored.counts()]
            return ladder_in_blocks(Beads(stored.beads, counts, stored.marked))
        except (UnicodeDecodeError, InputError):
            pass  # what is below says where
    return parse_ladder(decode(read_bytes(file), path), path)


class _InFile:
    def __init__(self, file: StoredFile, path: str) -> None:
        self._file = file
        self._path = path
        self._ends = array("Q", [0])
        self.marked = array("I")

    def counts(self) -> Iterator[Counts]:
        """Yield the counts of every block; raise UnicodeDecodeError or InputError where what stands there is no ladder.

        Behind the last it is known which beads are marked.
        """
        first = 0
        for block in self._blocks():
            if self._ends[-1] and block.startswith(_MARK):
                raise InputError("a byte order mark", path=self._path)
            self._ends.append(self._ends[-1] + len(block))
            beads = self._parsed(block)
            self.marked.extend([index for index, bead in enumerate(beads, first) if bead.mark])
            first += len(beads)
            yield Counts(len(beads), sum([bead.pivot for bead in beads]), sum([bead.version for bead in beads]))

    def beads(self, block: int) -> tuple[Bead, ...]:
        """Return the beads of a block."""
        start, end = self._ends[block], self._ends[block + 1]
        return self._parsed(self._file.read(start, end - start))

    def _parsed(self, block: bytes) -> tuple[Bead, ...]:
        return tuple(parse_ladder(block.decode(), self._path).beads)

    def _blocks(self) -> Iterator[bytes]:
        """Yield the lines of the file, some at a time."""
        left = b""
        for chunk in self._file.chunks():
            left += chunk
            at = 0
            while (end := _BEAD.search(left, at + _BLOCK)) is not None:
                yield left[at : end.end()]
                at = end.end()
            left = left[at:]
        if left:
            yield left
