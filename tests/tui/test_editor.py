"""The editor does what its keys say."""

from __future__ import annotations

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import Store, as_it_is, shown
from workbench.model.document import Document
from workbench.model.ladder import Bead
from workbench.model.operations import ReplaceBeads, Together
from workbench.tui.app import WorkbenchApp
from workbench.tui.dialogs.question_dialog import QuestionDialog
from workbench.tui.dialogs.text_dialog import TextDialog
from workbench.tui.edit_box import EditBox
from workbench.tui.grid.grid import Grid
from workbench.tui.grid.header import header_text
from workbench.tui.panels.panel import Panel
from workbench.tui.services import Services
from workbench.tui.status import status_text
from workbench.tui.work.saving import Left

WIDE, NARROW = (160, 30), (80, 24)


async def ready(pilot: Pilot[Left]) -> None:
    """Wait until the checks are done and shown."""
    app = pilot.app
    assert isinstance(app, WorkbenchApp)
    await pilot.pause()
    await app.workers.wait_for_complete()
    await pilot.pause()
    while app.checking.at_work:  # the check of the whole comes behind that of a change
        await app.workers.wait_for_complete()
        await pilot.pause(0.01)


def text_of(document: Document, tag: str, segment: int) -> str:
    """The wording of a segment."""
    return document.versions[tag].text.segments[segment].text


async def type_over(pilot: Pilot[Left], text: str) -> None:
    """Put a text into the open edit box."""
    pilot.app.screen.query_one(EditBox).text = text
    await pilot.pause()


async def test_enter_edits_in_place_and_enter_keeps(unlocked: WorkbenchApp) -> None:
    """The segment at the cursor gets the wording that was typed."""
    async with unlocked.run_test(size=NARROW) as pilot:
        await pilot.press("enter", "X", "enter")
        await pilot.pause()
        assert text_of(unlocked.view.session.document, "en", 0) == "XThe Parties welcome the results of the meeting."


async def test_escape_leaves_the_text(unlocked: WorkbenchApp) -> None:
    """Nothing changes, and the box is gone."""
    async with unlocked.run_test(size=NARROW) as pilot:
        await pilot.press("enter", "X", "escape")
        await pilot.pause()
        assert not unlocked.view.session.dirty
        assert unlocked.cell.box is None


async def test_keys_of_the_editor_are_text_in_the_box(unlocked: WorkbenchApp) -> None:
    """n, q, c and v are letters there."""
    async with unlocked.run_test(size=NARROW) as pilot:
        await pilot.press("enter", "q", "n", "c", "v", "f2")
        await pilot.pause()
        assert text_of(unlocked.view.session.document, "en", 0).startswith("qncvThe Parties")


async def test_pasted_line_breaks_become_spaces(unlocked: WorkbenchApp) -> None:
    """A paragraph pasted from elsewhere is one line, without its escapes."""
    from textual.events import Paste

    async with unlocked.run_test(size=NARROW) as pilot:
        await pilot.press("enter")
        unlocked.post_message(Paste("one\r\ntwo\x1b[0m "))
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert text_of(unlocked.view.session.document, "en", 0).startswith("one two[0m The Parties")


async def test_down_goes_through_the_segments_of_a_cell(unlocked: WorkbenchApp) -> None:
    """The second row has two English segments: the cursor edits the second of them."""
    async with unlocked.run_test(size=NARROW) as pilot:
        await pilot.press("down", "down")
        assert (unlocked.view.cursor.row, unlocked.view.segment()) == (1, 2)
        assert "segment 2 of 2" in status_text(unlocked.view, 80, checking=False)


async def test_right_goes_to_the_next_version_and_the_columns_follow(unlocked: WorkbenchApp) -> None:
    """At 80 cells the second step to the right shows Kazakh beside English."""
    async with unlocked.run_test(size=NARROW) as pilot:
        await pilot.press("right", "right")
        await pilot.pause()
        assert [column.tag for column in unlocked.grid.columns] == ["en", "kk"]


