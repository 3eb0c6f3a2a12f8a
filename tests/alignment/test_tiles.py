"""Tiles: the scores of any cells, however they lie."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from workbench.alignment.band import Ints
from workbench.alignment.tiles import in_tiles

CELLS = st.sets(st.tuples(st.integers(0, 90), st.integers(0, 400)), min_size=1, max_size=200)


@given(CELLS)
def test_cells_get_their_own_scores(cells: set[tuple[int, int]]) -> None:
    """Whether cells are neighbours or scattered, each gets the score of its row and column."""

    def tile(rows: Ints, columns: Ints) -> NDArray[np.float32]:
        assert np.all(np.diff(rows) > 0)
        assert np.all(np.diff(columns) > 0)
        return (1000 * rows[:, None] + columns)[None].astype(np.float32)

    places = np.array(sorted(cells))
    assert np.array_equal(in_tiles(places[:, 0], places[:, 1], 1, tile)[0], 1000 * places[:, 0] + places[:, 1])
