"""The result of `workbench align LANG=FILE …`: ladders of files that belong to no document, as data for JSON."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from workbench.alignment.side import Side
from workbench.model.ladder import Ladder, crossings


def alignment_data(sides: Sequence[tuple[str, Side]], ladders: dict[str, Ladder]) -> dict[str, Any]:
    """Return what `align --format json` prints: pivot, segments of all versions, ladders with 0-based indices.

    Every segment is in exactly one bead; a crossing is one entry, in the place of its pivot half.
    """
    return {
        "pivot": sides[0][0],
        "versions": {tag: {"segments": list(side.segments)} for tag, side in sides},
        "ladders": {tag: ladder_data(ladder) for tag, ladder in ladders.items()},
    }


def ladder_data(ladder: Ladder) -> list[dict[str, Any]]:
    """Return one ladder as a list of beads: the indices of both sides, and the score where there is one (else null)."""
    moved = {crossing.pivot.index: crossing.version for crossing in crossings(ladder)}
    taken = {half.index for half in moved.values()}
    result: list[dict[str, Any]] = []
    for span in ladder.spans():
        if span.index in taken:
            continue
        other = moved.get(span.index, span)
        result.append({"pivot": list(span.pivot), "version": list(other.version), "score": span.bead.score})
    return result
