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
class LineForm:
    """What stands around a segment in its file (see `Segment`): the blank lines before it, and its line's end."""

    segment: int
    before: str
    end: str


@dataclass(frozen=True, slots=True)
class ReplaceForm:
    """Give a version's file another form, its wording and paragraphs as they are.

    `mark` is the byte order mark, `tail` what follows the last line; None leaves them. `lines` are those that change.
    """

    version: str
    mark: str | None = None
    tail: str | None = None
    lines: tuple[LineForm, ...] = ()


@dataclass(frozen=True, slots=True)
class Together:
    """Several operations that are applied, undone and shown as one, in order."""

    operations: tuple[Operation, ...]


Operation = ReplaceText | ReplaceBeads | ReplaceSegments | ReplaceWhole | ReplaceForm | Together
