"""The keys that change the alignment, segments and paragraphs."""

from __future__ import annotations

import pytest

from tests.tui.conftest import told
from workbench.model.ladder import BeadStatus, crossings
from workbench.tui.actions.action import Where
from workbench.tui.actions.keys import twin
from workbench.tui.actions.table import actions_of
from workbench.tui.app import WorkbenchApp
from workbench.tui.view import Cursor

NARROW = (80, 24)


def counts(app: WorkbenchApp, tag: str) -> list[tuple[int, int]]:
    """The shapes of a ladder's beads."""
    return [(bead.pivot, bead.version) for bead in app.view.session.document.ladders[tag].beads]


async def press(app: WorkbenchApp, at: Cursor, *keys: str) -> None:
    """Put the cursor somewhere and press keys there."""
    async with app.run_test(size=NARROW) as pilot:
        app.view.cursor = at
        app.show_cursor()
        await pilot.press(*keys)
        await pilot.pause()


@pytest.mark.parametrize("key", ["m", "ь", "f7"])
async def test_m_merges_the_bead_with_the_next(app: WorkbenchApp, key: str) -> None:
    """On Latin and Cyrillic keyboards and by a function key; both Kazakh sentences stand for both English ones."""
    await press(app, Cursor(1, "kk", 0), key)
    assert counts(app, "kk") == [(1, 1), (2, 2), (1, 1)]


async def test_merging_is_undone_by_one_key(app: WorkbenchApp) -> None:
    """The ladder is what it was."""
    await press(app, Cursor(1, "kk", 0), "m", "ctrl+z")
    assert counts(app, "kk") == [(1, 1)] * 4


async def test_s_splits_before_the_segment_at_the_cursor(app: WorkbenchApp) -> None:
    """A bead of two and two becomes two beads again."""
    await press(app, Cursor(1, "kk", 0), "m", "down", "s")
    assert counts(app, "kk") == [(1, 1)] * 4


async def test_a_bracket_moves_the_edge(app: WorkbenchApp) -> None:
    """The next bead's first segment is taken in."""
    await press(app, Cursor(1, "kk", 0), "right_square_bracket")
    assert counts(app, "kk") == [(1, 1), (1, 2), (1, 0), (1, 1)]


async def test_x_unlinks_and_t_at_both_halves_links(app: WorkbenchApp) -> None:
    """Unlinked in the last row, the Chinese halves are tied again as a crossing."""
    async with app.run_test(size=NARROW) as pilot:
        app.view.cursor = Cursor(2, "zh", 0)
        await pilot.press("x")
        await pilot.press("t", "up", "t")  # the addition stands in a row of its own, below the omission
        await pilot.pause()
        assert [crossing.mark for crossing in crossings(app.view.session.document.ladders["zh"])] == ["@moved1"]


async def test_an_omission_is_linked_in_a_cell_that_has_other_text(app: WorkbenchApp) -> None:
    """The row has two English sentences; of its Kazakh cell only the addition and the second sentence can have the cursor."""
    async with app.run_test(size=NARROW) as pilot:
        app.view.cursor = Cursor(1, "kk", 0)
        await pilot.press("x", "t", "t")
        await pilot.pause()
        assert [crossing.mark for crossing in crossings(app.view.session.document.ladders["kk"])] == ["@moved1"]


async def test_a_whole_bead_is_no_half_of_a_crossing(app: WorkbenchApp) -> None:
    """It is told what to do first."""
    async with app.run_test(size=NARROW) as pilot:
        app.view.cursor = Cursor(1, "kk", 0)
        await pilot.press("t")
        assert "unlink the bead first (x)" in told(app)
        assert app.view.half is None


async def test_f4_confirms_and_goes_on_to_the_next_doubtful_bead(app: WorkbenchApp) -> None:
    """The first Kazakh bead is confirmed, and the cursor is at a bead whose score is low or unknown."""
    async with app.run_test(size=NARROW) as pilot:
        app.view.cursor = Cursor(0, "kk", 0)
        await pilot.press("f4")
        await pilot.pause()
        assert app.view.session.document.ladders["kk"].beads[0].status is BeadStatus.CONFIRMED
        assert (app.view.cursor.row, app.view.cursor.tag) == (1, "zh")


async def test_r_accepts_the_wording(app: WorkbenchApp) -> None:
    """The bead is reviewed."""
    await press(app, Cursor(0, "zh", 0), "r")
    assert app.view.session.document.ladders["zh"].beads[0].status is BeadStatus.REVIEWED


async def test_e_goes_to_what_changed(app: WorkbenchApp) -> None:
    """Only the merged Kazakh bead did."""
    async with app.run_test(size=NARROW) as pilot:
        app.view.cursor = Cursor(1, "kk", 0)
        await pilot.press("m", "home", "e")
        await pilot.pause()
        assert (app.view.cursor.row, app.view.cursor.tag) == (1, "kk")


async def test_e_says_that_nothing_changed(app: WorkbenchApp) -> None:
    """Before anything is done."""
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("e")
        await pilot.pause()
        assert "Nothing has changed since the last save" in told(app)


async def test_what_is_on_the_screen_already_is_not_told_once_more(app: WorkbenchApp) -> None:
    """A key that one holds down must not cover the grid with what it has to say."""
    async with app.run_test(size=NARROW) as pilot:
        for _ in range(3):
            await pilot.press("e")
            await pilot.pause()
        assert told(app) == "Nothing has changed since the last save"


async def test_capital_j_joins_segments(unlocked: WorkbenchApp) -> None:
    """The two English sentences of clause 1 are one segment."""
    await press(unlocked, Cursor(1, "en", 0), "J")
    assert (
        unlocked.view.session.document.versions["en"].segments()[1]
        == "1. The six countries will cooperate. They will meet every two years."
    )


async def test_capital_p_begins_a_paragraph(unlocked: WorkbenchApp) -> None:
    """The second English sentence of clause 1 stands in a paragraph of its own."""
    await press(unlocked, Cursor(1, "en", 1), "P")
    assert len(unlocked.view.session.document.versions["en"].text.paragraphs()) == 4


def test_no_two_actions_share_a_key() -> None:
    """Neither on Latin nor on Cyrillic keyboards, in the grid, in a cell or in the panel."""
    for where in Where:
        keys = [key for action in actions_of(where) for one in action.keys for key in (one, twin(one)) if key]
        assert sorted(keys) == sorted(set(keys))
