"""Beads of a ladder that come one after another: finished blocks of them are put away."""

from __future__ import annotations

import pickle
from array import array
from collections.abc import Iterable

from workbench.model.beads import Beads, Counts, ladder_in_blocks
from workbench.model.growing import Away, Put, kept
from workbench.model.ladder import Bead, Ladder

_BLOCK = 512  # beads


class GrowingBeads:
    """The beads of a ladder while more of them come; `put` puts finished blocks away. Equal ones should be one object."""

    def __init__(self, put: Put = kept) -> None:
        self._put = put
        self._blocks: list[bytes | Away] = []
        self._counts: list[Counts] = []
        self._ended, self._marked = 0, array("I")  # beads in finished blocks, and which of them have a mark
        self._coming: list[Bead] = []

    def add(self, beads: Iterable[Bead]) -> None:
        """Take beads at the end."""
        for bead in beads:
            self._coming.append(bead)
            if len(self._coming) == _BLOCK:
                self._end_block()

    def ladder(self) -> Ladder:
        """Return the ladder of all beads; no more may come."""
        if not self._blocks:
            return Ladder(tuple(self._coming))
        if self._coming:
            self._end_block()
        return ladder_in_blocks(Beads(self._made, self._counts, self._marked))

    def _end_block(self) -> None:
        beads = tuple(self._coming)
        self._blocks.append(self._put(pickle.dumps(beads)))
        self._counts.append(Counts(len(beads), sum(bead.pivot for bead in beads), sum(bead.version for bead in beads)))
        self._marked.extend([index for index, bead in enumerate(beads, self._ended) if bead.mark])
        self._ended += len(beads)
        self._coming = []

    def _made(self, block: int) -> tuple[Bead, ...]:
        held = self._blocks[block]
        content = held if isinstance(held, bytes) else held.read()
        beads: tuple[Bead, ...] = pickle.loads(content)  # noqa: S301 - our own
        return beads
