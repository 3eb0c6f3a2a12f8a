"""What the editor does when a file changed on disk since it was read."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.editing.journal import Journal
from workbench.tui.app import WorkbenchApp
from workbench.tui.dialogs.question_dialog import QuestionDialog
from workbench.tui.open import prepare
from workbench.tui.work.saving import READ_AGAIN
from workbench.workspace.folder import Workspace

NAME = "chengdu-2024"


def editor(folder: Path) -> WorkbenchApp:
    """Return the editor on the statement in a workspace of its own, with what the journal holds taken up."""
    opened = prepare(Workspace(folder), NAME)
    app = WorkbenchApp(opened.session, lambda _: (), opened.realign)
    app.recover_from(opened.journal, opened.recovery)
    return app


def changed_by_somebody(folder: Path) -> str:
    """Change another line of the English text behind the editor's back, and return the text as it is then."""
    path = folder / "texts" / NAME / "en.txt"
    path.write_text(path.read_text(encoding="utf-8").replace("10. All parties", "10. The parties"), encoding="utf-8")
    return path.read_text(encoding="utf-8")


@pytest.mark.parametrize("key", ["r", "к"])
async def test_a_changed_file_is_read_again_under_the_edits(folder: Path, key: str) -> None:
    """Saving asks; `r` reads the files anew, and the edit stands on top of the other's change."""
    app = editor(folder)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("enter", "X", "enter")
        text = changed_by_somebody(folder)
        await pilot.press("ctrl+s")
        await pilot.pause()
        assert isinstance(app.screen, QuestionDialog)
        await pilot.press(key)
        await pilot.pause()
    assert app.return_value == READ_AGAIN
    assert (folder / "texts" / NAME / "en.txt").read_text(encoding="utf-8") == text
    again = editor(folder)
    async with again.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await pilot.press("ctrl+s")
        await pilot.pause()
    saved = (folder / "texts" / NAME / "en.txt").read_text(encoding="utf-8")
    assert saved == "X" + text
    assert Journal(folder / ".workbench" / "journal" / f"{NAME}.jsonl").entries() == ()


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
