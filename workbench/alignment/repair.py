"""Repair of a ladder after hand edits of a text or of the ladder itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.alignment.anchors import anchors, in_step
from workbench.alignment.carry import carried
from workbench.alignment.lapse import lapses
from workbench.alignment.side import Side
from workbench.model.ladder import Bead, Ladder, Span


def repaired(ladder: Ladder, pivot: Side, version: Side, aligned: Ladder) -> Ladder:
    """Return a ladder that holds every segment of both sides; one that is in step with them is returned as it is.

    `aligned` is the alignment of both sides as they are now, around the ladder's anchors. What lies between two anchors
    keeps its old beads where their counts still add up and none has lapsed; else it takes those of `aligned`.
    """
    if in_step(ladder, pivot, version):
        return ladder
    adds_up = ladder.size() == (len(pivot), len(version))
    stale = {lapse.span.bead for lapse in lapses(ladder, pivot, version)} if adds_up else set()
    whole = [span for span in anchors(ladder, pivot, version) if span.bead.pivot and span.bead.version]
    beads: list[Bead] = []
    for old, new in zip(_gaps(ladder, whole), _gaps(aligned, _indexed(aligned, whole)), strict=True):
        fits = Ladder(old.beads).size() == Ladder(new.beads).size() and stale.isdisjoint(old.beads)
        beads.extend(old.beads if fits else carried(old.beads, new.beads))
        beads.extend(old.anchor)
    return Ladder(tuple(beads))


@dataclass(frozen=True, slots=True)
class _Gap:
    """The beads between two anchors, and the anchor behind them (none behind the last)."""

    beads: Sequence[Bead]
    anchor: tuple[Bead, ...]


def _gaps(ladder: Ladder, anchors: Sequence[Span]) -> Iterator[_Gap]:
    begin = 0
    for anchor in anchors:
        yield _Gap(ladder.beads[begin : anchor.index], (ladder.beads[anchor.index],))
        begin = anchor.index + 1
    yield _Gap(ladder.beads[begin:], ())


def _indexed(ladder: Ladder, anchors: Sequence[Span]) -> list[Span]:
    """Return the anchors as spans of the ladder that was aligned around them."""
    places = {(span.pivot, span.version) for span in anchors}
    return [span for span in ladder.spans() if (span.pivot, span.version) in places]
