"""The search: long bands in stretches and in pieces find what the whole does."""

import numpy as np
import pytest
from numpy.typing import NDArray

from workbench.alignment import stretches
from workbench.alignment.band import Ints, band_around
from workbench.alignment.posterior import probabilities
from workbench.alignment.search import Table, best_way
from workbench.alignment.shapes import shapes_up_to

ROWS = 900


def table(jumps: dict[tuple[int, int], tuple[int, int]] | None = None) -> Table:
    """Return a table of two texts of nine hundred segments with noise, in which about the diagonal is right."""
    shapes = shapes_up_to(3, 3)
    noise = np.random.default_rng(5).standard_normal((len(shapes), ROWS + 1, ROWS + 1)).astype(np.float32)

    def scores(rows: Ints, columns: Ints) -> NDArray[np.float32]:
        result = noise[:, rows, columns] - 1
        result[0] += np.where(rows == columns, 3, -2)
        for index, (m, n) in enumerate(shapes):
            result[index, (rows + m > ROWS) | (columns + n > ROWS)] = -np.inf
            for (first, _), (last, _) in (jumps or {}).items():
                result[index, (rows < last) & (rows + m > first)] = -np.inf
        return result

    band = band_around([(i, i) for i in range(ROWS + 1)], ROWS, ROWS, 6)
    return Table(band, shapes, scores, np.full(ROWS, -1.5), jumps or {})


def test_stretches_find_what_the_whole_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    """The best way and how likely its steps are do not depend on where a long band is cut."""
    whole = best_way(table())
    likely = probabilities(table(), whole)
    monkeypatch.setattr(stretches, "_WHOLE", 100)
    found = best_way(table())
    assert found.steps == whole.steps
    assert found.total == pytest.approx(whole.total, abs=1e-3)
    assert np.allclose(probabilities(table(), found), likely, atol=1e-4)


def test_pieces_find_what_the_whole_finds(monkeypatch: pytest.MonkeyPatch) -> None:
    """A stretch too large to be searched at a time is searched piece by piece, with the same result."""
    whole = best_way(table())
    monkeypatch.setattr(stretches, "_CELLS", 2000)
    assert best_way(table()).steps == whole.steps


@pytest.mark.parametrize("cells", [2000, 120_000])
@pytest.mark.parametrize("row", [407, 447, 487])
def test_a_fixed_bead_across_a_cut_is_kept(monkeypatch: pytest.MonkeyPatch, cells: int, row: int) -> None:
    """A bead fixed where stretches begin, meet and end is on the way, and is certain."""
    monkeypatch.setattr(stretches, "_CELLS", cells)
    monkeypatch.setattr(stretches, "_WHOLE", 100)
    fixed = table({(row, row + 1): (row + 7, row + 6)})
    found = best_way(fixed)
    points = np.cumsum([(0, 0), *found.steps], axis=0).tolist()
    at = points.index([row, row + 1])
    assert points[at + 1] == [row + 7, row + 6]
    assert probabilities(fixed, found)[at] == pytest.approx(1.0, abs=1e-4)


def test_stretches_that_do_not_meet_are_searched_as_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing but the end tells which way is right, the end decides all the same."""
    monkeypatch.setattr(stretches, "_WHOLE", 100)
    shapes = shapes_up_to(1, 1)

    def scores(rows: Ints, columns: Ints) -> NDArray[np.float32]:
        # Two diagonals are equally good up to the last rows, where only the second goes on.
        right = (columns == rows) & (rows < ROWS - 20) | (columns == rows + 4)
        result = np.stack([np.where(right, 1.0, -5.0), np.full(len(rows), -0.1)]).astype(np.float32)
        result[0, (rows == ROWS) | (columns == ROWS)] = result[1, rows == ROWS] = -np.inf
        return result

    band = band_around([(i, i) for i in range(ROWS + 1)], ROWS, ROWS, 6)
    found = best_way(Table(band, shapes, scores, np.full(ROWS, -0.1), {}))
    monkeypatch.undo()
    assert found.total == pytest.approx(best_way(Table(band, shapes, scores, np.full(ROWS, -0.1), {})).total)
