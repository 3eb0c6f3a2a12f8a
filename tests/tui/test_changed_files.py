"""What the editor does when a file changed on disk since it was read."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from errno import ENOSPC
from pathlib import Path
from threading import Event

import pytest
from textual.pilot import Pilot
from textual.widgets import Static
from textual.worker import WorkerCancelled

from tests.tui.conftest import told
from workbench.editing.journal import Journal
from workbench.editing.store import WorkspaceStore
from workbench.tui.app import WorkbenchApp
from workbench.tui.dialogs.question_dialog import QuestionDialog
from workbench.tui.open import prepare
from workbench.tui.status import status_text
from workbench.tui.work.saving import Left
from workbench.workspace.folder import Workspace
from workbench.workspace.loaded import Loaded

NAME = "chengdu-2024"


def editor(folder: Path) -> WorkbenchApp:
    """Return the editor on the statement in a workspace of its own, with what the journal holds taken up."""
    opened = prepare(Workspace(folder), NAME)
    app = WorkbenchApp(opened.session, replace(opened.services, find=lambda _: ()))
    app.recover_from(opened.journal, opened.recovery)
    return app


def changed_by_somebody(folder: Path) -> str:
    """Change another line of the English text behind the editor's back, and return the text as it is then."""
    path = folder / "texts" / NAME / "en.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("10. All parties", "10. The parties"), encoding="utf-8")
    return path.read_text(encoding="utf-8")


async def done(pilot: Pilot[Left]) -> None:
    """Wait until what is at work beside the keys is done and shown, or the editor is left for it."""
    await pilot.pause()
    with suppress(WorkerCancelled):  # what is left behind is called off, though it is done
        await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def conflict(app: WorkbenchApp, pilot: Pilot[Left], folder: Path) -> str:
    """Edit, let somebody change the files, and try to save; return the English text as somebody left it."""
    await pilot.press("enter", "X", "enter")
    text = changed_by_somebody(folder)
    await pilot.press("ctrl+s")
    await pilot.pause()
    assert isinstance(app.screen, QuestionDialog)
    return text


@pytest.mark.parametrize("key", ["m", "ь"])
async def test_both_changes_are_merged(folder: Path, key: str) -> None:
    """`m` puts the edit on top of the other's change, and the next save writes both."""
    app = editor(folder)
    async with app.run_test(size=(100, 40)) as pilot:
        text = await conflict(app, pilot, folder)
        await pilot.press(key)
        await done(pilot)
        await pilot.press("ctrl+s")
        await pilot.pause()
    assert (folder / "texts" / NAME / "en.txt").read_text(encoding="utf-8") == "X" + text
    assert Journal(folder / ".workbench" / "journal" / f"{NAME}.jsonl").entries() == ()


async def test_a_merge_survives_a_crash(folder: Path) -> None:
    """It is in the journal, on top of what the files hold, until it is saved."""
    app = editor(folder)
    async with app.run_test(size=(100, 40)) as pilot:
        text = await conflict(app, pilot, folder)
        await pilot.press("m")
        await done(pilot)
    again = editor(folder)
    async with again.run_test(size=(100, 40)) as pilot:
        await pilot.pause()
        await pilot.press("ctrl+s")
        await pilot.pause()
    assert (folder / "texts" / NAME / "en.txt").read_text(encoding="utf-8") == "X" + text


async def test_a_merge_is_undone_to_what_was_mine(folder: Path) -> None:
    """One undo, and the other's change is out again."""
    app = editor(folder)
    async with app.run_test(size=(100, 40)) as pilot:
        before = app.view.session.document.versions["en"].segments()
        await conflict(app, pilot, folder)
        await pilot.press("m")
        await done(pilot)
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert app.view.session.document.versions["en"].segments() == ("X" + before[0], *before[1:])


async def test_mine_is_kept_and_the_files_are_kept_aside(folder: Path) -> None:
    """`k` writes what is here; what somebody wrote lies below .workbench/aside."""
    app = editor(folder)
    async with app.run_test(size=(100, 40)) as pilot:
        text = await conflict(app, pilot, folder)
        await pilot.press("k")
        await pilot.pause()
    saved = (folder / "texts" / NAME / "en.txt").read_text(encoding="utf-8")
    assert saved == "X" + text.replace("10. The parties", "10. All parties")
    aside = folder / ".workbench" / "aside" / f"{NAME}.1" / "en.txt"
    assert aside.read_text(encoding="utf-8") == text


async def test_reloading_keeps_the_journal_aside(folder: Path) -> None:
    """`r` opens what the files hold; what was done can be looked at in the journal set aside."""
    app = editor(folder)
    async with app.run_test(size=(100, 40)) as pilot:
        text = await conflict(app, pilot, folder)
        await pilot.press("r")
        await pilot.pause()
    assert app.return_value == Left(NAME)
    assert (folder / "texts" / NAME / "en.txt").read_text(encoding="utf-8") == text
    assert list((folder / ".workbench" / "journal").glob("*.aside"))


