"""Heights of many rows with their prefix sums: a Fenwick tree (P. M. Fenwick, 1994), O(log n) to change and to find."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate


class Heights:
    """Heights of rows, in lines; a row of height 0 is hidden, and never found."""

    def __init__(self, heights: Iterable[int]) -> None:
        self._heights = list(heights)
        sums = [0, *accumulate(self._heights)]
        self._tree = [0, *[sums[index] - sums[index & (index - 1)] for index in range(1, len(sums))]]
        self._top = 1 << (len(self._heights).bit_length() - 1) if self._heights else 0
        self.total = sums[-1]

    def __len__(self) -> int:
        return len(self._heights)

    def __getitem__(self, row: int) -> int:
        return self._heights[row]

    def set(self, row: int, height: int) -> None:
        """Give a row another height."""
        change = height - self._heights[row]
        if not change:
            return
        self._heights[row] = height
        self.total += change
        index = row + 1
        while index < len(self._tree):
            self._tree[index] += change
            index += index & -index

    def before(self, row: int) -> int:
        """Return the line on which a row begins: the sum of the heights before it."""
        total = 0
        index = row
        while index:
            total += self._tree[index]
            index &= index - 1
        return total

    def find(self, line: int) -> tuple[int, int]:
        """Return the row that holds a line (0-based), and the line's number within it; the last row's for a line
        beyond.
        """
        index, rest, step = 0, min(max(line, 0), max(self.total - 1, 0)), self._top
        while step:
            probe = index + step
            if probe < len(self._tree) and self._tree[probe] <= rest:
                index = probe
                rest -= self._tree[probe]
            step >>= 1
        return index, rest
