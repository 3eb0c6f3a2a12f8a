"""Digests for beads that somebody accepted by hand, in the ladder's file."""

from __future__ import annotations

from dataclasses import replace

from workbench.alignment.side import Side, bead_digest
from workbench.model.ladder import BeadStatus, Ladder


def stamped(ladder: Ladder, pivot: Side, version: Side) -> Ladder:
    """Return the ladder with a digest of today's texts for every accepted bead that has none.

    A ladder that does not add up is returned as it is: which texts its beads mean cannot be told.
    """
    if ladder.size() != (len(pivot), len(version)):
        return ladder
    return Ladder(
        tuple(
            replace(span.bead, digest=bead_digest(pivot, version, span))
            if span.bead.status is not BeadStatus.AUTO and not span.bead.digest
            else span.bead
            for span in ladder.spans()
        )
    )
