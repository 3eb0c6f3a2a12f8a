"""Sides: what the aligner sees of one version, its segments, where paragraphs begin, what is known of its language."""

from __future__ import annotations

from dataclasses import dataclass, field

from workbench.languages.knowledge import NEUTRAL, Knowledge, knowledge
from workbench.model.document import Document, Version
from workbench.model.ladder import Span
from workbench.model.text import digest


@dataclass(frozen=True, slots=True)
class Side:
    """One side: segment texts in order, the indices of those that begin paragraphs (ascending), the language."""

    segments: tuple[str, ...]
    starts: tuple[int, ...] = (0,)
    knowledge: Knowledge = field(default=NEUTRAL)

    def __len__(self) -> int:
        return len(self.segments)

    def joined(self, segments: range) -> str:
        """Return the texts of consecutive segments as one, joined by what the language joins with."""
        return self.knowledge.joiner.join(self.segments[segments.start : segments.stop])


def side_of(version: Version) -> Side:
    """Return the side that a version of a document makes; raises TagError for a malformed tag."""
    return Side(version.segments(), version.text.starts(), knowledge(version.tag))


def bead_digest(pivot: Side, version: Side, span: Span) -> str:
    """Return the eight digits that a confirmed or reviewed bead carries: four of the pivot's text, four of the version's.

    Two halves, so that a digest that no longer fits tells which text has changed.
    """
    return half_digest(pivot, span.pivot) + half_digest(version, span.version)


def half_digest(side: Side, segments: range) -> str:
    """Return the four digits of one half of a bead's digest: those of consecutive segments of one side."""
    return digest(side.joined(segments), length=4)


def digest_in(document: Document, tag: str, span: Span) -> str:
    """Return the digest (see `bead_digest`) of a bead of a version of a document, without a look at all other segments."""
    pivot, version = document.version(document.pivot), document.version(tag)
    return half_digest_in(pivot, span.pivot) + half_digest_in(version, span.version)


def half_digest_in(version: Version, segments: range) -> str:
    """Return the four digits (see `half_digest`) of consecutive segments of a version, without a look at all others."""
    held = version.text.segments[segments.start : segments.stop]
    return digest(knowledge(version.tag).joiner.join([segment.text for segment in held]), length=4)