async def test_the_question_shows_what_differs(folder: Path) -> None:
    """Both wordings of every segment that differs."""
    app = editor(folder)
    async with app.run_test(size=(100, 40)) as pilot:
        await conflict(app, pilot, folder)
        shown = str(app.screen.query_one("#details Static", Static).render())
    assert "− files: 10. The parties" in shown
    assert "+ here:  10. All parties" in shown


async def test_a_change_of_a_version_that_was_not_edited_here_is_asked_about_too(folder: Path) -> None:
    """Who goes on would look at, and check, something else than the files hold."""
    app = editor(folder)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("right", "enter", "X", "enter")
        changed_by_somebody(folder)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert isinstance(app.screen, QuestionDialog)


async def test_a_file_that_was_written_anew_as_it_was_asks_nothing(folder: Path) -> None:
    """As a checkout in git does that comes back to the same commit."""
    app = editor(folder)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("right", "enter", "X", "enter")
        path = folder / "texts" / NAME / "en.txt"
        path.write_bytes(path.read_bytes())
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert not app.view.session.dirty


async def test_escape_stays_and_loses_nothing(folder: Path) -> None:
    """The question can be left: nothing is written, the edit is still there."""
    app = editor(folder)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("enter", "X", "enter")
        text = changed_by_somebody(folder)
        await pilot.press("ctrl+s")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert app.view.session.dirty
        assert (folder / "texts" / NAME / "en.txt").read_text(encoding="utf-8") == text


def add_paragraph(folder: Path) -> str:
    """Add a paragraph to the English text alone, so that no ladder holds it; return the text as it is then."""
    path = folder / "texts" / NAME / "en.txt"
    text = path.read_text(encoding="utf-8").replace("\n\n10. All", "\n\nThis was added.\n\n10. All")
    path.write_text(text, encoding="utf-8")
    return text


async def out_of_step(app: WorkbenchApp, pilot: Pilot[Left], folder: Path) -> str:
    """Edit, let somebody add a paragraph to a text alone, and try to save; return the English text as somebody left it."""
    await pilot.press("enter", "X", "enter")
    text = add_paragraph(folder)
    await pilot.press("ctrl+s")
    await pilot.pause()
    assert isinstance(app.screen, QuestionDialog)
    return text


async def test_a_paragraph_that_another_program_added_is_merged(folder: Path) -> None:
    """The ladders do not hold the text then: they are mended where it came in, and all is saved."""
    app = editor(folder)
    async with app.run_test(size=(100, 40)) as pilot:
        await out_of_step(app, pilot, folder)
        assert "+ here:" in app.screen._details
        assert "− files: This was added." in app.screen._details
        assert [answer.value for answer in app.screen._answers] == ["merge", "mine", "reload"]
        await pilot.press("m")
        await done(pilot)
        await pilot.press("ctrl+s")
        await pilot.pause()
    saved = Workspace(folder).load(NAME).document
    segments = saved.versions["en"].segments()
    assert segments[0].startswith("XOn 1 December")
    assert "This was added." in segments


async def test_ladders_that_do_not_hold_the_files_are_told_with_the_command_that_repairs_them(folder: Path) -> None:
    """For whom would rather do it elsewhere."""
    app = editor(folder)
    async with app.run_test(size=(100, 40)) as pilot:
        await out_of_step(app, pilot, folder)
        assert f"repair it with: workbench align {NAME} " in app.screen._question


async def test_files_out_of_step_are_reloaded_with_ladders_aligned_anew(folder: Path) -> None:
    """`r` saves ladders that hold the text, and opens what the files hold."""
    app = editor(folder)
    async with app.run_test(size=(100, 40)) as pilot:
        text = await out_of_step(app, pilot, folder)
        await pilot.press("r")
        await done(pilot)
    assert app.return_value == Left(NAME)
    assert (folder / "texts" / NAME / "en.txt").read_text(encoding="utf-8") == text
    assert "This was added." in Workspace(folder).load(NAME).document.versions["en"].segments()


async def test_reloading_files_out_of_step_keeps_the_journal_aside(folder: Path) -> None:
    """What was done here is in it."""
    app = editor(folder)
    async with app.run_test(size=(100, 40)) as pilot:
        await out_of_step(app, pilot, folder)
        await pilot.press("r")
        await done(pilot)
    (aside,) = (folder / ".workbench" / "journal").glob("*.aside")
    assert "XOn 1 December" in aside.read_text(encoding="utf-8")


