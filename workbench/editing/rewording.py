"""Rewording: new texts for many places of a document at once, segments that come and go among them, as one operation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from workbench.editing.apply import apply
from workbench.editing.edits import edit_texts
from workbench.model.document import Document
from workbench.model.ladder import Bead, BeadStatus
from workbench.model.opened import Opened
from workbench.model.operations import Operation, ReplaceBeads, ReplaceSegments, Together
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
    if rewording.gone or rewording.filled:
        steps = _Steps(document)
        # From the last one on, so that the places of the others stay what they were.
        for _, goes, bead, tag, segment in sorted(_order(document, rewording), reverse=True):
            steps.take_out(tag, segment) if goes else steps.put_in(tag, bead, rewording.filled[tag, bead])
        operations += steps.done
        document, _ = apply(document, Together(tuple(steps.done)))
    return document, operations


def fill(document: Document, tag: str, bead: int, wording: str) -> Operation:
    """Return the operation that gives an omission of a version a text, as a segment of its own.

    Nobody, and no aligner, has accepted what it stands for yet. Raises what `apply` raises for the wording.
    """
    steps = _Steps(document)
    steps.put_in(tag, bead, wording)
    put = steps.done[0]
    filled = replace(steps.bead(tag, bead), status=BeadStatus.AUTO, score=None, digest="")
    operation = replace(put, beads=(ReplaceBeads(tag, bead, 1, (filled,)),))
    apply(document, operation)
    return operation


def _order(document: Document, rewording: Rewording) -> Iterator[tuple[int, bool, int, str, int]]:
    for tag, segment in rewording.gone:
        yield segment, True, 0, tag, segment
    for tag, bead in rewording.filled:
        yield document.ladders[tag].span(bead).version.start, False, bead, tag, 0


class _Steps:
    """Operations by which segments go and come, each made for the document as those before it left it.

    They go from the last segment to the first: so what stands before a place is as the document has it, and its ladders tell
    which bead holds it and where it begins.
    """

    def __init__(self, document: Document) -> None:
        self._document = document
        self._segments: dict[str, Opened] = {}
        self._beads: dict[tuple[str, int], Bead] = {}  # those that became others
        self.done: list[ReplaceSegments] = []

    def _of(self, tag: str) -> Opened:
        if tag not in self._segments:
            self._segments[tag] = Opened(self._document.version(tag).text.segments)
        return self._segments[tag]

    def bead(self, tag: str, index: int) -> Bead:
        """Return a bead as it is by now."""
        return self._beads.get((tag, index)) or self._document.ladders[tag].beads[index]

    def _begins(self, segment: int) -> bool:
        """Whether a paragraph of the pivot begins with a segment."""
        pivot = self._document.version(self._document.pivot).text.segments
        return segment == 0 or (segment < len(pivot) and bool(pivot[segment].before))

    def take_out(self, tag: str, segment: int) -> None:
        """Take a segment out; one beside it is written again, since segments do not become none."""
        segments = self._of(tag)
        going = segments[segment]
        span = self._document.ladders[tag].holding(segment, pivot=False)
        assert span is not None  # noqa: S101 - a ladder holds all segments
        bead = self.bead(tag, span.index)
        fewer = replace(bead, version=bead.version - 1)
        if segment + 1 < len(segments):
            behind = segments[segment + 1]
            self._do(tag, segment, 2, (replace(behind, before=behind.before or going.before),), span.index, fewer)
        else:
            last = replace(segments[segment - 1], end=going.end)
            self._do(tag, segment - 1, 2, (last,), span.index, fewer)

    def put_in(self, tag: str, bead: int, wording: str) -> None:
        """Give an omission a text: a segment of its own, behind that of the bead before."""
        segments = self._of(tag)
        span = self._document.ladders[tag].span(bead)
        at = span.version.start
        filled = replace(self.bead(tag, bead), version=1)
        if at == 0:
            first = segments[0]
            end = first.end or "\n"
            behind = replace(first, before=first.before or (end if self._begins(span.pivot.stop) else ""))
            self._do(tag, 0, 1, (Segment(wording, "", end), behind), bead, filled)
            return
        held = segments[at - 1]
        end = held.end or segments[0].end or "\n"
        new = Segment(wording, end if self._begins(span.pivot.start) else "", held.end)
        self._do(tag, at - 1, 1, (replace(held, end=end), new), bead, filled)

    def _do(self, tag: str, start: int, count: int, segments: tuple[Segment, ...], index: int, bead: Bead) -> None:
        self.done.append(ReplaceSegments(tag, start, count, segments, (ReplaceBeads(tag, index, 1, (bead,)),)))
        self._of(tag).put(start, count, segments)
        self._beads[tag, index] = bead
