"""Which versions stand beside each other, and how wide."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

MARGIN = 8  # sign, cursor, the clause's name, a space
NARROWEST = 28
GAP = 3  # the bead's sign, the separator, a space
_STEP = 6  # cells by which a column is made wider or narrower
_LEAST = 16


@dataclass(frozen=True, slots=True)
class Column:
    """One version on the screen: the cell where its text begins, and its width in cells. The separator stands two
    cells before it. `stacked` columns stand below each other, all in the same cells, each with its tag before it.
    """

    tag: str
    left: int
    width: int
    stacked: bool = False


@dataclass(frozen=True, slots=True)
class Wishes:
    """How somebody wants the columns: the pivot `frozen` at the left, the focused version `alone` beside it, and by how
    many steps which versions are wider (or narrower: below 0) than others.
    """

    frozen: bool = True
    alone: bool = False
    wider: Mapping[str, int] = field(default_factory=dict)

    def widened(self, tag: str, by: int) -> Wishes:
        """Return the wishes with a version wider (1) or narrower (-1) by a step."""
        least = -((NARROWEST - _LEAST) // _STEP)
        return replace(self, wider={**self.wider, tag: max(least, self.wider.get(tag, 0) + by)})

    def least(self, tag: str) -> int:
        """Return the least width of a version's column."""
        return NARROWEST + _STEP * self.wider.get(tag, 0)


USUAL = Wishes()


def fit(
    width: int, pivot: str, others: Sequence[str], focused: str, first: int, wishes: Wishes = USUAL
) -> tuple[tuple[Column, ...], int]:
    """Return the columns that fit in `width` cells, and the index of the first that is shown of those that scroll.

    The pivot stands first; where it is not frozen it scrolls with the others. `first` is the index shown first until now,
    moved as little as needed for `focused` to be seen. Where not even two columns fit, all are stacked.
    """
    room = width - MARGIN
    if wishes.alone and others:
        others = (focused,) if focused in others else others[min(first, len(others) - 1) :][:1]
    if not others:
        return (Column(pivot, MARGIN, max(2, room)),), first
    if room < 2 * NARROWEST + GAP:
        inset = max(map(len, (pivot, *others))) + 1 + GAP
        return tuple(Column(tag, MARGIN + inset, max(2, room - inset), True) for tag in (pivot, *others)), first
    held = (pivot,) if wishes.frozen else ()
    scrolling = tuple(others) if wishes.frozen else (pivot, *others)
    shown, first = _window(room, held, scrolling, focused, first, wishes)
    tags = (*held, *shown)
    least = [wishes.least(tag) for tag in tags]
    share, rest = divmod(room - GAP * (len(tags) - 1) - sum(least), len(tags))
    columns: list[Column] = []
    left = MARGIN
    for index, tag in enumerate(tags):
        own = max(2, least[index] + share + (index < rest))
        columns.append(Column(tag, left, own))
        left += own + GAP
    return tuple(columns), first


def _window(
    room: int, held: Sequence[str], scrolling: Sequence[str], focused: str, first: int, wishes: Wishes
) -> tuple[Sequence[str], int]:
    """Return the versions of `scrolling` that fit beside those `held`, the focused one among them, and where they begin."""

    def fitting(begin: int) -> Sequence[str]:
        used = sum(wishes.least(tag) + GAP for tag in held) - GAP
        for end, tag in enumerate(scrolling[begin:], start=begin):
            used += wishes.least(tag) + GAP
            if used > room and end > begin:
                return scrolling[begin:end]
        return scrolling[begin:]

    first = min(max(first, 0), len(scrolling) - 1)
    while first and len(fitting(first - 1)) == len(scrolling) - first + 1:
        first -= 1  # no room is left over at the right
    if focused in scrolling:
        first = min(first, scrolling.index(focused))
        while focused not in fitting(first):
            first += 1
    return fitting(first), first
