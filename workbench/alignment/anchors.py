"""Anchors: beads that a person accepted, found again by their digests wherever edits have moved their texts."""

from __future__ import annotations

from workbench.alignment.side import Side, bead_digest
from workbench.model.ladder import BeadStatus, Ladder, Span

_NEAR = 12  # segments by which hand edits may have moved a bead beyond what the numbers of segments tell


def anchors(ladder: Ladder, pivot: Side, version: Side) -> list[Span]:
    """Return the accepted beads whose texts are still there, where they stand now; `index` is that in the old ladder.

    They are in order; each is as near as can be to where the bead before it lets it be expected.
    """
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
