"""Excerpts: a few rows of a document as a document of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from workbench.model.document import Document
from workbench.model.ladder import Bead, Ladder
from workbench.model.segment import Text


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A few rows of a document as a document of their own, and which segment of the whole each version begins with."""

    document: Document
    firsts: Mapping[str, int]


def excerpt(document: Document, pivot: range) -> Excerpt:
    """Return the part of a document that stands beside pivot segments at whose edges beads of all versions begin and end."""
    held = {document.pivot: pivot}
    ladders: dict[str, Ladder] = {}
    for tag in document.others():
        spans = document.ladders[tag].between(pivot.start, pivot.stop)
        marks = [span.bead.mark for span in spans]
        ladders[tag] = Ladder(tuple(_unless_torn(span.bead, marks) for span in spans))
        held[tag] = range(spans[0].version.start, spans[-1].version.stop) if spans else range(0)
    versions = {
        tag: replace(version, text=Text(tuple(version.text.segments[held[tag].start : held[tag].stop])))
        for tag, version in document.versions.items()
    }
    part = replace(document, versions=versions, ladders=ladders)
    return Excerpt(part, {tag: segments.start for tag, segments in held.items()})


def _unless_torn(bead: Bead, marks: Sequence[str]) -> Bead:
    return replace(bead, mark="") if bead.mark and marks.count(bead.mark) < 2 else bead
