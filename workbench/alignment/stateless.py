"""The result of `workbench align LANG=FILE …`: ladders of files that belong to no document, as data for JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from workbench.alignment.side import Side
from workbench.model.ladder import Ladder, crossings

Why = Callable[[str, range, range], Mapping[str, float]]
"""Takes a version's tag, pivot segments and version segments of a bead; returns what each evidence says of it."""


def alignment_data(
    sides: Sequence[tuple[str, Side]], ladders: Mapping[str, Ladder], why: Why | None = None
) -> dict[str, Any]:
    """Return what `align --format json` prints: pivot, segments of all versions, ladders with 0-based indices.

    Every segment is in exactly one bead; a crossing is one entry, in the place of its pivot half. With `why` each bead
    has its reasons too.
    """
    return {
        "pivot": sides[0][0],
        "versions": {tag: {"segments": list(side.segments)} for tag, side in sides},
        "ladders": {tag: _ladder_data(tag, ladder, why) for tag, ladder in ladders.items()},
    }


def _ladder_data(tag: str, ladder: Ladder, why: Why | None) -> list[dict[str, Any]]:
    """Return one ladder as a list of beads: the indices of both sides, and the score where there is one (else null)."""
    moved = {crossing.pivot.index: crossing.version for crossing in crossings(ladder)}
    taken = {half.index for half in moved.values()}
    result: list[dict[str, Any]] = []
    for span in ladder.spans():
        if span.index in taken:
            continue
        version = moved.get(span.index, span).version
        bead = {"pivot": list(span.pivot), "version": list(version), "score": span.bead.score}
        result.append({**bead, "reasons": dict(why(tag, span.pivot, version))} if why else bead)
    return result
