"""Paragraphs: beads seldom cross them, and most translations keep them."""

from __future__ import annotations

from workbench.alignment.evidence.boundaries import boundary_measure
from workbench.alignment.evidence.evidence import BeadEvidence, Measure
from workbench.alignment.side import Side


class Paragraphs(BeadEvidence):
    """Beads that begin paragraphs on both sides, weighed by how well the sides' numbers of paragraphs agree."""

    def measure(self, pivot: Side, version: Side) -> Measure:
        """Return the measure of beads between the two sides."""
        starts = set(pivot.starts), set(version.starts)
        return boundary_measure(
            [index in starts[0] for index in range(len(pivot))],
            [index in starts[1] for index in range(len(version))],
            0.97,
        )
