"""Beads of a ladder that come one after another."""

from hypothesis import given
from hypothesis import strategies as st

from workbench.model.growing_beads import GrowingBeads
from workbench.model.ladder import Bead, BeadStatus, Ladder

beads = st.builds(
    Bead,
    st.integers(0, 2),
    st.integers(1, 3),
    st.sampled_from(BeadStatus),
    st.sampled_from((None, 0.971, 1.0)),
    st.sampled_from(("", "0123abcd")),
    st.sampled_from(("", "@moved1")),
    note=st.sampled_from(("", "министрліктен сұрау", "问外交部")),
    comments=st.sampled_from(((), ("# ask the ministry",))),
)


@given(st.lists(beads, min_size=1, max_size=5), st.integers(1, 1200))
def test_beads_are_as_they_came(some: list[Bead], count: int) -> None:
    """To the letter, whether there are few or so many that blocks of them are put away, and the ladder knows where they begin."""
    coming = [some[at % len(some)] for at in range(count)]
    growing = GrowingBeads()
    growing.add(coming)
    held, whole = growing.ladder(), Ladder(tuple(coming))
    assert held == whole
    assert list(held.marked()) == list(whole.marked())
    assert [tuple(starts) for starts in held.starts()] == [tuple(starts) for starts in whole.starts()]


def test_equal_beads_take_no_room() -> None:
    """A hundred thousand of them are put away in less than half a megabyte."""
    away: list[int] = []

    def put(content: bytes) -> bytes:
        away.append(len(content))
        return content

    growing = GrowingBeads(put)
    growing.add([Bead(1, 1, score=0.97)] * 100_000)
    assert sum(away) < 500_000
