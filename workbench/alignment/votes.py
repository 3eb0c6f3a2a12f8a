"""Votes across versions: what ladders over a third version say of two others (after T-Coffee, Notredame et al. 2000)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from workbench.alignment.compose import Draft, composed
from workbench.alignment.pair import Votes
from workbench.alignment.shapes import Counts

Drafts = Mapping[tuple[int, int], Draft]  # by the numbers of two versions, the lower first


def draft_between(drafts: Drafts, first: int, second: int) -> Draft:
    """Return the ladder of two versions, whichever way it is held."""
    return drafts[first, second] if first < second else drafts[second, first].turned()


def votes_for(drafts: Drafts, pair: tuple[int, int], sizes: Sequence[int]) -> Votes | None:
    """Return the votes of all other versions that are aligned with both of a pair, for its beads; None where none is.

    A vote weighs as much as it is likely: what all ladders only guess is not made certain by counting the guesses
    (probabilistic consistency, Do et al., "ProbCons", 2005). A version that lacks a segment has no opinion of it.
    """
    held = [{sum(key) - one for key in drafts if one in key} for one in pair]
    others = sorted(held[0] & held[1])
    if not others:
        return None
    beads: dict[tuple[int, int, Counts], float] = defaultdict(float)
    alone = np.zeros(sizes[pair[0]]), np.zeros(sizes[pair[1]])
    for z in others:
        i = j = 0
        for opinion in composed(draft_between(drafts, pair[0], z), draft_between(drafts, z, pair[1])):
            if not opinion.version:
                alone[0][i] += opinion.sure
            elif not opinion.pivot:
                alone[1][j] += opinion.sure
            else:
                beads[i, j, (opinion.pivot, opinion.version)] += opinion.sure
            i, j = i + opinion.pivot, j + opinion.version
    share = 1 / len(others)
    return Votes([(*bead, sure * share) for bead, sure in beads.items()], alone[0] * share, alone[1] * share)
