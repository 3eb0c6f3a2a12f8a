"""What people do in the editor, made into operations."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
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
    return edit_texts(document, {(tag, segment): text})


def edit_texts(document: Document, wordings: Mapping[tuple[str, int], str]) -> Operation:
    """Return the operation that gives several segments, by version and number, new wordings; see `edit_text`."""
    edits = [ReplaceText(tag, segment, text) for (tag, segment), text in wordings.items()]
    after, _ = apply(document, Together(tuple(edits)))
    followers = [
        ReplaceBeads(tag, span.index, 1, (replace(span.bead, digest=digest),))
        for tag in document.others()
        for span, digest in _followers(document, after, tag, wordings)
    ]
    return _together((*edits, *followers))


def _followers(
    document: Document, after: Document, tag: str, wordings: Collection[tuple[str, int]]
) -> Iterator[tuple[Span, str]]:
    """Yield the confirmed beads of a ladder whose texts change, and whose digest fitted them, with the digest to come."""
    pivot = document.pivot
    if not any(version in (tag, pivot) for version, _ in wordings):
        return
    at = {segment for version, segment in wordings if version == tag}
    of_pivot = {segment for version, segment in wordings if version == pivot}
    ladder = document.ladders[tag]
    found = [ladder.holding(segment, pivot=False) for segment in at]
    found += [ladder.holding(segment, pivot=True) for segment in of_pivot]
    for span in {span.index: span for span in found if span is not None}.values():
        if span.bead.status is BeadStatus.CONFIRMED and span.bead.digest == digest_in(document, tag, span):
            yield span, digest_in(after, tag, span)


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
