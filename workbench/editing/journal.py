"""The journal: what was done since the last save, so that a crash loses nothing.

One JSON value a line: `{"did": "apply" | "undo" | "redo", "operation": …, "inverse": …}`. The inverse holds what stood
there before, so that a replay can tell whether the place is still as it was.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from workbench.editing.operations_json import operation_from_json, operation_to_json
from workbench.model.errors import InputError
from workbench.model.operations import Operation
from workbench.workspace.saving import sync_folder


class Did(StrEnum):
    """How an operation came about."""

    APPLY = "apply"
    UNDO = "undo"
    REDO = "redo"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing done: `operation` changed the document, `inverse` changes it back."""

    did: Did
    operation: Operation
    inverse: Operation


@dataclass(frozen=True, slots=True)
class Read:
    """What a journal holds: its `entries`, and the `problems` of lines that are none."""

    entries: tuple[Entry, ...] = ()
    problems: tuple[InputError, ...] = ()


class Journal:
    """The journal of one document, `.workbench/journal/<document>.jsonl`.

    Every entry is on the disk (fsync) when `append` returns.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def append(self, entry: Entry) -> None:
        """Write one entry at the end, or nothing; raise InputError naming the file when the disk refuses."""
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            created = not self.path.exists()
            with self.path.open("a+b", buffering=0) as file:
                self._end_torn_line(file.fileno())
                size = os.fstat(file.fileno()).st_size
                try:
                    _write_synced(file.fileno(), _line(entry))
                except OSError:
                    # What the session does not do must not be done by a replay either.
                    os.ftruncate(file.fileno(), size)
                    raise
            if created:
                sync_folder(self.path.parent)
        except OSError as error:
            raise self._refused(error) from error

    def begin_anew(self, entries: Sequence[Entry]) -> None:
        """Hold these entries instead of what is there, as one act: a crash leaves the old ones or the new ones.

        Raises InputError when the disk refuses; the old ones are there then.
        """
        part = self.path.with_suffix(".part")
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            try:
                with part.open("wb", buffering=0) as file:
                    _write_synced(file.fileno(), b"".join(map(_line, entries)))
                os.replace(part, self.path)
                sync_folder(self.path.parent)
            except OSError:
                part.unlink(missing_ok=True)
                raise
        except OSError as error:
            raise self._refused(error) from error

    def _refused(self, error: OSError) -> InputError:
        return InputError(
            f"cannot be written: {error.strerror or error}",
            path=str(self.path),
            advice="free the disk, or the right to write there, and do it again",
        )

    @staticmethod
    def _end_torn_line(descriptor: int) -> None:
        """Cut off what a crash left of a line that was not written to its end."""
        size = os.fstat(descriptor).st_size
        if not size or os.pread(descriptor, 1, size - 1) == b"\n":
            return
        content = os.pread(descriptor, size, 0)
        os.ftruncate(descriptor, content.rfind(b"\n") + 1)

    def entries(self) -> tuple[Entry, ...]:
        """Return what is in the journal, oldest first; nothing when there is none.

        A last line without its end was not finished when the crash came, and is left out. Raises InputError with the
        line for anything else that is no entry, and where the file cannot be read.
        """
        read = self.read()
        if read.problems:
            raise read.problems[0]
        return read.entries

    def read(self) -> Read:
        """Return what can be read of the journal, oldest first, and what is wrong with the lines that cannot.

        Raises InputError where the file cannot be read.
        """
        try:
            lines = self.path.read_bytes().split(b"\n")[:-1]
        except FileNotFoundError:
            return Read()
        except OSError as error:
            raise InputError(
                f"cannot be read: {error.strerror or error}", path=str(self.path), advice="give yourself the right to"
            ) from error
        entries: list[Entry] = []
        problems: list[InputError] = []
        for number, line in enumerate(lines, start=1):
            try:
                entries.append(_entry(line))
            except (ValueError, KeyError, TypeError, InputError) as error:
                problem = InputError(
                    f"not an entry of a journal: {error}",
                    path=str(self.path),
                    line=number,
                    advice="move the file away to open without its edits",
                )
                problem.__cause__ = error
                problems.append(problem)
        return Read(tuple(entries), tuple(problems))

    def clear(self) -> None:
        """Forget everything: the files hold it now, or nobody wants it. Raises InputError when the disk refuses."""
        try:
            self.path.unlink(missing_ok=True)
        except OSError as error:
            raise self._refused(error) from error

    def set_aside(self) -> Path:
        """Move the journal out of the way, keeping it; return where it lies now. Raises InputError when the disk refuses."""
        return self._aside(os.replace)

    def copy_aside(self) -> Path:
        """Copy the journal, so that it is kept whatever comes; return where the copy lies. Raises InputError."""
        return self._aside(shutil.copyfile)

    def _aside(self, put: Callable[[Path, Path], object]) -> Path:
        for number in range(1, 10_000):
            aside = self.path.with_suffix(f".{number}.aside")
            if not aside.exists():
                try:
                    put(self.path, aside)
                except OSError as error:
                    raise self._refused(error) from error
                return aside
        raise InputError("too many journals set aside", path=str(self.path.parent), advice="delete the old ones")


def _line(entry: Entry) -> bytes:
    value = {
        "did": str(entry.did),
        "operation": operation_to_json(entry.operation),
        "inverse": operation_to_json(entry.inverse),
    }
    return (json.dumps(value, ensure_ascii=False) + "\n").encode("utf-8", "surrogatepass")


def _entry(line: bytes) -> Entry:
    value = json.loads(line.decode("utf-8", "surrogatepass"))
    return Entry(Did(value["did"]), operation_from_json(value["operation"]), operation_from_json(value["inverse"]))


def _write_synced(descriptor: int, content: bytes) -> None:
    while content:
        content = content[os.write(descriptor, content) :]
    os.fsync(descriptor)
