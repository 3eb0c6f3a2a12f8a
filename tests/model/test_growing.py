"""Segments that come one after another."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from workbench.model.growing import GrowingSegments
from workbench.model.segment import Segment
from workbench.model.segments import Segments

LONG = "Тараптар ынтымақтастықты нығайтады. " * 200

segments = st.builds(
    Segment,
    st.sampled_from(("Алты ел", "中亚", "Марказий Осиё ", " Орто Азия")),
    st.sampled_from(("", "\n", "\n\n", " \t\r\n", "\t")),
    st.sampled_from(("\n", "\r\n", "")),
)


def grown(coming: Sequence[Sequence[Segment]]) -> Sequence[Segment]:
    """Return what comes of segments that come some at a time."""
    growing = GrowingSegments()
    for some in coming:
        growing.add(some)
    return growing.done()


@given(st.lists(st.lists(segments, max_size=3), max_size=8), st.integers(0, 7))
def test_segments_are_as_they_came(coming: list[list[Segment]], at: int) -> None:
    """Whatever stands around them, also where a long one ends a block."""
    coming.insert(min(at, len(coming)), [Segment(LONG)] * 5)
    assert grown(coming) == tuple(segment for some in coming for segment in some)


def test_a_short_text_is_its_segments() -> None:
    """It is no text of blocks."""
    assert grown([[Segment("Алты ел")], [], [Segment("中亚", "\n")]]) == (Segment("Алты ел"), Segment("中亚", "\n"))


def test_finished_blocks_are_put_away() -> None:
    """What is put away is the lines of a file, whole ones."""
    away: list[bytes] = []

    def put(lines: bytes) -> bytes:
        away.append(lines)
        return lines

    growing = GrowingSegments(put)
    for _ in range(12):
        growing.add([Segment(LONG, "\n")])
    found = growing.done()
    assert isinstance(found, Segments)
    assert b"".join(away) == f"\n{LONG}\n".encode() * len(away) * 5
