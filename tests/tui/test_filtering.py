"""Filters: which rows are on the screen."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.tui.app import WorkbenchApp
from workbench.tui.filtering import filters
from workbench.tui.grid.heights import Heights
from workbench.tui.shown import Filter, Shown
from workbench.tui.view import View

SIZE = (80, 24)


def named(view: View, name: str) -> Filter:
    """The filter of a name."""
    return next(one for one in filters(view) if one.name == name)


def on_screen(app: WorkbenchApp) -> str:
    """The lines of the grid."""
    return "\n".join(app.grid.render_line(y).text for y in range(app.grid.size.height))


async def test_only_rows_with_errors_are_shown(app: WorkbenchApp) -> None:
    """Of the three rows one has the Roman numeral; the others are not on the screen."""
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.view.only(named(app.view, "✖ error"))
        app.grid.refit()
        await pilot.pause()
        assert ("IV." in on_screen(app), "welcome" in on_screen(app)) == (True, False)


async def test_the_cursor_goes_to_a_row_that_is_shown(app: WorkbenchApp) -> None:
    """It stood on a row that the filter hides."""
    async with app.run_test(size=SIZE) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        app.view.only(named(app.view, "✖ error"))
        assert app.view.cursor.row == 2


async def test_the_cursor_goes_from_shown_row_to_shown_row(app: WorkbenchApp) -> None:
    """There is no row below the only one."""
    async with app.run_test(size=SIZE) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        app.view.only(named(app.view, "✖ error"))
        assert app.view.step(-1) is False


async def test_the_header_says_what_is_shown(app: WorkbenchApp) -> None:
    """And how many rows of how many."""
    async with app.run_test(size=(120, 24)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("V", "down", "enter")
        await pilot.pause()
        assert "only with findings: 2 of 3 rows" in app.screen.query_one("#header").render().plain


async def test_escape_shows_all_rows_again(app: WorkbenchApp) -> None:
    """The way back from a filter is one key."""
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("V", "down", "enter", "escape")
        await pilot.pause()
        assert (app.view.filter, app.view.count_shown()) == (None, 3)


async def test_a_place_that_is_named_is_shown_in_spite_of_the_filter(app: WorkbenchApp) -> None:
    """Clause 1 has no error; who asks for it sees it."""
    async with app.run_test(size=SIZE) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        app.view.only(named(app.view, "✖ error"))
        app.grid.refit()
        await pilot.press("f3", "1", "enter")
        await pilot.pause()
        assert (app.view.cursor.row, app.view.is_shown(1), app.view.is_shown(0)) == (1, True, False)


async def test_a_filter_without_rows_changes_nothing(unlocked: WorkbenchApp) -> None:
    """Nothing has changed since the last save."""
    async with unlocked.run_test(size=SIZE) as pilot:
        await pilot.pause()
        assert unlocked.view.only(named(unlocked.view, "changed since the last save")) is False
        assert unlocked.view.filter is None


async def test_what_is_asked_of_a_version_is_asked_of_the_one_at_the_cursor(app: WorkbenchApp) -> None:
    """In the Kazakh column the filters are about Kazakh."""
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("right", "right")
        assert "not reviewed in kk" in [one.name for one in filters(app.view)]


@given(st.lists(st.integers(0, 5), min_size=1, max_size=60))
def test_a_hidden_row_is_never_found(heights: list[int]) -> None:
    """Every line belongs to a row that has one, and lines go through these rows in order."""
    held = Heights(heights)
    found = [held.find(line) for line in range(held.total)]
    assert found == [(row, inner) for row, height in enumerate(heights) for inner in range(height)]


@given(st.sets(st.integers(0, 40)), st.integers(-1, 41), st.sampled_from((1, -1)))
def test_the_row_beside_is_the_nearest_that_is_shown(rows: set[int], row: int, by: int) -> None:
    """Below it or above it."""
    beyond = [each for each in rows if (each > row if by > 0 else each < row)]
    assert Shown(sorted(rows)).beside(row, by) == (min(beyond, default=None) if by > 0 else max(beyond, default=None))


async def test_findings_of_one_version_are_shown_alone(app: WorkbenchApp) -> None:
    """The one error is the English text's: in the Chinese column its row is not among them."""
    async with app.run_test(size=SIZE) as pilot:
        while app.checking.at_work:
            await pilot.pause(0.01)
        await pilot.press("right")
        chosen = named(app.view, "with findings in zh")
        assert {spot.tag for row in chosen.rows(app.view) for spot in app.view.findings.at(row)} == {"zh"}


async def test_what_changed_since_it_was_accepted_is_shown(unlocked: WorkbenchApp) -> None:
    """A wording is reviewed, and the pivot's changes then."""
    async with unlocked.run_test(size=SIZE) as pilot:
        await pilot.press("right", "r")
        assert named(unlocked.view, "changed since accepted in zh").rows(unlocked.view) == []
        await pilot.press("left", "enter", "X", "enter")
        await pilot.pause()
        await pilot.press("right")
        assert named(unlocked.view, "changed since accepted in zh").rows(unlocked.view) == [0]
