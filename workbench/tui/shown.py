"""Which rows are shown: a filter, and the rows that it leaves."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.tui.view import View


@dataclass(frozen=True, slots=True)
class Filter:
    """A filter by its name, which the screen says, and what it asks of a row."""

    name: str
    wanted: Callable[[View, int], bool]

    def rows(self, view: View) -> list[int]:
        """Return the rows that it shows, in order."""
        return [row for row in range(len(view.table.rows)) if self.wanted(view, row)]


class Shown:
    """The rows that a filter leaves, in order. One that somebody goes to by name comes among them."""

    def __init__(self, rows: Sequence[int]) -> None:
        self._rows = list(rows)
        self._there = set(rows)

    def __len__(self) -> int:
        return len(self._rows)

    def __contains__(self, row: object) -> bool:
        return row in self._there

    def reveal(self, row: int) -> None:
        """Show a row too."""
        if row not in self._there:
            self._there.add(row)
            insort(self._rows, row)

    def beside(self, row: int, by: int) -> int | None:
        """Return the next row that is shown (`by` 1) or the one before (-1); None where there is none."""
        at = bisect_right(self._rows, row) if by > 0 else bisect_left(self._rows, row) - 1
        return self._rows[at] if 0 <= at < len(self._rows) else None
