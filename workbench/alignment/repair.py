"""Repair of a ladder after hand edits of a text or of the ladder itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.alignment.align import align
from workbench.alignment.anchors import anchors
from workbench.alignment.carry import carried
from workbench.alignment.evidence.evidence import Evidence
from workbench.alignment.lapse import lapses
from workbench.alignment.side import Side
from workbench.model.ladder import Bead, Ladder, Span


def repair(ladder: Ladder, pivot: Side, version: Side, evidence: Sequence[Evidence] | None = None) -> Ladder:
    """Return a ladder that holds every segment of both sides; one that adds up and has no lapse is returned as it is.

    Confirmed and reviewed beads whose digest fits texts of today stay with them. What lies between two of them keeps
    its beads where their counts still add up and none has lapsed; else it is aligned anew, as `align` does with the
    given evidence.
    """
    adds_up = ladder.size() == (len(pivot), len(version))
    stale = {lapse.span.bead for lapse in lapses(ladder, pivot, version)} if adds_up else set()
    if adds_up and not stale:
        return ladder
    found = anchors(ladder, pivot, version)
    aligned = align(pivot, version, evidence, found)
    beads: list[Bead] = []
    whole = [span for span in found if span.bead.pivot and span.bead.version]
    for old, new in zip(_gaps(ladder, whole), _gaps(aligned, _indexed(aligned, whole)), strict=True):
        fits = Ladder(old.beads).size() == Ladder(new.beads).size() and stale.isdisjoint(old.beads)
        beads.extend(old.beads if fits else carried(old.beads, new.beads))
        beads.extend(old.anchor)
    return Ladder(tuple(beads))


@dataclass(frozen=True, slots=True)
class _Gap:
    """The beads between two anchors, and the anchor behind them (none behind the last)."""

    beads: tuple[Bead, ...]
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
