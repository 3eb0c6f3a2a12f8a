"""Composing two ladders over a version in the middle."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.alignment.compose import Opinion, composed, turned

COUNTS = st.tuples(st.integers(0, 2), st.integers(0, 2)).filter(any)


def test_beads_that_overlap_in_the_middle_are_one() -> None:
    """A 2–1 bead before a 1–2 bead makes a 2–2 bead."""
    assert composed([(2, 1), (1, 1)], [(1, 2), (1, 1)]) == [Opinion(2, 2), Opinion(1, 1)]


def test_what_the_middle_lacks_is_no_opinion() -> None:
    """A pivot segment that the middle version lacks is an omission that nobody vouches for; one it has counts."""
    assert composed([(1, 0), (1, 1)], [(1, 0)]) == [Opinion(1, 0, False), Opinion(1, 0)]


def test_what_only_the_version_has_is_no_opinion() -> None:
    """An addition to the middle version stays apart from the beads around it."""
    assert composed([(1, 1), (1, 1)], [(1, 1), (0, 1), (1, 1)]) == [Opinion(1, 1), Opinion(0, 1, False), Opinion(1, 1)]


@given(st.lists(COUNTS, max_size=8), st.lists(COUNTS, max_size=8))
def test_a_composition_adds_up(first: list[tuple[int, int]], second: list[tuple[int, int]]) -> None:
    """It holds every segment of both outer versions once, whichever way it is made."""
    gap = sum(n for _, n in first) - sum(m for m, _ in second)
    second = [*second, *[(1, 0)] * gap]
    first = [*first, *[(0, 1)] * -gap]
    result = composed(first, second)
    assert sum(one.pivot for one in result) == sum(m for m, _ in first)
    assert sum(one.version for one in result) == sum(n for _, n in second)
    assert len(composed(turned(second), turned(first))) >= 0
