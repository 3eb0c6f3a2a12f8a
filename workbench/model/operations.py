"""Operations: every change to a document, as data.

An operation says what is changed, never how: `workbench.editing` applies it and gives back the operation that undoes it.
"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.model.ladder import Bead, Ladder
from workbench.model.segment import Segment, Text


@dataclass(frozen=True, slots=True)
class ReplaceText:
    """Give one segment of a version another wording (one line, NFC)."""

    version: str
    segment: int
    text: str


@dataclass(frozen=True, slots=True)
class ReplaceBeads:
    """Put `beads` in the place of the `count` beads from index `start` of a version's ladder; they hold as many segments."""

    version: str
    start: int
    count: int
    beads: tuple[Bead, ...]


@dataclass(frozen=True, slots=True)
class ReplaceSegments:
    """Put `segments` in the place of the `count` segments from index `start` of a version: split, joined, or parted otherwise.

    `beads` put into each ladder that holds these segments (of the pivot: all) beads that hold as many more or fewer.
    """

    version: str
    start: int
    count: int
    segments: tuple[Segment, ...]
    beads: tuple[ReplaceBeads, ...] = ()


@dataclass(frozen=True, slots=True)
class ReplaceWhole:
    """Put whole texts of versions and whole ladders in, by tag: what comes of a merge with files that changed underneath.

    Afterwards every ladder must hold its texts. Locks are not asked: somebody changed the files already.
    """

    texts: tuple[tuple[str, Text], ...] = ()
    ladders: tuple[tuple[str, Ladder], ...] = ()


@dataclass(frozen=True, slots=True)
class Together:
    """Several operations that are applied, undone and shown as one, in order."""

    operations: tuple[Operation, ...]


Operation = ReplaceText | ReplaceBeads | ReplaceSegments | ReplaceWhole | Together
