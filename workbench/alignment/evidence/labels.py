"""Clause labels: `IV.`, `四、` and `4.` mean the same clause, and a label stands where a bead begins."""

from __future__ import annotations

from collections.abc import Hashable
from functools import lru_cache

from workbench.alignment.evidence.boundaries import boundary_table
from workbench.alignment.evidence.evidence import BeadEvidence, BeadTable, SignEvidence, Signs
from workbench.alignment.side import Side
from workbench.languages.labels import labels
from workbench.model.clause import places
from workbench.model.label import Label

_TRUST = 0.9  # how likely a label has a counterpart


class ClauseLabels(SignEvidence):
    """The labels' values, and the paths of values that lead to them."""

    def signs(self, pivot: Side, version: Side) -> Signs:
        """Return the signs of every segment of both sides."""
        return Signs(_values(pivot), _values(version), 0.97)


class LabelledStarts(BeadEvidence):
    """Beads that begin with a label on both sides, whatever it says."""

    def table(self, pivot: Side, version: Side) -> BeadTable:
        """Return the measure of beads between the two sides."""
        return boundary_table(_labelled(pivot), _labelled(version), _TRUST)


@lru_cache(maxsize=16)
def labels_of(side: Side) -> tuple[Label | None, ...]:
    """Return the labels of a side's segments, read once."""
    return labels(side.segments, side.knowledge)


def _labelled(side: Side) -> list[bool]:
    return [label is not None for label in labels_of(side)]


@lru_cache(maxsize=16)
def _values(side: Side) -> tuple[frozenset[Hashable], ...]:
    found = labels_of(side)
    there = places(found, side.starts)
    return tuple(
        frozenset() if label is None else frozenset({("label", label.values), ("path", place.path)})
        for label, place in zip(found, there, strict=True)
    )
