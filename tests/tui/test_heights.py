"""Prefix sums of heights agree with plain addition."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.tui.grid.heights import Heights

HEIGHTS = st.lists(st.integers(1, 9), min_size=1, max_size=70)


@given(HEIGHTS, st.lists(st.tuples(st.integers(0, 69), st.integers(1, 9)), max_size=20))
def test_before_is_the_sum_of_what_stands_before(heights: list[int], changes: list[tuple[int, int]]) -> None:
    """After any changes, every row begins where the rows before it end."""
    tree = Heights(heights)
    for row, height in changes:
        if row < len(heights):
            tree.set(row, height)
            heights[row] = height
    assert [tree.before(row) for row in range(len(heights) + 1)] == [
        sum(heights[:row]) for row in range(len(heights) + 1)
    ]
    assert tree.total == sum(heights)


@given(HEIGHTS)
def test_find_gives_every_line_its_row(heights: list[int]) -> None:
    """Line by line, the row and the line within it."""
    tree = Heights(heights)
    expected = [(row, line) for row, height in enumerate(heights) for line in range(height)]
    assert [tree.find(line) for line in range(tree.total)] == expected


def test_find_beyond_the_end_gives_the_last_line() -> None:
    """A click below the text is one on its end."""
    assert Heights([2, 3]).find(99) == (1, 2)
