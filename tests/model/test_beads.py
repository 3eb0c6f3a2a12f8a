"""Beads of long ladders: made a block at a time, and for all that asks the same as those of a tuple."""

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from workbench.model.beads import _KEPT, Beads, Counts, ladder_in_blocks
from workbench.model.ladder import Bead, Ladder, crossings, ladder_of

COUNTS = st.tuples(st.integers(0, 3), st.integers(0, 3)).filter(lambda counts: counts != (0, 0))
# Half-beads have marks, of which some have no other half, and some are there twice.
BEAD = st.builds(
    lambda counts, mark, note: Bead(*counts, mark=mark if 0 in counts else "", note=note),
    COUNTS,
    st.sampled_from(["", "@a", "@b"]),
    st.sampled_from(["", "қараңыз"]),
)
BLOCKS = st.lists(st.lists(BEAD, min_size=1, max_size=5).map(tuple), min_size=1, max_size=12)


def both(blocks: list[tuple[Bead, ...]]) -> tuple[Ladder, Ladder]:
    """Return a ladder that holds its beads, and the same in blocks."""
    beads = tuple(bead for block in blocks for bead in block)
    counts = [Counts(len(block), *Ladder(block).size()) for block in blocks]
    marked = [index for index, bead in enumerate(beads) if bead.mark]
    return Ladder(beads), ladder_in_blocks(Beads(blocks.__getitem__, counts, marked))


@given(BLOCKS)
def test_beads_are_those_of_the_blocks(blocks: list[tuple[Bead, ...]]) -> None:
    """In order, one by one, from behind; and a ladder of them is equal to one that holds them."""
    held, made = both(blocks)
    assert made == held
    assert tuple(made.beads) == held.beads
    assert [made.beads[index] for index in range(-len(held.beads), 0)] == list(held.beads)


@given(BLOCKS, st.data())
def test_any_slice_is_that_of_a_tuple(blocks: list[tuple[Bead, ...]], data: st.DataObject) -> None:
    """Of beads, of where they begin, of spans: with any start, stop and step."""
    held, made = both(blocks)
    wanted = data.draw(st.slices(len(held.beads)))
    assert made.beads[wanted] == held.beads[wanted]
    assert tuple(made.spans()[wanted]) == tuple(held.spans()[wanted])
    for mine, theirs in zip(made.starts(), held.starts(), strict=True):
        wanted = data.draw(st.slices(len(theirs)))
        assert list(mine[wanted]) == list(theirs[wanted])


@given(BLOCKS)
def test_starts_are_the_sums_of_the_counts(blocks: list[tuple[Bead, ...]]) -> None:
    """One by one, all in order, and behind the last the end."""
    held, made = both(blocks)
    pivot, version = made.starts()
    assert list(pivot) == list(accumulate((bead.pivot for bead in held.beads), initial=0))
    assert [version[index] for index in range(len(version))] == list(held.starts()[1])
    assert made.size() == held.size()


@given(BLOCKS)
def test_spans_are_found_by_their_segments(blocks: list[tuple[Bead, ...]]) -> None:
    """By a segment of either side, also by one that there is not, and between two segments of the pivot."""
    held, made = both(blocks)
    for segment in range(max(held.size()) + 2):
        for pivot in (True, False):
            assert made.holding(segment, pivot=pivot) == held.holding(segment, pivot=pivot)
        for end in (segment, segment + 1, segment + 4):
            assert made.between(segment, end) == held.between(segment, end)


@given(BLOCKS, st.data())
def test_crossings_and_changes_are_the_same(blocks: list[tuple[Bead, ...]], data: st.DataObject) -> None:
    """Halves find each other from block to block; what is put in the place of beads makes the same ladder."""
    held, made = both(blocks)
    assert list(made.marked()) == list(held.marked())
    assert crossings(made) == crossings(held)
    start = data.draw(st.integers(0, len(held.beads)))
    assert made.replaced(start, 2, (Bead(1, 1),)) == held.replaced(start, 2, (Bead(1, 1),))


def test_few_blocks_are_held() -> None:
    """Who has gone through a long ladder holds what was asked for last."""
    _, made = both([ladder_of([(1, 1)] * 3).beads] * 100)
    assert sum(1 for _ in made.spans()) == 300
    assert isinstance(made.beads, Beads)
    assert len(made.beads._kept) == _KEPT
