"""Taking suggestions in the editor."""

from __future__ import annotations

from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Static

from tests.tui.conftest import told
from workbench.tui.app import WorkbenchApp
from workbench.tui.dialogs.question_dialog import QuestionDialog
from workbench.tui.open import prepare
from workbench.tui.work.saving import Left
from workbench.workspace.folder import Workspace

NAME = "chengdu-2024"


async def ready(pilot: Pilot[Left]) -> None:
    """Wait until the checks are done and shown."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def editor(folder: Path, *replacements: tuple[str, str]) -> WorkbenchApp:
    """The editor on the statement in a workspace of its own, with words of the Uzbek text replaced."""
    path = folder / "texts" / NAME / "uz.txt"
    text = path.read_text(encoding="utf-8")
    for old, new in replacements:
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")
    opened = prepare(Workspace(folder), NAME)
    return WorkbenchApp(opened.session, opened.services)


async def to_check(app: WorkbenchApp, pilot: Pilot[Left], check: str) -> None:
    """Go to the first finding of a check."""
    await ready(pilot)
    app.view.go_to_finding(next(spot for spot in app.view.findings if spot.finding.check == check))
    app.show_cursor()


async def test_f_takes_the_suggestion(folder: Path) -> None:
    """Clause IV. is 4. then, and the finding is gone."""
    app = editor(folder)
    async with app.run_test(size=(120, 30)) as pilot:
        await to_check(app, pilot, "numbering-style")
        await pilot.press("f")
        await ready(pilot)
        assert any(text.startswith("4. ") for text in app.view.session.document.versions["en"].segments())
        assert not [spot for spot in app.view.findings if spot.finding.check == "numbering-style"]


async def test_what_stands_nowhere_cannot_be_put_in_place(folder: Path) -> None:
    """The missing minister has to be written by hand, and it is said which words."""
    app = editor(folder)
    async with app.run_test(size=(120, 30)) as pilot:
        await to_check(app, pilot, "name-missing")
        await pilot.press("f")
        await pilot.pause()
        assert "stands nowhere yet" in told(app)
        assert not app.view.session.dirty


async def test_capital_f_shows_all_of_a_kind_and_takes_them_as_one_step(folder: Path) -> None:
    """Every Uzbek oʻ that was typed with another sign, after a look; one undo brings them back."""
    app = editor(folder, ("ʻ", "'"))
    async with app.run_test(size=(120, 40)) as pilot:
        await to_check(app, pilot, "apostrophe")
        before = app.view.session.document.versions["uz"].segments()
        await pilot.press("F")
        await pilot.pause()
        assert isinstance(app.screen, QuestionDialog)
        assert "ʻ" in str(app.screen.query_one("#details Static", Static).render())
        await pilot.press("t")
        await ready(pilot)
        assert not [spot for spot in app.view.findings if spot.finding.check == "apostrophe"]
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert app.view.session.document.versions["uz"].segments() == before
