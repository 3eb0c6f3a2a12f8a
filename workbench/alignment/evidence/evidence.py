"""What an evidence gives: signs that both sides may share, or a measure of whole beads."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Hashable
from dataclasses import dataclass

from workbench.alignment.band import Floats, Ints
from workbench.alignment.side import Side
from workbench.model.ladder import Ladder

BeadTable = Callable[[Ints, Ints, int, int], Floats]
"""Takes first pivot and version segments of beads, and their numbers of both; returns their log likelihood ratios.

The two arrays have one shape, or shapes that numpy broadcasts: a column of rows and a row of columns make a tile.
"""


@dataclass(frozen=True, slots=True)
class Signs:
    """What every segment of both sides holds of things that a translation keeps.

    `pivot` and `version` have a set of signs for every segment. `kept` (0 to 1) is how likely a sign of a text is found
    in its translation where both sides show the sign equally often.
    """

    pivot: tuple[frozenset[Hashable], ...]
    version: tuple[frozenset[Hashable], ...]
    kept: float


class Evidence(ABC):  # noqa: B024 - its two kinds have the abstract methods
    """One kind of evidence. `learned` gives the evidence that a first ladder teaches; most have nothing to learn."""

    def learned(self, pivot: Side, version: Side, ladder: Ladder) -> Evidence:  # noqa: ARG002 - for those that learn
        """Return this evidence with what can be learned from a ladder between the two sides."""
        return self


class SignEvidence(Evidence):
    """Evidence by things that stand in a text and in its translation; in a bead each counts once."""

    @abstractmethod
    def signs(self, pivot: Side, version: Side) -> Signs:
        """Return the signs of every segment of both sides."""


class BeadEvidence(Evidence):
    """Evidence by what the joined texts of a bead are like."""

    @abstractmethod
    def table(self, pivot: Side, version: Side) -> BeadTable:
        """Return the measure of beads between the two sides; the beads that it is asked of must fit them."""
