"""What people do in the editor, made into operations."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from workbench.alignment.side import bead_digest, side_of
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
        for span in document.ladders[other].spans():
            held = span.pivot if tag == document.pivot else span.version
            if segment not in held:
                continue
            if span.bead.status is BeadStatus.CONFIRMED and span.bead.digest == _digest(document, other, span):
                bead = replace(span.bead, digest=_digest(after, other, span))
                followers.append(ReplaceBeads(other, span.index, 1, (bead,)))
            break
    return Together((wording, *followers)) if followers else wording


def confirm(document: Document, beads: Sequence[tuple[str, Span]]) -> Operation:
    """Return the operation that marks beads, each given with the tag of its version, as accepted by a person."""
    return _together(
        ReplaceBeads(
            tag, span.index, 1, (replace(span.bead, status=BeadStatus.CONFIRMED, digest=_digest(document, tag, span)),)
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


def _digest(document: Document, tag: str, span: Span) -> str:
    return bead_digest(side_of(document.version(document.pivot)), side_of(document.version(tag)), span)
