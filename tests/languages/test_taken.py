"""Stretches of a text that are taken already."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.languages.taken import Taken

STRETCH = st.tuples(st.integers(0, 20), st.integers(1, 6)).map(lambda one: (one[0], one[0] + one[1]))


@given(st.lists(STRETCH, max_size=8), STRETCH)
def test_a_stretch_is_free_when_none_of_its_code_points_is_taken(
    stretches: list[tuple[int, int]], asked: tuple[int, int]
) -> None:
    """However the stretches overlap, and in whatever order they come."""
    taken = Taken()
    for stretch in stretches:
        taken.add(*stretch)
    points = {point for start, end in stretches for point in range(start, end)}
    assert taken.free(*asked) == points.isdisjoint(range(*asked))
