"""Rewording: new texts for many places of a document at once, segments that come and go among them, as one operation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from workbench.editing.apply import apply
from workbench.editing.edits import edit_texts
from workbench.model.document import Document
from workbench.model.ladder import Bead
from workbench.model.operations import Operation, ReplaceBeads, ReplaceSegments
from workbench.model.segment import Segment


@dataclass(slots=True)
class Rewording:
    """What is to change: new texts by version and segment, segments that go, and texts for omissions by version and bead.

    A segment that goes is none of the pivot, and no addition by itself: so the ladders have as many beads afterwards.
    """

    texts: dict[tuple[str, int], str] = field(default_factory=dict)
    gone: set[tuple[str, int]] = field(default_factory=set)
    filled: dict[tuple[str, int], str] = field(default_factory=dict)


def reword(document: Document, rewording: Rewording) -> tuple[Document, Sequence[Operation]]:
    """Return the document with all of it done, and the operations that do so, in order. Raises what `apply` raises.

    Confirmed beads stay confirmed, as `edit_texts` has it.
    """
    operations: list[Operation] = []
    if rewording.texts:
        operations.append(edit_texts(document, rewording.texts))
        document, _ = apply(document, operations[-1])
    # From the last one on, so that the places of the others stay what they were.
    for _, goes, bead, tag, segment in sorted(_steps(document, rewording), reverse=True):
        step = _taken_out(document, tag, segment) if goes else _put_in(document, tag, bead, rewording.filled[tag, bead])
        operations.append(step)
        document, _ = apply(document, step)
    return document, operations


def _steps(document: Document, rewording: Rewording) -> Iterator[tuple[int, bool, int, str, int]]:
    for tag, segment in rewording.gone:
        yield segment, True, 0, tag, segment
    for tag, bead in rewording.filled:
        yield document.ladders[tag].span(bead).version.start, False, bead, tag, 0


def _taken_out(document: Document, tag: str, segment: int) -> Operation:
    """Return the operation that takes a segment out; one beside it is written again, since segments do not become none."""
    text = document.version(tag).text
    going = text.segments[segment]
    span = document.ladders[tag].holding(segment, pivot=False)
    assert span is not None  # noqa: S101 - a ladder holds all segments
    follower = ReplaceBeads(tag, span.index, 1, (replace(span.bead, version=span.bead.version - 1),))
    if segment + 1 < len(text.segments):
        behind = text.segments[segment + 1]
        return ReplaceSegments(tag, segment, 2, (replace(behind, before=behind.before or going.before),), (follower,))
    last = replace(text.segments[segment - 1], end=going.end)
    return ReplaceSegments(tag, segment - 1, 2, (last,), (follower,))


def _put_in(document: Document, tag: str, bead: int, wording: str) -> Operation:
    """Return the operation that gives an omission a text: a segment of its own, behind that of the bead before."""
    text = document.version(tag).text
    span = document.ladders[tag].span(bead)
    at = span.version.start
    filled: Bead = replace(span.bead, version=1)
    follower = ReplaceBeads(tag, bead, 1, (filled,))
    begins = span.pivot.start in document.version(document.pivot).text.starts()
    if at == 0:
        first = text.segments[0]
        end = first.end or "\n"
        next_begins = span.pivot.stop in document.version(document.pivot).text.starts()
        behind = replace(first, before=first.before or (end if next_begins else ""))
        return ReplaceSegments(tag, 0, 1, (Segment(wording, "", end), behind), (follower,))
    held = text.segments[at - 1]
    end = held.end or text.segments[0].end or "\n"
    new = Segment(wording, end if begins else "", held.end)
    return ReplaceSegments(tag, at - 1, 1, (replace(held, end=end), new), (follower,))
