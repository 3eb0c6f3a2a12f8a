"""Who has a piece of text: what a version leaves out, what it adds, and how many others do the same."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from workbench.checks.reading import Reading
from workbench.model.ladder import Span, crossings


@dataclass(frozen=True, slots=True)
class Omissions:
    """`left_out` gives for every pivot segment with text the versions that have nothing for it.

    `added` gives for every gap of the pivot (the index of the segment behind it) the beads of versions that add text there.
    A paragraph that moved is in neither: its halves belong together.
    """

    left_out: Mapping[int, tuple[str, ...]]
    added: Mapping[int, Mapping[str, tuple[Span, ...]]]


def omissions(reading: Reading) -> Omissions:
    """Return what versions leave out and add."""
    return reading.once("omissions", lambda: _omissions(reading))


def _omissions(reading: Reading) -> Omissions:
    pivot = reading.texts(reading.pivot)
    left_out: dict[int, list[str]] = defaultdict(list)
    added: dict[int, dict[str, list[Span]]] = defaultdict(lambda: defaultdict(list))
    for tag in reading.document.others():
        texts = reading.texts(tag)
        ladder = reading.document.ladders[tag]
        moved = {half.index for crossing in crossings(ladder) for half in (crossing.pivot, crossing.version)}
        for span in ladder.spans():
            if span.index in moved:
                continue
            said = [segment for segment in span.pivot if pivot[segment].strip()]
            own = [segment for segment in span.version if texts[segment].strip()]
            if own and not said:
                added[span.pivot.start][tag].append(span)
            for segment in said if not own else ():
                left_out[segment].append(tag)
    return Omissions(
        {segment: tuple(tags) for segment, tags in left_out.items()},
        {gap: {tag: tuple(spans) for tag, spans in held.items()} for gap, held in added.items()},
    )


def is_most(tags: tuple[str, ...], reading: Reading) -> bool:
    """Return whether the given versions are more than half of all, the pivot counted among these."""
    return 2 * len(tags) > len(reading.tags)
