"""Rows are laid out bead beside bead, and columns stand as they fit."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from tests.editing.samples import sample
from workbench.model.document import Document
from workbench.model.ladder import Bead, BeadStatus, Ladder
from workbench.tui.grid.columns import GAP, MARGIN, NARROWEST, Wishes, fit
from workbench.tui.grid.layout import (
    CONFIRMED,
    CONTINUED,
    DOUBTFUL,
    EMPTY,
    FAIR,
    GOING_ON,
    LAPSED,
    MOVED,
    REVIEWED,
    SOLID,
    SURE,
    UNSURE,
    lay_out,
)
from workbench.tui.grid.table import Table

TAGS = ("zh", "ru", "kk", "ky", "tg", "tk", "uz")


def with_ladder(*beads: Bead) -> Document:
    """The sample with another Chinese ladder."""
    return replace(sample(), ladders={**sample().ladders, "zh": Ladder(beads)})


def signs(document: Document, row: int) -> tuple[str, ...]:
    """The signs left of the Chinese column in a wide row."""
    columns, _ = fit(200, "en", ("zh", "kk"), "en", 0)
    return lay_out(Table.of(document), row, columns).signs[1]


def test_a_bead_over_two_segments_is_continued() -> None:
    """A doubtful 2–1 bead begins dashed, and reaches the second pivot segment by a corner."""
    assert signs(sample(), 1) == (DOUBTFUL, CONTINUED)


def test_a_sure_bead_has_a_solid_line() -> None:
    """A score of 0.9 is sure."""
    assert signs(sample(), 0) == (SOLID,)


def test_an_omission_is_marked_empty() -> None:
    """Nothing in Chinese stands for the last English segment."""
    document = with_ladder(Bead(1, 1, score=0.9), Bead(2, 2, score=0.9), Bead(1, 0))
    assert signs(document, 2) == (EMPTY,)


def test_a_crossing_is_marked_moved() -> None:
    """The text of a crossing stands in the row of its pivot half."""
    document = with_ladder(Bead(1, 0, mark="@a"), Bead(2, 1), Bead(1, 1), Bead(0, 1, mark="@a"))
    assert signs(document, 0) == (MOVED, SOLID)


def test_a_crossing_names_its_partners_clause() -> None:
    """The text of the first row stands behind clause 4 in the Chinese text, and the cell says so."""
    document = with_ladder(Bead(1, 0, mark="@a"), Bead(2, 1), Bead(1, 1), Bead(0, 1, mark="@a"))
    columns, _ = fit(200, "en", ("zh", "kk"), "en", 0)
    assert lay_out(Table.of(document), 0, columns).pieces[1][0].note == "⇄ 4"


def test_a_bead_over_three_segments_is_bracketed() -> None:
    """Its second segment goes on, its third ends it."""
    document = with_ladder(Bead(3, 2, score=0.9), Bead(1, 1, score=0.9))
    assert signs(document, 0) == (SOLID, GOING_ON, CONTINUED)


@pytest.mark.parametrize(
    ("bead", "sign"),
    [
        (Bead(1, 1, score=0.9), SURE),
        (Bead(1, 1, score=0.6), FAIR),
        (Bead(1, 1, score=0.2), UNSURE),
        (Bead(1, 1), UNSURE),
        (Bead(1, 1, BeadStatus.CONFIRMED), CONFIRMED),
        (Bead(1, 1, BeadStatus.REVIEWED), REVIEWED),
        (Bead(1, 1, BeadStatus.REVIEWED, digest="00000000"), LAPSED),
    ],
)
def test_a_bead_shows_its_status_or_score(bead: Bead, sign: str) -> None:
    """One sign before the separator: how sure the aligner was, or who accepted what; an acceptance that lapsed."""
    columns, _ = fit(200, "en", ("zh", "kk"), "en", 0)
    layout = lay_out(Table.of(with_ladder(bead, Bead(2, 1), Bead(1, 1))), 0, columns)
    assert layout.states[1] == {0: sign}


def test_beads_of_a_row_stand_beside_their_pivot_segments() -> None:
    """The second Kazakh bead of a row begins on the line of the second English segment."""
    columns, _ = fit(200, "en", ("zh", "kk"), "en", 0)
    layout = lay_out(Table.of(sample()), 1, columns)
    assert layout.lines_of(0, 2) == layout.lines_of(2, 2)


def test_eighty_cells_show_pivot_and_one_version() -> None:
    """Two columns of at least 28 cells, no third."""
    columns, _ = fit(79, "en", TAGS, "en", 0)
    assert [column.tag for column in columns] == ["en", "zh"]


def test_columns_fill_the_width() -> None:
    """No cell is left over at the right, and every column is wide enough."""
    for width in range(70, 260, 7):
        columns, _ = fit(width, "en", TAGS, "kk", 0)
        assert columns[-1].left + columns[-1].width == width
        assert all(column.width >= NARROWEST for column in columns)
        assert all(second.left - first.left - first.width == GAP for first, second in pairwise(columns))


def test_columns_follow_the_focus_and_the_pivot_stays() -> None:
    """Going right to Uzbek at 80 cells shows it beside the English."""
    columns, _ = fit(79, "en", TAGS, "uz", 0)
    assert [column.tag for column in columns] == ["en", "uz"]


def test_a_narrow_terminal_stacks_the_versions() -> None:
    """Below two columns all stand below each other, in the same cells."""
    columns, _ = fit(50, "en", ("zh", "kk"), "kk", 0)
    assert [column.tag for column in columns] == ["en", "zh", "kk"]
    assert {(column.left, column.stacked) for column in columns} == {(MARGIN + 6, True)}


def test_stacked_versions_stand_below_each_other() -> None:
    """Each line of the row belongs to one version, in the order of the columns."""
    columns, _ = fit(60, "en", ("zh", "kk"), "kk", 0)
    layout = lay_out(Table.of(sample()), 1, columns)
    whose = [next(index for index, own in enumerate(layout.signs) if own[line]) for line in range(layout.height)]
    assert whose == sorted(whose)
    assert set(whose) == {0, 1, 2}


def test_a_column_is_made_wider() -> None:
    """Two steps more than its neighbours."""
    columns, _ = fit(200, "en", ("zh", "kk"), "en", 0, Wishes().widened("zh", 1).widened("zh", 1))
    assert columns[1].width - columns[2].width == 12


def test_a_pivot_that_is_not_frozen_scrolls_away() -> None:
    """Going to Uzbek at 80 cells shows it beside Turkmen."""
    columns, _ = fit(79, "en", TAGS, "uz", 0, Wishes(frozen=False))
    assert [column.tag for column in columns] == ["tk", "uz"]


def test_a_version_stands_alone_beside_the_pivot() -> None:
    """However much room there is."""
    columns, _ = fit(250, "en", TAGS, "kk", 0, Wishes(alone=True))
    assert [column.tag for column in columns] == ["en", "kk"]
