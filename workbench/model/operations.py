"""Operations: every change to a document, as data.

An operation says what is changed, never how: `workbench.editing` applies it and gives back the operation that undoes it.
"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.model.ladder import Bead


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


Operation = ReplaceText | ReplaceBeads | ReplaceForm | Together
