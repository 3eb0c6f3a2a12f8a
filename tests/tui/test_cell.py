"""The box over a cell: graphemes, pasting, going on, splitting."""

from __future__ import annotations

import pytest
from textual.events import Paste
from textual.pilot import Pilot

from tests.tui.conftest import told
from workbench.tui.app import WorkbenchApp
from workbench.tui.edit_box import EditBox
from workbench.tui.view import Cursor
from workbench.tui.work.saving import Left

NARROW = (80, 24)


def texts(app: WorkbenchApp, tag: str) -> tuple[str, ...]:
    """The segments of a version."""
    return app.view.session.document.versions[tag].segments()


async def put(pilot: Pilot[Left], text: str) -> EditBox:
    """Open the cell at the cursor and put a text into its box, the cursor at the end."""
    await pilot.press("enter")
    box = pilot.app.screen.query_one(EditBox)
    box.text = text
    box.move_cursor(box.document.end)
    return box


@pytest.mark.parametrize("grapheme", ["й", "e\u0301", "👨\u200d👩\u200d👧", "ң", "成"])
async def test_backspace_takes_a_whole_grapheme(unlocked: WorkbenchApp, grapheme: str) -> None:
    """A letter with its mark, a family."""
    async with unlocked.run_test(size=NARROW) as pilot:
        box = await put(pilot, f"Al{grapheme}")
        await pilot.press("backspace")
        assert box.text == "Al"


async def test_left_goes_over_a_whole_grapheme(unlocked: WorkbenchApp) -> None:
    """What is typed then stands before the letter and its mark."""
    async with unlocked.run_test(size=NARROW) as pilot:
        box = await put(pilot, "Ale\u0301")
        await pilot.press("left", "X")
        assert box.text == "AlXe\u0301"


async def test_what_is_typed_is_kept_in_nfc(unlocked: WorkbenchApp) -> None:
    """A letter and a combining mark are one letter in the file."""
    async with unlocked.run_test(size=NARROW) as pilot:
        await put(pilot, "Xi’an e\u0301te\u0301")
        await pilot.press("enter")
        await pilot.pause()
    assert texts(unlocked, "en")[0] == "Xi’an été"


async def test_tab_keeps_and_opens_the_next_cell(unlocked: WorkbenchApp) -> None:
    """One key from wording to wording."""
    async with unlocked.run_test(size=NARROW) as pilot:
        await put(pilot, "One.")
        await pilot.press("tab")
        await pilot.pause()
        box = pilot.app.screen.query_one(EditBox)
        assert (texts(unlocked, "en")[0], box.text) == ("One.", "1. The six countries will cooperate.")


async def test_shift_tab_goes_back(unlocked: WorkbenchApp) -> None:
    """To the wording before."""
    async with unlocked.run_test(size=NARROW) as pilot:
        unlocked.view.cursor = Cursor(1, "en", 1)
        await put(pilot, "Two.")
        await pilot.press("shift+tab")
        await pilot.pause()
        assert pilot.app.screen.query_one(EditBox).text == "1. The six countries will cooperate."


async def test_f6_splits_the_segment_at_the_cursor(unlocked: WorkbenchApp) -> None:
    """What was typed before is kept with it, as one step."""
    async with unlocked.run_test(size=NARROW) as pilot:
        box = await put(pilot, "One. Two.")
        box.move_cursor((0, 4))
        await pilot.press("f6")
        await pilot.pause()
        assert texts(unlocked, "en")[:2] == ("One.", "Two.")
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert texts(unlocked, "en")[0] == "The Parties welcome the results of the meeting."


async def omission(unlocked: WorkbenchApp, pilot: Pilot[Left]) -> None:
    """Take the Kazakh text of the first row away from it, and go to the cell that is empty then."""
    unlocked.view.cursor = Cursor(0, "kk", 0)
    await pilot.press("x")
    await pilot.pause()
    unlocked.view.cursor = Cursor(0, "kk", 0)


async def test_an_omission_is_given_a_text_in_its_empty_cell(unlocked: WorkbenchApp) -> None:
    """Enter opens it, and what is typed is a segment of its own."""
    async with unlocked.run_test(size=NARROW) as pilot:
        await omission(unlocked, pilot)
        await put(pilot, "Құптаймыз.")
        await pilot.press("enter")
        await pilot.pause()
        assert texts(unlocked, "kk")[:2] == ("Құптаймыз.", "Тараптар кездесудің нәтижелерін құптайды.")
        assert unlocked.view.session.document.ladders["kk"].beads[0].version == 1


async def test_an_omission_in_which_nothing_is_typed_stays_one(unlocked: WorkbenchApp) -> None:
    """Enter closes the box, and nothing is to be undone or saved by it."""
    async with unlocked.run_test(size=NARROW) as pilot:
        await omission(unlocked, pilot)
        before = unlocked.view.session.document
        await pilot.press("enter", "enter")
        await pilot.pause()
        assert unlocked.view.session.document is before
        assert unlocked.cell.box is None


async def test_undo_of_what_filled_an_omission_goes_back_to_it(unlocked: WorkbenchApp) -> None:
    """The row is looked at again, which is empty then."""
    async with unlocked.run_test(size=NARROW) as pilot:
        await omission(unlocked, pilot)
        await put(pilot, "Құптаймыз.")
        await pilot.press("enter", "end", "ctrl+z")
        await pilot.pause()
        assert unlocked.view.cursor.row == 0
        assert not unlocked.view.table.segments(0, "kk")


async def test_ten_megabytes_are_not_pasted(unlocked: WorkbenchApp) -> None:
    """The text stays as it was, and the reason is told."""
    async with unlocked.run_test(size=NARROW) as pilot:
        box = await put(pilot, "One.")
        unlocked.post_message(Paste("x" * 10_000_000))
        await pilot.pause()
        assert box.text == "One."
        assert "Not pasted: 10,000,000 characters" in told(unlocked)


async def test_copy_and_paste_work_on_a_cyrillic_keyboard(unlocked: WorkbenchApp) -> None:
    """Ctrl+С and Ctrl+М, as Textual reports them there."""
    async with unlocked.run_test(size=NARROW) as pilot:
        box = await put(pilot, "成都")
        box.select_all()
        await pilot.press("ctrl+с", "end", "ctrl+м")
        assert box.text == "成都成都"


@pytest.mark.parametrize("key", ["ctrl+e", "ctrl+у", "ctrl+end"])
async def test_one_key_goes_to_the_end_of_a_text_that_is_wrapped(unlocked: WorkbenchApp, key: str) -> None:
    """Not to the end of its first line on the screen, where a word would come to stand in another."""
    async with unlocked.run_test(size=NARROW) as pilot:
        text = "各方一致认为，峰会是中国同中亚国家关系发展的重要里程碑；六方积极推进并切实落实峰会共识。" * 3
        box = await put(pilot, text)
        box.move_cursor((0, 0))
        await pilot.press(key, "x")
        assert box.text == f"{text}x"


async def test_every_key_of_the_cell_has_its_twin_on_a_cyrillic_keyboard(unlocked: WorkbenchApp) -> None:
    """Deleting to the right too: Ctrl+В is Ctrl+D."""
    async with unlocked.run_test(size=NARROW) as pilot:
        box = await put(pilot, "成都")
        await pilot.press("home", "ctrl+в")
        assert box.text == "都"
