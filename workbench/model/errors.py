"""The errors that Workbench raises on purpose.

The tree::

    WorkbenchError              exit code 2, one line for the user
    ├── UsageError              the command's words are off
    ├── InputError              a file or text from outside cannot be taken (path, line, what to do)
    │   ├── EncodingError       bytes that are not UTF-8
    │   └── TagError            a malformed language tag
    ├── ConflictError           what would be written is in the way of something newer, or exists already
    └── NotFoundError           a document, version or folder that is not there
"""

from __future__ import annotations


class WorkbenchError(Exception):
    """An error whose text is meant for the user: one line that says what is wrong and what to do.

    Every class of the tree carries the exit code of the command that it ends.
    """

    exit_code = 2


class UsageError(WorkbenchError):
    """The words of a command are off."""


class InputError(WorkbenchError):
    """A file or a text from outside cannot be taken.

    `path` names the file ("" for text that is in no file), `line` is 1-based (0 when the whole file is meant), `advice` says
    what to do.
    """

    def __init__(self, message: str, *, path: str = "", line: int = 0, advice: str = "") -> None:
        self.message = message
        self.path = path
        self.line = line
        self.advice = advice
        place = f"{path}:{line}: " if path and line else f"{path}: " if path else ""
        super().__init__(f"{place}{message}" + (f" — {advice}" if advice else ""))


class EncodingError(InputError):
    """Bytes that are not UTF-8 where a text must be."""


class TagError(InputError):
    """A language tag that BCP 47 does not allow."""


class ConflictError(WorkbenchError):
    """What would be written is in the way of something newer, or exists already."""


class NotFoundError(WorkbenchError):
    """A document, a version or a folder that is not there."""