async def test_undo_works_across_cells(unlocked: WorkbenchApp) -> None:
    """Two cells edited, two steps undone, and the cursor is where the last of them was."""
    async with unlocked.run_test(size=NARROW) as pilot:
        before = unlocked.view.session.document
        await pilot.press("enter", "A", "enter", "down", "right", "enter", "B", "enter")
        await pilot.pause()
        await pilot.press("ctrl+z")
        assert unlocked.view.cursor.tag == "zh"
        await pilot.press("ctrl+z")
        assert unlocked.view.session.document == before
        assert (unlocked.view.cursor.row, unlocked.view.cursor.tag) == (0, "en")


@pytest.mark.parametrize("key", ["ctrl+y", "ctrl+н"])
async def test_redo_does_it_again(unlocked: WorkbenchApp, key: str) -> None:
    """Also on a Cyrillic keyboard."""
    async with unlocked.run_test(size=NARROW) as pilot:
        await pilot.press("enter", "A", "enter", "ctrl+z", key)
        await pilot.pause()
        assert text_of(unlocked.view.session.document, "en", 0).startswith("AThe")


async def test_ctrl_s_saves(unlocked: WorkbenchApp, store: Store) -> None:
    """The store gets the document, and the star at its name goes."""
    async with unlocked.run_test(size=NARROW) as pilot:
        await pilot.press("enter", "A", "enter")
        await pilot.pause()
        assert "sample *" in header_text(unlocked.view, ("en", "zh"), 80)
        await pilot.press("ctrl+s")
        assert store.saved == [unlocked.view.session.document]
        assert "*" not in header_text(unlocked.view, ("en", "zh"), 80)


async def test_ctrl_s_in_the_box_keeps_and_saves(unlocked: WorkbenchApp, store: Store) -> None:
    """What is being typed is saved too."""
    async with unlocked.run_test(size=NARROW) as pilot:
        await pilot.press("enter", "A", "ctrl+s")
        await pilot.pause()
        assert text_of(store.saved[0], "en", 0).startswith("AThe")


async def test_a_locked_version_does_not_open(app: WorkbenchApp) -> None:
    """The Kazakh text is the official one."""
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("right", "right", "enter")
        await pilot.pause()
        assert app.cell.box is None


async def test_a_refused_wording_keeps_the_box_open(unlocked: WorkbenchApp) -> None:
    """An empty segment is refused, and nothing is lost."""
    async with unlocked.run_test(size=NARROW) as pilot:
        await pilot.press("enter")
        await type_over(pilot, "")
        await pilot.press("enter")
        await pilot.pause()
        assert unlocked.cell.box is not None


@pytest.mark.parametrize("key", ["n", "f8", "т"])
async def test_next_finding_goes_to_row_and_version(app: WorkbenchApp, key: str) -> None:
    """The first finding is in Chinese, the second in English."""
    async with app.run_test(size=NARROW) as pilot:
        await ready(pilot)
        await pilot.press(key)
        assert (app.view.cursor.row, app.view.cursor.tag) == (0, "zh")
        await pilot.press(key)
        assert (app.view.cursor.row, app.view.cursor.tag) == (2, "en")


async def test_previous_finding_goes_round_the_end(app: WorkbenchApp) -> None:
    """From the first row back to the last."""
    async with app.run_test(size=NARROW) as pilot:
        await ready(pilot)
        await pilot.press("n", "N")
        assert app.view.cursor.row == 2


async def test_a_corrected_finding_goes(app: WorkbenchApp) -> None:
    """Writing `4.` for `IV.` takes the error away."""
    async with app.run_test(size=NARROW) as pilot:
        await ready(pilot)
        assert app.view.findings.counts() == (1, 0, 1)
        await pilot.press("end", "enter")
        await type_over(pilot, "4. The Parties thank the people of Chengdu.")
        await pilot.press("enter")
        await ready(pilot)
        assert app.view.findings.counts() == (0, 0, 1)


