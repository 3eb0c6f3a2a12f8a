"""What the editor does when a file changed on disk since it was read."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widgets import Static

from workbench.editing.journal import Journal
from workbench.tui.app import WorkbenchApp
from workbench.tui.dialogs.question_dialog import QuestionDialog
from workbench.tui.open import prepare
from workbench.tui.work.saving import Left
from workbench.workspace.folder import Workspace

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
        await pilot.pause()
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
        await pilot.pause()
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
        await pilot.pause()
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


async def test_a_paragraph_that_another_program_added_is_merged(folder: Path) -> None:
    """The ladders do not hold the text then: they are mended where it came in, and all is saved."""
    app = editor(folder)
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("enter", "X", "enter")
        path = folder / "texts" / NAME / "en.txt"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("\n\n10. All", "\n\nThis was added.\n\n10. All"), encoding="utf-8")
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert isinstance(app.screen, QuestionDialog)
        assert "+ here:" in app.screen._details
        assert "− files: This was added." in app.screen._details
        assert [answer.value for answer in app.screen._answers] == ["merge", "mine"]
        await pilot.press("m")
        await pilot.pause()
        await pilot.press("ctrl+s")
        await pilot.pause()
    saved = Workspace(folder).load(NAME).document
    segments = saved.versions["en"].segments()
    assert segments[0].startswith("XOn 1 December")
    assert "This was added." in segments
