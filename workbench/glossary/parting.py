"""Cuts what is written with capitals, one word behind the other, into names: Kazakhstan, Murat Nurtleu."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from workbench.glossary.runs import Place

_COST = 0.15  # of each name more
_AGAIN, _OFTEN = 0.15, 4  # what it adds that a run of words is said again, up to so many times
_LEAST = 0.4  # how sure a name is that is worth nothing


def parted_names(found: Sequence[tuple[Sequence[Place], float]]) -> list[tuple[Place, ...]]:
    """Return for each run, given as its places and how sure it is, the places in which it is a name of its own.

    In every row those runs are taken that share no word and together are the surest, by their words; one long name goes
    before two short ones that are hardly surer.
    """
    by_row: dict[int, list[tuple[Place, float, int]]] = defaultdict(list)
    for number, (places, score) in enumerate(found):
        again = 1 + _AGAIN * min(_OFTEN, len(places) - 1) * (places[0].words > 1)
        for place in places:
            by_row[place.row].append((place, (score - _LEAST) * place.words * again - _COST, number))
    kept: dict[int, list[Place]] = defaultdict(list)
    for row in by_row.values():
        for place, number in _best(row):
            kept[number].append(place)
    return [tuple(kept[number]) for number in range(len(found))]


def _best(row: Iterable[tuple[Place, float, int]]) -> list[tuple[Place, int]]:
    """Return the places without common words whose values add up to most."""
    order = sorted(row, key=lambda one: one[0].last)
    # By the number of places looked at: value, last place taken, before it.
    best: list[tuple[float, int, int]] = [(0.0, -1, 0)]
    ends = [place.last for place, _, _ in order]
    for number, (place, value, _) in enumerate(order):
        before = sum(end < place.first for end in ends[:number])
        if best[before][0] + value > best[number][0]:
            best.append((best[before][0] + value, number, before))
        else:
            best.append((best[number][0], best[number][1], best[number][2]))
    taken = []
    at = len(order)
    while at > 0 and best[at][1] >= 0:
        _, number, before = best[at]
        taken.append((order[number][0], order[number][2]))
        at = before
    return taken[::-1]
