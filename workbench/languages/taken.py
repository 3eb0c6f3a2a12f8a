"""Stretches of a text that are taken already."""

from __future__ import annotations

from bisect import bisect_left, bisect_right


class Taken:
    """Stretches in code points, end exclusive; those that touch or overlap are one. Asking takes logarithmic time."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._ends: list[int] = []

    def free(self, start: int, end: int) -> bool:
        """Return whether no code point from `start` to `end` is taken."""
        at = bisect_right(self._ends, start)
        return at == len(self._starts) or self._starts[at] >= end

    def add(self, start: int, end: int) -> None:
        """Take a stretch."""
        first, last = bisect_left(self._ends, start), bisect_right(self._starts, end)
        if first < last:
            start, end = min(start, self._starts[first]), max(end, self._ends[last - 1])
        self._starts[first:last] = [start]
        self._ends[first:last] = [end]
