"""Segments that a version leaves out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tests.checks.faults.fault import Fault, with_beads, with_text
from workbench.model.document import Document
from workbench.model.ladder import Span

_BEADS = (3, 12, 20)


def faults(statement: Document) -> Iterator[Fault]:
    """Yield every version but the pivot without the text of one bead; then with the text emptied."""
    for tag in statement.others():
        spans = [span for span in statement.ladders[tag].spans() if len(span.pivot) == 1]
        for position in _BEADS:
            yield _left_out(statement, tag, spans[position])
        yield _emptied(statement, tag, spans[-1])


def _left_out(statement: Document, tag: str, span: Span) -> Fault:
    beads = list(statement.ladders[tag].beads)
    beads[span.index] = replace(span.bead, version=0)
    segments = list(statement.versions[tag].text.segments)
    del segments[span.version.start : span.version.stop]
    document = with_text(with_beads(statement, tag, beads), tag, segments)
    return Fault("missing-translation", tag, None, document, f"{tag}: pivot segment {span.pivot.start} is left out")


def _emptied(statement: Document, tag: str, span: Span) -> Fault:
    segments = list(statement.versions[tag].text.segments)
    for segment in span.version:
        segments[segment] = replace(segments[segment], text=" ")
    document = with_text(statement, tag, segments)
    return Fault("missing-translation", tag, None, document, f"{tag}: pivot segment {span.pivot.start} is emptied")
