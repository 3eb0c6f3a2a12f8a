"""Repair of a ladder after hand edits of a text or of the ladder itself: accepted beads are found again by their digests."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.alignment.align import align
from workbench.alignment.carry import carried
from workbench.alignment.evidence.evidence import Evidence
from workbench.alignment.side import Side, bead_digest
from workbench.model.ladder import Bead, BeadStatus, Ladder, Span

_NEAR = 12  # segments by which hand edits may have moved a bead beyond what the numbers of segments tell


def repair(ladder: Ladder, pivot: Side, version: Side, evidence: Sequence[Evidence] | None = None) -> Ladder:
    """Return a ladder that holds every segment of both sides; one that adds up is returned as it is.

    Confirmed and reviewed beads whose digest fits texts of today stay with them. What lies between two of them keeps its
    beads where their counts still add up; else it is aligned anew, as `align` does with the given evidence.
    """
    if ladder.size() == (len(pivot), len(version)):
        return ladder
    anchors = _anchors(ladder, pivot, version)
    aligned = align(pivot, version, evidence, anchors)
    beads: list[Bead] = []
    whole = [span for span in anchors if span.bead.pivot and span.bead.version]
    for old, new in zip(_gaps(ladder, whole), _gaps(aligned, _indexed(aligned, whole)), strict=True):
        fits = Ladder(old.beads).size() == Ladder(new.beads).size()
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


def _anchors(ladder: Ladder, pivot: Side, version: Side) -> list[Span]:
    """Return the accepted beads where they stand now, in order (`index` is that in the old ladder), each as near as can be to where the one before it lets it be expected."""
    reach = abs(len(pivot) - ladder.size()[0]) + abs(len(version) - ladder.size()[1]) + _NEAR
    shifts = sorted(
        ((a, b) for a in range(-reach, reach + 1) for b in range(-reach, reach + 1)),
        key=lambda shift: (abs(shift[0]) + abs(shift[1]), shift),
    )
    # Most shifts are 0: the others are tried only for beads whose texts moved against the bead before.
    found: list[Span] = []
    drift, done = (0, 0), (0, 0)
    for span in ladder.spans():
        bead = span.bead
        if bead.status is BeadStatus.AUTO or not bead.digest or not (bead.pivot or bead.version):
            continue
        for a, b in shifts:
            i, j = span.pivot.start + drift[0] + a, span.version.start + drift[1] + b
            if i < done[0] or j < done[1] or i + bead.pivot > len(pivot) or j + bead.version > len(version):
                continue
            here = Span(bead, span.index, range(i, i + bead.pivot), range(j, j + bead.version))
            if bead_digest(pivot, version, here) == bead.digest:
                found.append(here)
                drift = i - span.pivot.start, j - span.version.start
                done = here.pivot.stop, here.version.stop
                break
    return found
