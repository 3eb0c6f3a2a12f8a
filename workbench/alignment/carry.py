"""What people wrote at beads is not lost when these are aligned anew: it goes to the beads in their place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from workbench.model.ladder import Bead, Ladder


def carried(old: Sequence[Bead], new: Sequence[Bead]) -> tuple[Bead, ...]:
    """Return the new beads with the comments and notes of the old ones, which begin at the same segments of both sides.

    What stood at an old bead goes to the new bead that holds its place in the pivot (the last where there are fewer).
    Beads that carry comments or a note of their own (fixed ones) keep them.
    """
    if not new:
        return ()
    comments: dict[int, tuple[str, ...]] = {}
    notes: dict[int, str] = {}
    ends = [span.pivot.stop for span in Ladder(tuple(new)).spans()]
    kept = set(map(id, new))
    at = 0
    for span in Ladder(tuple(old)).spans():
        while at < len(new) - 1 and ends[at] <= span.pivot.start:
            at += 1
        if id(span.bead) in kept:
            continue
        comments[at] = comments.get(at, ()) + span.bead.comments
        if span.bead.note:
            notes[at] = "; ".join(filter(None, (notes.get(at), span.bead.note)))
    return tuple(
        replace(bead, comments=comments.get(index, ()) + bead.comments, note=bead.note or notes.get(index, ""))
        for index, bead in enumerate(new)
    )
