"""Text is selected by the mouse outside the edit box too, and copied through the terminal's clipboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from tests.tui.conftest import told
from tests.tui.test_changed_files import editor
from workbench.tui.app import WorkbenchApp
from workbench.tui.dialogs.term_dialog import TermDialog
from workbench.tui.grid.grid import Grid
from workbench.tui.panels.entries import Entries
from workbench.tui.work.saving import Left


async def drag(pilot: Pilot[Left], widget: type[Grid] | str, start: tuple[int, int], end: tuple[int, int]) -> None:
    """Press the button, move, and let go."""
    await pilot.mouse_down(widget, offset=start)
    await pilot.hover(widget, offset=end)
    await pilot.mouse_up(widget, offset=end)
    await pilot.pause()


def painted(app: WorkbenchApp, style: str = "reverse") -> str:
    """What stands in reverse on the grid."""
    strips = app.grid.render_lines(app.grid.size.region)
    return "".join(each.text for strip in strips for each in strip if each.style and getattr(each.style, style))


@pytest.fixture
def app(folder: Path) -> WorkbenchApp:
    """The editor on the statement, nothing checked."""
    return editor(folder)


async def test_words_of_a_cell_are_selected_and_copied(app: WorkbenchApp) -> None:
    """From the first character pressed to the last; they are in reverse."""
    async with app.run_test(size=(120, 30)) as pilot:
        left = app.grid.columns[0].left
        await drag(pilot, Grid, (left + 3, 0), (left + 12, 0))
        assert painted(app) == "1 December"
        await pilot.press("ctrl+c")
        assert app.clipboard == "1 December"
        assert "Copied: what is selected" in told(app)


@pytest.mark.parametrize("key", ["ctrl+c", "ctrl+с"])
async def test_characters_of_two_cells_are_whole(app: WorkbenchApp, key: str) -> None:
    """In Chinese, backwards, over a line's end; by the key on the same place of a Cyrillic keyboard too."""
    async with app.run_test(size=(120, 30)) as pilot:
        column = next(column for column in app.grid.columns if column.tag == "zh")
        await drag(pilot, Grid, (column.left + 3, 1), (column.left + 10, 0))
        await pilot.press(key)
        text = app.view.table.text("zh", 0)
        assert app.clipboard.startswith("1日，")
        assert app.clipboard in text
        assert app.view.cursor.tag == "zh"


async def test_without_a_selection_the_segment_is_copied(app: WorkbenchApp) -> None:
    """A click forgets what was selected; so does going elsewhere."""
    async with app.run_test(size=(120, 30)) as pilot:
        left = app.grid.columns[0].left
        await drag(pilot, Grid, (left + 3, 0), (left + 12, 0))
        await pilot.click(Grid, offset=(left + 3, 0))
        await pilot.press("ctrl+c")
        assert app.clipboard == app.view.table.text("en", 0)
        assert painted(app) == ""
        await drag(pilot, Grid, (left + 3, 0), (left + 12, 0))
        await pilot.press("down", "ctrl+c")
        assert app.clipboard == app.view.table.text("en", 1)


async def test_what_was_selected_is_forgotten_when_the_text_changes(app: WorkbenchApp) -> None:
    """The words stand elsewhere then."""
    async with app.run_test(size=(120, 30)) as pilot:
        left = app.grid.columns[0].left
        await drag(pilot, Grid, (left + 3, 0), (left + 12, 0))
        await pilot.press("enter", "X", "enter")
        await pilot.pause()
        assert (painted(app), app.view.selected_text()) == ("", "")


async def test_a_drag_out_of_the_row_selects_nothing(app: WorkbenchApp) -> None:
    """It means the segment, as ever: on the pivot, which has no beads of its own, nothing."""
    async with app.run_test(size=(120, 60)) as pilot:
        left = app.grid.columns[0].left
        await drag(pilot, Grid, (left + 3, 0), (left + 3, app.grid._heights.before(1) + 1))
        assert app.view.selected is None


async def test_a_selection_becomes_a_term_in_all_languages_of_the_row(app: WorkbenchApp) -> None:
    """The form has a line for every version; the one it was selected in holds the words."""
    async with app.run_test(size=(120, 60)) as pilot:
        left = app.grid.columns[0].left
        await drag(pilot, Grid, (left + 3, 0), (left + 12, 0))
        await pilot.press("plus")
        await pilot.pause()
        assert isinstance(app.screen, TermDialog)
        wordings = app.screen._wordings
        assert (wordings["en"], set(wordings)) == ("1 December", set(app.view.tags))


async def test_text_of_the_panel_is_selected_and_nothing_is_chosen(folder: Path) -> None:
    """A drag over an entry copies its words, and does not go where a click would."""
    app = editor(folder)
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press("2")
        await pilot.pause(0.1)
        await drag(pilot, "#entries", (1, 0), (6, 0))
        await pilot.press("ctrl+c")
        line = app.panel.query_one(Entries).render_line(0).text
        assert app.clipboard == line[1:7].strip() != ""


@pytest.mark.parametrize("key", ["ctrl+c", "ctrl+с"])
async def test_text_of_a_dialog_is_selected(app: WorkbenchApp, key: str) -> None:
    """Words of the help."""
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f1")
        await pilot.pause()
        await drag(pilot, "#help Static", (2, 1), (6, 1))  # type: ignore[arg-type]
        text = app.screen.query_one("#help Static", Static)
        assert text.text_selection is not None
        await pilot.press(key)
        assert app.clipboard == "Enter"


async def test_what_is_said_of_a_finding_is_selected(app: WorkbenchApp) -> None:
    """The line below the grid."""
    async with app.run_test(size=(120, 30)) as pilot:
        while app.checking.at_work:
            await pilot.pause(0.01)
        await pilot.pause()
        await drag(pilot, "#status", (1, 0), (7, 0))
        await pilot.press("ctrl+c")
        assert app.clipboard == "nothing"