async def test_a_check_that_breaks_leaves_the_editor_alive(store: Store, app: WorkbenchApp) -> None:
    """The editor goes on without findings."""

    def broken(_: Document) -> list[object]:
        raise RuntimeError("a check broke")

    broken_app = WorkbenchApp(app.view.session, Services(broken, as_it_is))  # type: ignore[arg-type]
    async with broken_app.run_test(size=NARROW) as pilot:
        await ready(pilot)
        await pilot.press("down")
        assert broken_app.view.cursor.row == 1


async def test_the_panel_tells_all_findings_of_the_row(app: WorkbenchApp) -> None:
    """Check, message and suggestion."""
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press("end")
        text = shown(app)
        assert "✖ numbering-style" in text
        assert "among 1. 2. 3." in text
        assert "write: 4." in text


@pytest.mark.parametrize(("size", "shown"), [(WIDE, True), (NARROW, False)])
async def test_the_panel_is_open_where_there_is_room(app: WorkbenchApp, size: tuple[int, int], shown: bool) -> None:
    """Wide terminals show it, others on a key; the key turns it round."""
    async with app.run_test(size=size) as pilot:
        panel = app.query_one(Panel)
        assert panel.display is shown
        await pilot.press("i")
        assert panel.display is not shown


@pytest.mark.parametrize("key", ["c", "с"])
async def test_c_confirms_the_bead_and_takes_it_back(unlocked: WorkbenchApp, key: str) -> None:
    """The header counts it."""
    async with unlocked.run_test(size=NARROW) as pilot:
        await pilot.press("right", key)
        assert "zh draft 1 of 3 confirmed" in header_text(unlocked.view, ("en", "zh"), 200)
        await pilot.press(key)
        assert "zh draft 0 of 3 confirmed" in header_text(unlocked.view, ("en", "zh"), 200)


async def test_v_chooses_versions(unlocked: WorkbenchApp) -> None:
    """Chinese unchecked: Kazakh stands beside English."""
    async with unlocked.run_test(size=NARROW) as pilot:
        await pilot.press("v", "space", "enter")
        await pilot.pause()
        assert [column.tag for column in unlocked.grid.columns] == ["en", "kk"]


async def test_the_clause_is_always_in_sight(unlocked: WorkbenchApp) -> None:
    """Even where the header is short of room."""
    async with unlocked.run_test(size=NARROW) as pilot:
        await pilot.press("end")
        for width in (36, 60, 80, 200):
            assert header_text(unlocked.view, ("en", "zh"), width).endswith("clause 4 of 4 ")


@pytest.mark.parametrize("key", ["question_mark", "comma", "f1"])
async def test_help_opens_and_closes(unlocked: WorkbenchApp, key: str) -> None:
    """By the same key."""
    async with unlocked.run_test(size=NARROW) as pilot:
        await pilot.press(key)
        assert isinstance(unlocked.screen, TextDialog)
        await pilot.press(key)
        assert not isinstance(unlocked.screen, TextDialog)


@pytest.mark.parametrize("key", ["q", "й", "ctrl+q"])
async def test_q_leaves_when_all_is_saved(unlocked: WorkbenchApp, key: str) -> None:
    """Nothing is asked."""
    async with unlocked.run_test(size=NARROW) as pilot:
        await pilot.press(key)
        await pilot.pause()
    assert unlocked.return_value == Left()


async def test_q_asks_when_something_is_not_saved(unlocked: WorkbenchApp, store: Store) -> None:
    """`s` saves and leaves."""
    async with unlocked.run_test(size=NARROW) as pilot:
        await pilot.press("enter", "A", "enter", "q")
        await pilot.pause()
        assert isinstance(unlocked.screen, QuestionDialog)
        await pilot.press("s")
        await pilot.pause()
    assert len(store.saved) == 1


