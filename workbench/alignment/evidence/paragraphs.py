"""Paragraphs: beads seldom cross them, and most translations keep them."""

from __future__ import annotations

from workbench.alignment.evidence.boundaries import boundary_table
from workbench.alignment.evidence.evidence import BeadEvidence, BeadTable
from workbench.alignment.side import Side

_TRUST = 0.97  # how likely a paragraph's beginning has a counterpart


class Paragraphs(BeadEvidence):
    """Beads that begin paragraphs on both sides, weighed by how well the sides' numbers of paragraphs agree."""

    def table(self, pivot: Side, version: Side) -> BeadTable:
        """Return the measure of beads between the two sides."""
        return boundary_table(_begins(pivot), _begins(version), _TRUST)


def _begins(side: Side) -> list[bool]:
    starts = set(side.starts)
    return [index in starts for index in range(len(side))]
