"""Findings: what a check reports, with its place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.model.operations import Operation

_UNSEEN = {"": "take it out", " ": "one space"}


class Severity(StrEnum):
    """How bad a finding is; the order of the members is that of gravity, the worst first."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """The place in the order of gravity: 0 is the worst."""
        return list(Severity).index(self)


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a version's file.

    `version` is the tag of the version that is meant, or None where versions disagree and no majority names the odd
    one; what a version lacks altogether is placed in the pivot's file. `path` is relative to the workspace root, with
    forward slashes. `line` and `column` are 1-based, `end_column` is behind the last one; columns count code points of
    the line as it stands in the file. `words` is what the finding is about; where that is missing, `column` and
    `end_column` are equal.
    """

    version: str | None
    clause: str
    path: str
    line: int
    column: int
    end_column: int
    words: str


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check reports.

    `related` are places in other versions, or elsewhere in this one, that show what is wrong; `suggestion` is the
    wording to put in the place of `location.words`. `row` is the index of the row; `segment` that of the segment in the
    version of `location`, None where it stands in another. `excerpt` is the whole line of the place. `safe` says that the
    suggestion may be put in the place of the words without a look; `fix` is the operation that mends what no suggestion can.
    """

    check: str
    severity: Severity
    document: str
    location: Location
    message: str
    suggestion: str | None = None
    related: tuple[Location, ...] = ()
    fingerprint: str = ""
    row: int = 0
    segment: int | None = None
    excerpt: str = ""
    safe: bool = False
    fix: Operation | None = None

    @property
    def version(self) -> str | None:
        """The tag of the version that is wrong, or None."""
        return self.location.version

    @property
    def advice(self) -> str:
        """The suggestion as people read it: what cannot be seen in words; "" where there is none."""
        return _UNSEEN.get(self.suggestion or "", self.suggestion or "") if self.suggestion is not None else ""
