"""Merging: what I did and what somebody else did to the same document meanwhile, segment by segment and bead by bead."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from itertools import pairwise, zip_longest
from typing import cast

from merge3 import Merge3, SequenceMatcherProtocol

from workbench.model.document import Document, Version
from workbench.model.errors import ConflictError
from workbench.model.ladder import Bead, Ladder
from workbench.model.segment import Segment


@dataclass(frozen=True, slots=True)
class Clash:
    """A place that both changed in different ways: what I wrote stands in segment `segment` of the merged version."""

    version: str
    segment: int
    mine: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Merged:
    """The document with both sides' changes, and where they clashed."""

    document: Document
    clashes: tuple[Clash, ...]


def merged(base: Document, mine: Document, theirs: Document, repair: Callable[[Document, str], Ladder]) -> Merged:
    """Merge what became of `base` on two sides; where both changed the same segment, mine stays, and it is a clash.

    Ladders are merged bead by bead; one that does not hold the merged texts is given to `repair` (document, tag).
    Raises ConflictError where the other side chose another pivot or took a version away that I changed.
    """
    if not base.pivot == mine.pivot == theirs.pivot:
        raise ConflictError(f"the pivot is {theirs.pivot} now — read the files again, without merging")
    clashes: list[Clash] = []
    versions: dict[str, Version] = {}
    for tag, other in theirs.versions.items():
        if tag not in base.versions:
            versions[tag] = other
            continue
        segments, found = _segments(tag, *(each.versions[tag].text.segments for each in (base, mine, theirs)))
        clashes += found
        versions[tag] = replace(other, text=replace(other.text, segments=segments))
    for tag in base.versions:
        if tag not in theirs.versions and mine.versions[tag] != base.versions[tag]:
            raise ConflictError(f"{tag} was taken away, and you changed it — keep yours, or read the files again")
    document = replace(theirs, versions=versions)
    ladders = {tag: _ladder(tag, base, mine, theirs) for tag in document.others()}
    document = replace(document, ladders=ladders)
    for tag, ladder in ladders.items():
        if ladder.size() != tuple(len(versions[one].text.segments) for one in (document.pivot, tag)):
            ladders[tag] = repair(document, tag)
            document = replace(document, ladders=ladders)
    return Merged(document, tuple(clashes))


def _segments(
    tag: str, base: Sequence[Segment], mine: Sequence[Segment], theirs: Sequence[Segment]
) -> tuple[tuple[Segment, ...], list[Clash]]:
    result: list[Segment] = []
    clashes: list[Clash] = []
    for region in _regions(base, mine, theirs):
        if not region.clash:
            result.extend(region.taken)
            continue
        for one, other in zip_longest(region.taken, region.theirs):
            texts = (one.text if one else "", other.text if other else "")
            if texts[0] != texts[1]:
                clashes.append(Clash(tag, len(result) if one else max(0, len(result) - 1), *texts))
            if one:
                result.append(one)
    return tuple(result), clashes


def _ladder(tag: str, base: Document, mine: Document, theirs: Document) -> Ladder:
    """Return the beads of both sides; where they clash, or where one parted the texts otherwise, mine."""
    held = [each.ladders.get(tag, Ladder()) for each in (base, mine, theirs)]
    if held[1] == held[0]:
        return held[2]
    if held[2] == held[0] or len({ladder.size() for ladder in held}) > 1:
        return held[1]
    places = [_edges(ladder) for ladder in held]
    beads: list[Bead] = []
    for start, end in pairwise(sorted(places[0].keys() & places[1].keys() & places[2].keys())):
        was, one, other = (ladder.beads[at[start] : at[end]] for ladder, at in zip(held, places, strict=True))
        beads.extend(other if one == was else one)
    return Ladder(tuple(beads))


def _edges(ladder: Ladder) -> dict[tuple[int, int], int]:
    """Return the edges of beads, by the segments before them on both sides: how many beads stand before each."""
    spans = ladder.spans()
    return {**{(span.pivot.start, span.version.start): span.index for span in spans}, ladder.size(): len(spans)}


@dataclass(frozen=True, slots=True)
class _Region:
    """What is taken of one stretch; of one that both changed it is mine, and `theirs` is what stands against it."""

    taken: Sequence[Segment]
    clash: bool = False
    theirs: Sequence[Segment] = ()


def _regions(base: Sequence[Segment], mine: Sequence[Segment], theirs: Sequence[Segment]) -> Iterator[_Region]:
    numbers: dict[Segment, str] = {}
    held = [[numbers.setdefault(one, str(len(numbers))) for one in side] for side in (base, mine, theirs)]
    for region in Merge3(
        held[0], held[1], held[2], sequence_matcher=cast("type[SequenceMatcherProtocol[str]]", _Matcher)
    ).merge_regions():
        match region:
            case ("unchanged", start, end):
                yield _Region(base[start:end])
            case ("a" | "same", start, end):
                yield _Region(mine[start:end])
            case ("b", start, end):
                yield _Region(theirs[start:end])
            case ("conflict", first, last, start, end, start_b, end_b):
                yield from _compared(base[first:last], mine[start:end], theirs[start_b:end_b])


def _compared(base: Sequence[Segment], mine: Sequence[Segment], theirs: Sequence[Segment]) -> Iterator[_Region]:
    """Yield the parts of a stretch that both changed: neighbours that each changed one of do not clash."""
    if not len(base) == len(mine) == len(theirs):
        yield _Region(mine, True, theirs)
        return
    for was, one, other in zip(base, mine, theirs, strict=True):
        if one == was:
            yield _Region((other,))
        else:
            yield _Region((one,), other not in (was, one), (other,))


class _Matcher(SequenceMatcher[str]):
    """Compares all, whatever is frequent: equal segments are frequent in official texts."""

    def __init__(
        self,
        isjunk: Callable[[str], bool] | None = None,
        a: Sequence[str] = "",
        b: Sequence[str] = "",
        autojunk: bool = False,
    ) -> None:
        super().__init__(isjunk, a, b, autojunk)
