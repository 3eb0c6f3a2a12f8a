"""Votes across versions: what ladders over a third version say of two others (after T-Coffee, Notredame et al. 2000)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np

from workbench.alignment.compose import composed, turned
from workbench.alignment.pair import Votes
from workbench.alignment.shapes import Counts

Ladders = Mapping[tuple[int, int], Sequence[Counts]]  # by the numbers of two versions, the lower first


def ladder_between(ladders: Ladders, first: int, second: int) -> Sequence[Counts]:
    """Return the ladder of two versions, whichever way it is held."""
    return ladders[first, second] if first < second else turned(ladders[second, first])


def votes_for(ladders: Ladders, pair: tuple[int, int], sizes: Sequence[int]) -> Votes | None:
    """Return the votes of all other versions that are aligned with both of a pair, for its beads; None where none is.

    A version that lacks a segment has no opinion of it.
    """
    held = [{sum(key) - one for key in ladders if one in key} for one in pair]
    others = sorted(held[0] & held[1])
    if not others:
        return None
    beads: dict[tuple[int, int, Counts], int] = defaultdict(int)
    alone = np.zeros(sizes[pair[0]]), np.zeros(sizes[pair[1]])
    for z in others:
        i = j = 0
        for opinion in composed(ladder_between(ladders, pair[0], z), ladder_between(ladders, z, pair[1])):
            if not opinion.version:
                alone[0][i] += opinion.informed
            elif not opinion.pivot:
                alone[1][j] += opinion.informed
            else:
                beads[i, j, (opinion.pivot, opinion.version)] += 1
            i, j = i + opinion.pivot, j + opinion.version
    share = 1 / len(others)
    return Votes([(*bead, n * share) for bead, n in beads.items()], alone[0] * share, alone[1] * share)
