"""What people do to the alignment by hand, made into operations: what a hand made is confirmed, so that the aligner keeps it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.alignment.side import digest_in
from workbench.model.document import Document
from workbench.model.errors import InputError
from workbench.model.ladder import Bead, BeadStatus, Span
from workbench.model.operations import Operation, ReplaceBeads, Together
from workbench.model.text import forbidden_control


def merge_with_next(document: Document, tag: str, index: int) -> Operation:
    """Return the operation that makes one bead of bead `index` of a version's ladder and the one behind it.

    An omission with the addition behind it becomes a bead of both. Raises InputError at the end of the ladder.
    """
    beads = document.ladders[tag].beads
    if index + 1 >= len(beads):
        raise InputError("there is no bead behind this one", advice="merge from the one before")
    return _by_hand(document, tag, index, 2, (joined(beads[index], beads[index + 1]),))


def joined(one: Bead, other: Bead) -> Bead:
    """Return one bead of two that stand behind each other: their notes and comments together, as nobody accepted it yet."""
    note = " / ".join(dict.fromkeys(filter(None, (one.note, other.note))))
    return Bead(
        one.pivot + other.pivot, one.version + other.version, note=note, comments=(*one.comments, *other.comments)
    )


def split_bead(document: Document, tag: str, index: int, version_at: int, pivot_at: int | None = None) -> Operation:
    """Return the operation that cuts bead `index` in two before segment `version_at` of its version side.

    `pivot_at` says the same of the pivot side; None: where the lengths of the texts say. Raises InputError for a cut that
    leaves nothing on one side of it.
    """
    span = document.ladders[tag].span(index)
    at = _fitting_cut(document, tag, span, version_at) if pivot_at is None else pivot_at
    if not 0 <= at <= span.bead.pivot or not 0 <= version_at <= span.bead.version:
        raise InputError("the cut is outside the bead", advice="put the cursor on a segment of it")
    first, second = (at, version_at), (span.bead.pivot - at, span.bead.version - version_at)
    if not any(first) or not any(second):
        raise InputError("the bead cannot be cut at its beginning", advice="put the cursor on its second segment")
    head = Bead(*first, note=span.bead.note, comments=span.bead.comments)
    return _by_hand(document, tag, index, 1, (head, Bead(*second)))


def move_boundary(document: Document, tag: str, index: int, by: int) -> Operation:
    """Return the operation that moves the edge between bead `index` and the next by some segments of the version.

    `by` 1 takes the first segment of the next bead into this one, -1 gives its last one to the next; 2 and -2 move two. A
    bead that is left with nothing on either side goes. Raises InputError where there are no such segments to move.
    """
    beads = document.ladders[tag].beads
    if index + 1 >= len(beads):
        raise InputError("there is no bead behind this one", advice="move the edge of the one before")
    one, other = beads[index], beads[index + 1]
    if (other if by > 0 else one).version < abs(by):
        raise InputError("there is no segment to move over this edge", advice="move the edge from the other side")
    changed = (
        Bead(one.pivot, one.version + by, note=one.note, comments=one.comments),
        Bead(other.pivot, other.version - by, note=other.note, comments=other.comments),
    )
    return _by_hand(document, tag, index, 2, tuple(bead for bead in changed if bead.pivot or bead.version))


def move_segment(document: Document, tag: str, segment: int, by: int) -> Operation:
    """Return the operation that moves a segment (0-based) of a version into the bead behind its own (`by` 1) or before (-1).

    Segments between it and that bead go with it. Raises InputError where there is no such bead.
    """
    span = document.ladders[tag].holding(segment, pivot=False)
    if span is None or (by < 0 and not span.index):
        raise InputError("there is no bead on that side", advice="move it to the other side")
    if by < 0:
        return move_boundary(document, tag, span.index - 1, segment - span.version.start + 1)
    return move_boundary(document, tag, span.index, segment - span.version.stop)


def unlink(document: Document, tag: str, index: int) -> Operation:
    """Return the operation that parts the sides of a bead: an omission and an addition; or the halves of a crossing.

    Raises InputError for a bead that has one side alone already.
    """
    bead = document.ladders[tag].beads[index]
    if bead.mark:
        return Together(
            tuple(
                ReplaceBeads(tag, at, 1, (replace(each, mark=""),))
                for at, each in enumerate(document.ladders[tag].beads)
                if each.mark == bead.mark
            )
        )
    if not (bead.pivot and bead.version):
        raise InputError("nothing is linked here", advice="link it with a half that stands elsewhere, or merge it")
    halves = (Bead(bead.pivot, 0, note=bead.note, comments=bead.comments), Bead(0, bead.version))
    return _by_hand(document, tag, index, 1, halves)


def link_crossing(document: Document, tag: str, one: int, other: int) -> Operation:
    """Return the operation that ties an omission and an addition (beads `one` and `other`, in any order) into a crossing.

    Raises InputError where they are not one of each, or tied already.
    """
    beads = document.ladders[tag].beads
    halves = sorted((one, other), key=lambda index: bool(beads[index].version))
    first, second = (beads[index] for index in halves)
    if first.version or second.pivot or not first.pivot or not second.version:
        raise InputError(
            "a crossing is made of an omission and an addition", advice="unlink the beads first, then link their halves"
        )
    if first.mark or second.mark:
        raise InputError("one of the halves belongs to a crossing already", advice="unlink it first")
    taken = {bead.mark for bead in beads}
    mark = next(name for number in range(1, len(beads) + 2) if (name := f"@moved{number}") not in taken)
    return Together(
        tuple(
            ReplaceBeads(tag, index, 1, (_accepted(document, tag, index, replace(beads[index], mark=mark)),))
            for index in halves
        )
    )


def note(document: Document, tag: str, index: int, text: str) -> Operation:
    """Return the operation that writes a note on a bead (one line; "" takes it away). Raises InputError for a control in it."""
    words = " ".join(text.split(" ")).strip()
    if "\t" in words or forbidden_control(words):
        raise InputError("a note is one line without tabs and controls", advice="write it in one line")
    bead = document.ladders[tag].beads[index]
    return ReplaceBeads(tag, index, 1, (replace(bead, note=words),))


def review(document: Document, beads: Sequence[tuple[str, Span]]) -> Operation:
    """Return the operation that marks the wording of beads, each given with the tag of its version, as accepted."""
    return Together(
        tuple(
            ReplaceBeads(
                tag,
                span.index,
                1,
                (replace(_accepted(document, tag, span.index, span.bead), status=BeadStatus.REVIEWED),),
            )
            for tag, span in beads
        )
    )


def _fitting_cut(document: Document, tag: str, span: Span, version_at: int) -> int:
    """Return before which of a bead's pivot segments to cut, as the lengths of the texts say."""
    texts = document.version(tag).text.segments, document.version(document.pivot).text.segments
    theirs = [len(texts[0][index].text) for index in span.version]
    mine = [len(texts[1][index].text) for index in span.pivot]
    if len(mine) < 2:
        return len(mine)  # one pivot segment stays with the first part; the rest is an addition
    wanted = sum(theirs[:version_at]) / max(1, sum(theirs))
    return min(range(1, len(mine)), key=lambda at: abs(sum(mine[:at]) / max(1, sum(mine)) - wanted))


def _by_hand(document: Document, tag: str, start: int, count: int, beads: tuple[Bead, ...]) -> Operation:
    """Return the operation that puts beads which a person made in the place of others, with their digests."""
    ladder = document.ladders[tag].replaced(start, count, beads)
    spans = [ladder.span(index) for index in range(start, start + len(beads))]
    accepted = tuple(
        replace(span.bead, status=BeadStatus.CONFIRMED, digest=digest_in(document, tag, span)) for span in spans
    )
    return ReplaceBeads(tag, start, count, accepted)


def _accepted(document: Document, tag: str, index: int, bead: Bead) -> Bead:
    span = document.ladders[tag].span(index)
    return replace(bead, status=BeadStatus.CONFIRMED, digest=digest_in(document, tag, span))
