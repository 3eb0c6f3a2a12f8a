"""The journal: what was done since the last save, so that a crash loses nothing.

One JSON value a line: `{"did": "apply" | "undo" | "redo", "operation": …, "inverse": …}`. The inverse holds what stood
there before, so that a replay can tell whether the place is still as it was.
"""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from workbench.editing.operations_json import operation_from_json, operation_to_json
from workbench.model.errors import InputError
from workbench.model.operations import Operation


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


class Journal:
    """The journal of one document, `.workbench/journal/<document>.jsonl`.

    Every entry is on the disk (fsync) when `append` returns.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def append(self, entry: Entry) -> None:
        """Write one entry at the end; raise InputError naming the file when the disk refuses."""
        line = {
            "did": str(entry.did),
            "operation": operation_to_json(entry.operation),
            "inverse": operation_to_json(entry.inverse),
        }
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("a+b") as file:
                self._end_torn_line(file.fileno())
                file.write((json.dumps(line, ensure_ascii=False) + "\n").encode("utf-8", "surrogatepass"))
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise InputError(
                f"cannot be written: {error.strerror}", path=str(self.path), advice="free the disk, or save elsewhere"
            ) from error

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
        line for anything else that is no entry.
        """
        if not self.path.exists():
            return ()
        lines = self.path.read_bytes().split(b"\n")[:-1]
        result = []
        for number, line in enumerate(lines, start=1):
            try:
                value = json.loads(line.decode("utf-8", "surrogatepass"))
                entry = Entry(
                    Did(value["did"]), operation_from_json(value["operation"]), operation_from_json(value["inverse"])
                )
            except (ValueError, KeyError, TypeError, InputError) as error:
                raise InputError(
                    f"not an entry of a journal: {error}",
                    path=str(self.path),
                    line=number,
                    advice="move the file away to open without its edits",
                ) from error
            result.append(entry)
        return tuple(result)

    def clear(self) -> None:
        """Forget everything: the files hold it now, or nobody wants it."""
        self.path.unlink(missing_ok=True)

    def set_aside(self) -> Path:
        """Move the journal out of the way, keeping it; return where it lies now."""
        for number in range(1, 10_000):
            aside = self.path.with_suffix(f".{number}.aside")
            if not aside.exists():
                self.path.rename(aside)
                return aside
        raise InputError("too many journals set aside", path=str(self.path.parent), advice="delete the old ones")