async def test_a_click_goes_to_the_cell_and_two_edit_it(unlocked: WorkbenchApp) -> None:
    """The mouse does what arrows and Enter do."""
    async with unlocked.run_test(size=NARROW) as pilot:
        await pilot.pause()
        column = unlocked.grid.columns[1]
        await pilot.click(Grid, offset=(column.left + 3, 0))
        assert unlocked.view.cursor.tag == "zh"
        await pilot.double_click(Grid, offset=(column.left + 3, 0))
        await pilot.pause()
        assert unlocked.cell.box is not None


async def test_a_segment_is_dragged_to_the_row_below(unlocked: WorkbenchApp) -> None:
    """The Chinese clause 1 is let go over the row of clause 4: it goes to its bead."""
    async with unlocked.run_test(size=NARROW) as pilot:
        await pilot.pause()
        column = unlocked.grid.columns[1].left + 3
        below = unlocked.grid._heights.before(2)
        await pilot.mouse_down(Grid, offset=(column, unlocked.grid._heights.before(1)))
        await pilot.mouse_up(Grid, offset=(column, below))
        await pilot.pause()
        beads = unlocked.view.session.document.ladders["zh"].beads
        assert [(bead.pivot, bead.version) for bead in beads] == [(1, 1), (2, 0), (1, 2)]


@pytest.mark.parametrize("size", [(20, 5), (1, 1), (35, 8), (36, 8)])
async def test_small_terminals_break_nothing(app: WorkbenchApp, size: tuple[int, int]) -> None:
    """There is a message or a grid, and keys go on working."""
    async with app.run_test(size=size) as pilot:
        await ready(pilot)
        await pilot.press("down", "n", "right", "i", "pagedown", "enter", "escape")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert app.grid.columns


async def test_resizing_while_a_cell_is_open_keeps_what_was_typed(unlocked: WorkbenchApp) -> None:
    """The box goes, the text stays."""
    async with unlocked.run_test(size=NARROW) as pilot:
        await pilot.press("enter", "A")
        await pilot.resize_terminal(120, 40)
        await pilot.pause()
        await pilot.pause()
        assert text_of(unlocked.view.session.document, "en", 0).startswith("AThe")


async def test_ctrl_t_changes_light_and_dark(unlocked: WorkbenchApp) -> None:
    """And back."""
    async with unlocked.run_test(size=NARROW) as pilot:
        await pilot.press("ctrl+t")
        assert not unlocked.current_theme.dark
        await pilot.press("ctrl+t")
        assert unlocked.current_theme.dark


async def test_a_aligns_anew_and_can_be_undone(store: Store, unlocked: WorkbenchApp) -> None:
    """Also on a Cyrillic keyboard; the cursor stays at its segment, and what changed is said."""
    two = ReplaceBeads("zh", 1, 2, (Bead(1, 1), Bead(2, 1)))
    app = WorkbenchApp(unlocked.view.session, Services(lambda _: (), lambda _: Together((two,))))
    async with app.run_test(size=NARROW) as pilot:
        before = app.view.session.document
        await pilot.press("down", "down", "down", "ф")
        await ready(pilot)
        assert [b.pivot for b in app.view.session.document.ladders["zh"].beads] == [1, 1, 2]
        assert (app.view.cursor.tag, app.view.segment()) == ("en", 3)
        assert any("zh 2" in note.message for note in app._notifications)
        await pilot.press("ctrl+z")
        assert app.view.session.document == before


async def test_an_aligner_that_breaks_leaves_the_editor_alive(store: Store, unlocked: WorkbenchApp) -> None:
    """It says so in one line, and nothing changes."""

    def broken(_: Document) -> None:
        raise RuntimeError("no vectors")

    app = WorkbenchApp(unlocked.view.session, Services(lambda _: (), broken))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("a")
        await ready(pilot)
        assert any("RuntimeError: no vectors" in note.message for note in app._notifications)
        assert app.view.session.undo() is None
