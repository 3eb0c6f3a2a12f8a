"""Composing two ladders over a version in the middle."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.alignment.compose import Draft, Opinion, composed

COUNTS = st.tuples(st.integers(0, 2), st.integers(0, 2)).filter(any)


def draft(*steps: tuple[int, int], sure: float = 1.0) -> Draft:
    """Return a ladder of steps that are all equally sure."""
    return Draft(steps, (sure,) * len(steps))


def test_beads_that_overlap_in_the_middle_are_one() -> None:
    """A 2–1 bead before a 1–2 bead makes a 2–2 bead."""
    assert composed(draft((2, 1), (1, 1)), draft((1, 2), (1, 1))) == [Opinion(2, 2), Opinion(1, 1)]


def test_what_the_middle_lacks_is_no_opinion() -> None:
    """A pivot segment that the middle version lacks is an omission that nobody vouches for; one it has counts."""
    assert composed(draft((1, 0), (1, 1)), draft((1, 0))) == [Opinion(1, 0, 0.0), Opinion(1, 0)]


def test_what_only_the_version_has_is_no_opinion() -> None:
    """An addition to the middle version stays apart from the beads around it."""
    result = composed(draft((1, 1), (1, 1)), draft((1, 1), (0, 1), (1, 1)))
    assert result == [Opinion(1, 1), Opinion(0, 1, 0.0), Opinion(1, 1)]


def test_a_composition_is_as_sure_as_its_least_likely_bead() -> None:
    """A 1–1 bead that is .9 likely and one that is .6 likely are a vote of .6."""
    assert composed(draft((1, 1), sure=0.9), draft((1, 1), sure=0.6)) == [Opinion(1, 1, 0.6)]


@given(st.lists(COUNTS, max_size=8), st.lists(COUNTS, max_size=8))
def test_a_composition_adds_up(first: list[tuple[int, int]], second: list[tuple[int, int]]) -> None:
    """It holds every segment of both outer versions once, whichever way it is made."""
    gap = sum(n for _, n in first) - sum(m for m, _ in second)
    second = [*second, *[(1, 0)] * gap]
    first = [*first, *[(0, 1)] * -gap]
    result = composed(draft(*first), draft(*second))
    back = composed(draft(*second).turned(), draft(*first).turned())
    assert [(sum(one.pivot for one in way), sum(one.version for one in way)) for way in (result, back)] == [
        (sum(m for m, _ in first), sum(n for _, n in second)),
        (sum(n for _, n in second), sum(m for m, _ in first)),
    ]
