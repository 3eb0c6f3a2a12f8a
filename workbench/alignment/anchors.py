"""Anchors: beads that a person accepted, as they stand, or found again by their digests where edits have moved them."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from workbench.alignment.lapse import lapses
from workbench.alignment.side import Side, half_digest
from workbench.model.ladder import BeadStatus, Ladder, Span, crossings

_NEAR = 12  # segments by which hand edits may have moved a bead beyond what the numbers of segments tell


def fixed_beads(ladder: Ladder, pivot: Side, version: Side) -> Sequence[Span]:
    """Return the beads that an alignment must keep: those accepted, where the ladder is in step; else the anchors."""
    return accepted(ladder) if in_step(ladder, pivot, version) else anchors(ladder, pivot, version)


def in_step(ladder: Ladder, pivot: Side, version: Side) -> bool:
    """Return whether a ladder holds exactly the segments of both sides, and no text of an accepted bead has changed."""
    return ladder.size() == (len(pivot), len(version)) and not lapses(ladder, pivot, version)


def accepted(ladder: Ladder) -> tuple[Span, ...]:
    """Return the beads that a person accepted, in order; both halves of a crossing where either was."""
    marks = {
        crossing.mark
        for crossing in crossings(ladder)
        if any(half.bead.status is not BeadStatus.AUTO for half in (crossing.pivot, crossing.version))
    }
    return tuple(
        span
        for span in ladder.spans()
        if span.bead.status is not BeadStatus.AUTO or (span.bead.mark and span.bead.mark in marks)
    )


def anchors(ladder: Ladder, pivot: Side, version: Side) -> list[Span]:
    """Return the accepted beads whose texts are still there, where they stand now; `index` is that in the old ladder.

    They are in order; each is as near as can be to where the bead before it lets it be expected.
    """
    reach = abs(len(pivot) - ladder.size()[0]) + abs(len(version) - ladder.size()[1]) + _NEAR
    runs = _Runs(pivot), _Runs(version)
    found: list[Span] = []
    drift, done = (0, 0), (0, 0)
    for span in ladder.spans():
        bead = span.bead
        if bead.status is BeadStatus.AUTO or not bead.digest or not (bead.pivot or bead.version):
            continue
        expected = span.pivot.start + drift[0], span.version.start + drift[1]
        i = runs[0].nearest(bead.digest[:4], bead.pivot, expected[0], _reachable(expected[0], reach, done[0]))
        j = runs[1].nearest(bead.digest[4:], bead.version, expected[1], _reachable(expected[1], reach, done[1]))
        if i is None or j is None:
            continue
        found.append(Span(bead, span.index, range(i, i + bead.pivot), range(j, j + bead.version)))
        drift = i - span.pivot.start, j - span.version.start
        done = found[-1].pivot.stop, found[-1].version.stop
    return found


def _reachable(expected: int, reach: int, done: int) -> range:
    return range(max(done, expected - reach), expected + reach + 1)


@dataclass(frozen=True, slots=True)
class _Runs:
    """Where runs of one side's segments begin, by their digest; worked out for each number of segments once."""

    side: Side
    known: dict[int, dict[str, list[int]]] = field(default_factory=dict)

    def nearest(self, wanted: str, count: int, expected: int, where: range) -> int | None:
        """Return where in `where` the run of `count` segments with a digest begins that is nearest to `expected`."""
        if count not in self.known:
            self.known[count] = self._places(count)
        places = self.known[count].get(wanted, [])
        at = bisect_left(places, max(expected, where.start))
        near = [place for place in places[max(0, at - 1) : at + 1] if place in where]
        return min(near, key=lambda place: abs(place - expected), default=None)

    def _places(self, count: int) -> dict[str, list[int]]:
        places: dict[str, list[int]] = defaultdict(list)
        for start in range(len(self.side) - count + 1):
            places[half_digest(self.side, range(start, start + count))].append(start)
        return places
