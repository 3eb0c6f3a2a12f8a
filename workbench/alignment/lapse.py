"""Lapses: beads that a person accepted with texts that have changed since."""

from __future__ import annotations

from dataclasses import dataclass

from workbench.alignment.side import Side, bead_digest
from workbench.model.ladder import BeadStatus, Ladder, Span


@dataclass(frozen=True, slots=True)
class Lapse:
    """An accepted bead whose digest no longer fits: which of its texts changed."""

    span: Span
    pivot_changed: bool
    wording_changed: bool

    @property
    def reason(self) -> str:
        """What changed, in words: "pivot changed since review", "wording changed since review"."""
        what = (
            "pivot and wording"
            if self.pivot_changed and self.wording_changed
            else "pivot"
            if self.pivot_changed
            else "wording"
        )
        done = "review" if self.span.bead.status is BeadStatus.REVIEWED else "confirmation"
        return f"{what} changed since {done}"


def lapses(ladder: Ladder, pivot: Side, version: Side) -> tuple[Lapse, ...]:
    """Return the confirmed and reviewed beads whose digest does not fit the texts of today, in order.

    The ladder must hold exactly the segments of both sides. A bead without a digest is taken as it stands.
    """
    found = []
    for index, bead in enumerate(ladder.beads):
        if bead.status is BeadStatus.AUTO or not bead.digest:
            continue
        span = ladder.span(index)
        now = bead_digest(pivot, version, span)
        if now != span.bead.digest:
            found.append(Lapse(span, now[:4] != span.bead.digest[:4], now[4:] != span.bead.digest[4:]))
    return tuple(found)
