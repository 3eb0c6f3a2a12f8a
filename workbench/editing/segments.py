"""What people do to segments and paragraphs, made into operations: the ladders follow, and what was confirmed stays so."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from workbench.alignment.side import digest_in
from workbench.editing.beads import joined
from workbench.languages.knowledge import knowledge
from workbench.model.document import Document, Version
from workbench.model.errors import InputError
from workbench.model.ladder import Bead, BeadStatus, Ladder
from workbench.model.operations import Operation, ReplaceBeads, ReplaceSegments
from workbench.model.segment import Segment


def split_segment(document: Document, tag: str, segment: int, at: int) -> Operation:
    """Return the operation that cuts a segment in two before its code point `at`; both stay in the bead that it was in.

    Raises InputError where one of the two would be empty.
    """
    held = document.version(tag).text.segments[segment]
    texts = held.text[:at].rstrip(), held.text[at:].lstrip()
    if not all(texts):
        raise InputError("a segment cannot be cut at its edge", advice="put the cursor between two words")
    parts = (Segment(texts[0], held.before, _line_end(document.version(tag), segment)), Segment(texts[1], "", held.end))
    return _following(document, tag, segment, 1, parts)


def join_with_next(document: Document, tag: str, segment: int) -> Operation:
    """Return the operation that makes one segment of two that stand behind each other; beads that held them become one.

    Raises InputError for the last segment.
    """
    segments = document.version(tag).text.segments
    if segment + 1 >= len(segments):
        raise InputError("there is no segment behind this one", advice="join from the one before")
    one, other = segments[segment], segments[segment + 1]
    text = one.text.rstrip() + knowledge(tag).joiner + other.text.lstrip()
    return _following(document, tag, segment, 2, (Segment(text, one.before, other.end),))


def begin_paragraph(document: Document, tag: str, segment: int) -> Operation:
    """Return the operation that lets a paragraph begin at a segment, or, where one does, lets it go on.

    Raises InputError for the first segment, which always begins one.
    """
    if segment == 0:
        raise InputError("the first segment begins a paragraph in any case", advice="choose a later one")
    version = document.version(tag)
    held = version.text.segments[segment]
    before = "" if held.before else _line_end(version, segment - 1)
    return ReplaceSegments(tag, segment, 1, (replace(held, before=before),))


def _line_end(version: Version, segment: int) -> str:
    """Return how a line ends in a version's file; where the file ends without an end, as other lines do."""
    segments = version.text.segments
    return segments[segment].end or (segments[0].end or "\n")


def _following(document: Document, tag: str, start: int, count: int, parts: tuple[Segment, ...]) -> Operation:
    """Return the operation that puts `parts` in the place of segments, with the beads of all ladders that hold them."""
    text = document.version(tag).text
    changed = (*text.segments[:start], *parts, *text.segments[start + count :])
    after = document.with_version(replace(document.version(tag), text=replace(text, segments=changed)))
    followers = tuple(_followers(document, after, tag, range(start, start + count), len(parts) - count))
    return ReplaceSegments(tag, start, count, parts, followers)


def _followers(document: Document, after: Document, tag: str, segments: range, more: int) -> Iterator[ReplaceBeads]:
    on_pivot = tag == document.pivot
    for other in document.others() if on_pivot else (tag,):
        ladder = document.ladders[other]
        held = [ladder.holding(segment, pivot=on_pivot) for segment in (segments[0], segments[-1])]
        first, last = (span.index for span in held if span is not None)
        bead = ladder.beads[first]
        if first != last and any(each.mark for each in ladder.beads[first : last + 1]):
            raise InputError("one of the two belongs to a crossing", advice="unlink it first")
        for each in ladder.beads[first + 1 : last + 1]:
            bead = joined(bead, each)
        size = (bead.pivot + more, bead.version) if on_pivot else (bead.pivot, bead.version + more)
        bead = replace(bead, pivot=size[0], version=size[1])
        yield ReplaceBeads(other, first, last - first + 1, (_kept(document, after, other, first, bead),))


def _kept(document: Document, after: Document, tag: str, index: int, bead: Bead) -> Bead:
    """Return a bead with its digest as the texts are now, where a person had confirmed it as they were."""
    ladder = document.ladders[tag]
    old = ladder.span(index)
    if bead.status is not BeadStatus.CONFIRMED or old.bead.digest != digest_in(document, tag, old):
        return bead
    new = Ladder((*ladder.beads[:index], bead)).span(index)
    return replace(bead, digest=digest_in(after, tag, new))
