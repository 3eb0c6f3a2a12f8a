"""The one seam through which whole documents are aligned: sides, vectors and evidence to the engine, ladders back."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from workbench.alignment.align import accepted, evidence_for
from workbench.alignment.anchors import anchors
from workbench.alignment.carry import carried
from workbench.alignment.encoders.encoder import SentenceEncoder
from workbench.alignment.side import Side, side_of
from workbench.alignment.together import align_together
from workbench.glossary.termbase import TermBase
from workbench.languages.labels import labels
from workbench.model.document import Document
from workbench.model.ladder import Ladder, Span


def align_document(
    document: Document,
    encoder: SentenceEncoder | None,
    termbase: TermBase | None = None,
    tags: Collection[str] | None = None,
) -> Document:
    """Return the document with new ladders for the versions `tags` (all, where None); what a person accepted stays.

    All versions are aligned together whichever are asked for: each bears witness for the others. `encoder` None aligns
    without vectors. Raises what the encoder raises.
    """
    others = document.others()
    names = (document.pivot, *others)
    sides = [side_of(document.version(tag)) for tag in names]
    vectors = [
        None if encoder is None else encoder.encode(_wordings(side), tag)
        for tag, side in zip(names, sides, strict=True)
    ]
    fixed = {
        number: _kept(_ladder(document, tag), sides[0], sides[number]) for number, tag in enumerate(others, start=1)
    }
    evidence = {number: evidence_for(document, tag, termbase) for number, tag in enumerate(others, start=1)}
    ladders = align_together(sides, vectors, fixed, evidence)
    for tag, ladder in zip(others, ladders, strict=True):
        if tags is None or tag in tags:
            beads = carried(_ladder(document, tag).beads, ladder.beads)
            document = document.with_ladder(tag, Ladder(beads))
    return document


def _ladder(document: Document, tag: str) -> Ladder:
    return document.ladders.get(tag, Ladder())


def _kept(ladder: Ladder, pivot: Side, version: Side) -> Sequence[Span]:
    """Return the beads that a person accepted: as they stand, or found again where edits have moved them."""
    adds_up = ladder.size() == (len(pivot), len(version))
    return accepted(ladder) if adds_up else anchors(ladder, pivot, version)


def _wordings(side: Side) -> list[str]:
    """Return the segments without their labels: a label is evidence of its own."""
    found = labels(side.segments, side.knowledge)
    return [text[label.end :] or text if label else text for text, label in zip(side.segments, found, strict=True)]
