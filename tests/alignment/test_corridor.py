"""Corridors: narrow, and never without a way through."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from workbench.alignment.corridor import first_corridor

LENGTHS = st.lists(st.floats(1, 500), min_size=1, max_size=400)
SHARED = st.dictionaries(st.integers(0, 399), st.dictionaries(st.integers(0, 399), st.floats(0, 30)), max_size=40)


@given(LENGTHS, LENGTHS, SHARED)
def test_a_first_corridor_has_a_way_through(
    pivot: list[float], version: list[float], shared: dict[int, dict[int, float]]
) -> None:
    """Its rows begin at 0, overlap, rise, and end at the end."""
    inside = {
        i: {j: weight for j, weight in row.items() if j < len(version)} for i, row in shared.items() if i < len(pivot)
    }
    rows = first_corridor((pivot, version), inside)
    assert len(rows) == len(pivot) + 1
    assert (rows[0].start, rows[-1].stop) == (0, len(version) + 1)
    assert all(a.start <= b.start < a.stop <= b.stop for a, b in pairwise(rows))


def test_a_wrong_anchor_that_stands_alone_does_not_bend_the_corridor() -> None:
    """In a text that repeats itself one pair far off the line is passed over."""
    rows = first_corridor(([10.0] * 300, [10.0] * 300), {20: {250: 30.0}})
    assert all(i in row for i, row in enumerate(rows))
