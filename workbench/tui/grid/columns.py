"""Which versions stand beside each other, and how wide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

MARGIN = 8  # sign, cursor, the clause's name, a space
NARROWEST = 28
GAP = 3  # a space, the separator, a space


@dataclass(frozen=True, slots=True)
class Column:
    """One version on the screen: the cell where its text begins, and its width in cells. The separator stands two
    cells before it.
    """

    tag: str
    left: int
    width: int


def fit(width: int, pivot: str, others: Sequence[str], focused: str, first: int) -> tuple[tuple[Column, ...], int]:
    """Return the columns that fit in `width` cells, and the index in `others` of the first shown.

    The pivot stands first; `first` is the index shown first until now, moved as little as needed for `focused` to be
    seen. Where not even two columns fit, the focused version stands alone.
    """
    room = width - MARGIN
    if room < 2 * NARROWEST + GAP or not others:
        return (Column(focused, MARGIN, max(2, room)),), first
    count = min(len(others), (room + GAP) // (NARROWEST + GAP) - 1)
    first = min(max(first, 0), len(others) - count)
    if focused in others:
        position = list(others).index(focused)
        first = min(max(first, position - count + 1), position)
    tags = (pivot, *others[first : first + count])
    share, rest = divmod(room - GAP * (len(tags) - 1), len(tags))
    columns: list[Column] = []
    left = MARGIN
    for index, tag in enumerate(tags):
        own = share + (index < rest)
        columns.append(Column(tag, left, own))
        left += own + GAP
    return tuple(columns), first