async def test_ladders_that_cannot_be_saved_leave_the_editor_open(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The disk is full: it is told, nothing is set aside, and the next save asks again."""
    app = editor(folder)
    async with app.run_test(size=(100, 40)) as pilot:
        await out_of_step(app, pilot, folder)

        def full(*_: object) -> None:
            raise OSError(ENOSPC, "No space left on device")

        with monkeypatch.context() as patch:
            patch.setattr("workbench.workspace.saving._write_synced", full)
            await pilot.press("r")
            await done(pilot)
        assert "Not read anew: " in told(app)
        assert app.view.session.dirty
        assert not list((folder / ".workbench" / "journal").glob("*.aside"))
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert isinstance(app.screen, QuestionDialog)


class Slow(WorkspaceStore):
    """A store whose texts are read as soon as it is let go, and no sooner; it counts how often they are asked for."""

    def __init__(self, store: WorkspaceStore) -> None:
        super().__init__(store.workspace, store._loaded)
        self.asked = 0
        self.let_go = Event()
        self.let_go.set()

    def peek_at_texts(self) -> Loaded:
        """Wait, then read."""
        self.asked += 1
        self.let_go.wait()
        return super().peek_at_texts()


async def merging(app: WorkbenchApp, pilot: Pilot[Left], folder: Path) -> Slow:
    """Begin a merge that waits to be let go; return what it waits for."""
    assert app.services.store is not None
    slow = Slow(app.services.store)
    app.services = replace(app.services, store=slow)
    app.view.session._store = slow
    await conflict(app, pilot, folder)
    slow.let_go.clear()
    await pilot.press("m")
    await pilot.pause()
    return slow


async def test_a_merge_that_is_at_work_is_told(folder: Path) -> None:
    """In the line below the grid, as long as it takes."""
    app = editor(folder)
    async with app.run_test(size=(100, 40)) as pilot:
        slow = await merging(app, pilot, folder)
        assert "merging with the files" in status_text(app.view, 100, checking=False)
        slow.let_go.set()
        await done(pilot)
        assert "merging" not in status_text(app.view, 100, checking=False)


async def test_keys_work_while_files_are_merged(folder: Path) -> None:
    """The cursor goes on."""
    app = editor(folder)
    async with app.run_test(size=(100, 40)) as pilot:
        slow = await merging(app, pilot, folder)
        await pilot.press("down", "down")
        assert app.view.cursor.row == 2
        slow.let_go.set()
        await done(pilot)


async def test_what_is_edited_while_files_are_merged_is_merged_too(folder: Path) -> None:
    """The merge begins anew, and the next save writes both edits and the other's change."""
    app = editor(folder)
    async with app.run_test(size=(100, 40)) as pilot:
        slow = await merging(app, pilot, folder)
        await pilot.press("down", "enter", "Y", "enter")
        await pilot.pause()
        slow.let_go.set()
        await done(pilot)
        assert slow.asked == 3  # once to show what differs
        await pilot.press("ctrl+s")
        await pilot.pause()
    segments = Workspace(folder).load(NAME).document.versions["en"].segments()
    assert [text[0] for text in segments[:2]] == ["X", "Y"]
    assert any(text.startswith("10. The parties") for text in segments)


async def test_a_merge_waits_for_the_cell_that_is_edited(folder: Path) -> None:
    """What is typed goes where it was meant for."""
    app = editor(folder)
    async with app.run_test(size=(100, 40)) as pilot:
        slow = await merging(app, pilot, folder)
        await pilot.press("enter", "Y")
        before = app.view.session.document
        slow.let_go.set()
        await done(pilot)
        assert app.view.session.document is before
        await pilot.press("escape")
        await done(pilot)
        assert "Merged: " in told(app)


async def test_a_merge_waits_for_a_dialog(folder: Path) -> None:
    """What is asked is about the document as it was."""
    app = editor(folder)
    async with app.run_test(size=(100, 40)) as pilot:
        slow = await merging(app, pilot, folder)
        await pilot.press("f3")
        await pilot.pause()
        before = app.view.session.document
        slow.let_go.set()
        await done(pilot)
        assert app.view.session.document is before
        await pilot.press("escape")
        await done(pilot)
        assert "Merged: " in told(app)


async def test_nothing_is_saved_while_files_are_merged(folder: Path) -> None:
    """It is told, and the files are as the other left them."""
    app = editor(folder)
    async with app.run_test(size=(100, 40)) as pilot:
        slow = await merging(app, pilot, folder)
        text = (folder / "texts" / NAME / "en.txt").read_text(encoding="utf-8")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert "Not saved: the files are being merged" in told(app)
        assert (folder / "texts" / NAME / "en.txt").read_text(encoding="utf-8") == text
        slow.let_go.set()
        await done(pilot)


async def test_a_merge_that_breaks_leaves_the_editor_alive(folder: Path) -> None:
    """The files went meanwhile: it says so, and the edit is still there."""
    app = editor(folder)
    async with app.run_test(size=(100, 40)) as pilot:
        slow = await merging(app, pilot, folder)
        (folder / "texts" / NAME / "document.toml").unlink()
        slow.let_go.set()
        await done(pilot)
        assert "Nothing was changed: " in told(app)
        assert app.view.session.dirty
