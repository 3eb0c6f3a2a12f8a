"""What people do in the editor, made into operations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from workbench.alignment.side import digest_in
from workbench.editing.apply import apply
from workbench.model.document import Document
from workbench.model.ladder import BeadStatus, Span
from workbench.model.operations import Operation, ReplaceBeads, ReplaceText, Together


def edit_text(document: Document, tag: str, segment: int, text: str) -> Operation:
    """Return the operation that gives segment `segment` (0-based) of version `tag` the wording `text`.

    A confirmed bead stays confirmed: who corrects a word does not doubt the alignment. So its digest follows the
    texts. A reviewed bead keeps its digest, and lapses. Raises what `apply` raises for the wording.
    """
    wording = ReplaceText(tag, segment, text)
    after, _ = apply(document, wording)
    followers: list[Operation] = []
    for other in document.others() if tag == document.pivot else (tag,):
        span = document.ladders[other].holding(segment, pivot=tag == document.pivot)
        if span is None or span.bead.status is not BeadStatus.CONFIRMED:
            continue
        if span.bead.digest == digest_in(document, other, span):
            bead = replace(span.bead, digest=digest_in(after, other, span))
            followers.append(ReplaceBeads(other, span.index, 1, (bead,)))
    return Together((wording, *followers)) if followers else wording


def confirm(document: Document, beads: Sequence[tuple[str, Span]]) -> Operation:
    """Return the operation that marks beads, each given with the tag of its version, as accepted by a person."""
    return _together(
        ReplaceBeads(
            tag,
            span.index,
            1,
            (replace(span.bead, status=BeadStatus.CONFIRMED, digest=digest_in(document, tag, span)),),
        )
        for tag, span in beads
    )


def unconfirm(beads: Sequence[tuple[str, Span]]) -> Operation:
    """Return the operation that takes the acceptance of beads back: they are the aligner's again."""
    return _together(
        ReplaceBeads(tag, span.index, 1, (replace(span.bead, status=BeadStatus.AUTO, digest=""),))
        for tag, span in beads
    )


def _together(operations: Iterable[Operation]) -> Operation:
    several = tuple(operations)
    return several[0] if len(several) == 1 else Together(several)
