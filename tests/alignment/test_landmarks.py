"""Landmarks: where counterparts stand in long texts without vectors."""

from collections.abc import Hashable, Mapping
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from tests.alignment.test_align import read
from workbench.alignment.evidence.evidence import Signs
from workbench.alignment.landmarks import landmark_path
from workbench.alignment.side import Side
from workbench.alignment.together import align_together

LENGTHS = st.lists(st.floats(1, 500), min_size=1, max_size=200)
SIGNS = st.dictionaries(st.integers(0, 199), st.integers(0, 30), max_size=60)


def signs(pivot: Mapping[int, Hashable], version: Mapping[int, Hashable], rows: int, columns: int) -> Signs:
    """Return signs of which some segments have one."""
    sides = ((pivot, rows), (version, columns))
    own = [tuple(frozenset([held[i]] if i in held else []) for i in range(count)) for held, count in sides]
    return Signs(own[0], own[1], 0.8)


@given(LENGTHS, LENGTHS, SIGNS, SIGNS)
def test_a_path_rises_from_the_beginning_to_the_end(
    pivot: list[float], version: list[float], mine: dict[int, int], theirs: dict[int, int]
) -> None:
    """There is one cell for each row; columns never fall."""
    path, wide = landmark_path([signs(mine, theirs, len(pivot), len(version))], (pivot, version))
    assert [i for i, _ in path] == list(range(len(pivot) + 1)) == list(range(len(wide)))
    assert path[0] == (0, 0)
    assert path[-1] == (len(pivot), len(version))
    assert all(a <= b for (_, a), (_, b) in pairwise(path))


def test_a_run_that_is_missing_is_passed_over() -> None:
    """Names that stand in both texts tell that a version lacks two hundred segments."""
    mine = {i: f"name {i}" for i in range(0, 1000, 10)}
    theirs = {i if i < 400 else i - 200: name for i, name in mine.items() if not 400 <= i < 600}
    path, _ = landmark_path([signs(mine, theirs, 1000, 800)], ([10.0] * 1000, [10.0] * 800))
    assert path[391] == (391, 391)
    assert path[601] == (601, 401)


def test_a_wrong_landmark_that_stands_alone_does_not_bend_the_path() -> None:
    """One pair far off the line is passed over."""
    path, _ = landmark_path([signs({20: "name"}, {250: "name"}, 300, 300)], ([10.0] * 300, [10.0] * 300))
    assert all(abs(i - j) <= 1 for i, j in path)


def test_a_long_text_without_vectors_is_followed_over_a_gap() -> None:
    """Of twelve hundred numbered segments a version lacks two hundred: the others find their counterparts."""
    texts = [read(tag).segments[7] for tag in ("en", "ru")]
    pivot = Side(tuple(f"{texts[0]} {1000 + 7 * i}" for i in range(1200)))
    version = Side(tuple(f"{texts[1]} {1000 + 7 * i}" for i in range(1200) if not 500 <= i < 700))
    ladder = align_together([pivot, version], [None, None])[0]
    right = sum(
        span.version.start == span.pivot.start - (200 if span.pivot.start >= 700 else 0)
        for span in ladder.spans()
        if (span.bead.pivot, span.bead.version) == (1, 1)
    )
    assert right >= 990
