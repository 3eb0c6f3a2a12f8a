"""What is told of an import: wordings that are taken, and wordings that are not."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Change:
    """A wording that is taken: what stood there, and what stands there now. `line` is that of the file (0: none)."""

    version: str
    clause: str
    line: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Left:
    """A wording of the file that is not taken: what stands here instead (`ours`, "" for nothing), what the file says, and why."""

    version: str
    clause: str
    line: int
    ours: str
    theirs: str
    reason: str
