"""Where an operation works: the place to show after undo, and whether rows change by it."""

from __future__ import annotations

from workbench.model.document import Document
from workbench.model.operations import (
    Operation,
    ReplaceBeads,
    ReplaceForm,
    ReplaceSegments,
    ReplaceText,
    ReplaceWhole,
    Together,
)


def place_of(document: Document, operation: Operation) -> tuple[str, int] | None:
    """Return version and segment (0-based) that an operation which was just applied to `document` is about, if any."""
    match operation:
        case ReplaceSegments(tag, segment, beads=(follower, *_)) if follower.version == tag:
            # A segment that filled an omission, or left one, was written together with the one before it.
            span = document.ladders[tag].span(follower.start)
            return (tag, segment) if segment in span.version else place_of(document, follower)
        case ReplaceText(tag, segment, _) | ReplaceSegments(tag, segment):
            return tag, segment
        case ReplaceForm():
            return None
        case ReplaceBeads(tag, start, _, _):
            ladder = document.ladders[tag]
            if not ladder.beads:
                return None
            span = ladder.span(min(start, len(ladder.beads) - 1))
            return (tag, span.version.start) if span.version else (document.pivot, span.pivot.start)
        case ReplaceWhole():
            return None
        case Together(operations):
            # The wording, where there is one, is what people remember: its beads only follow.
            texts = (each for each in operations if isinstance(each, ReplaceText | ReplaceSegments))
            first = next(texts, operations[0] if operations else None)
            return place_of(document, first) if first is not None else None


def reshapes(document: Document, operation: Operation) -> bool:
    """Whether rows change when `operation` is applied to `document`: it puts beads of other counts in."""
    match operation:
        case ReplaceText() | ReplaceForm():
            return False
        case ReplaceSegments() | ReplaceWhole():
            return True
        case ReplaceBeads(tag, start, count, beads):
            there = document.ladders[tag].beads[start : start + count]
            return [(bead.pivot, bead.version, bead.mark) for bead in there] != [
                (bead.pivot, bead.version, bead.mark) for bead in beads
            ]
        case Together(operations):
            return any(reshapes(document, each) for each in operations)
