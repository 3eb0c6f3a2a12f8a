"""Beads that the aligner was not sure of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tests.checks.faults.fault import Fault, with_beads
from workbench.model.document import Document


def faults(statement: Document) -> Iterator[Fault]:
    """Yield every version but the pivot with one bead of a low score."""
    for tag in statement.others():
        for index, score in ((0, 0.1), (9, 0.31), (20, 0.49)):
            spans = statement.ladders[tag].spans()
            beads = [replace(span.bead, score=score if span.index == index else 0.98) for span in spans]
            document = with_beads(statement, tag, beads)
            yield Fault(
                "alignment-doubtful", tag, spans[index].version[0], document, f"{tag}: bead {index} has {score}"
            )
