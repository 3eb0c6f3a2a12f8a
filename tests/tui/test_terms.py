"""Adding a concept from within the editor."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from textual.widgets import Input

from tests.tui.conftest import shown, told
from workbench.glossary.term import TermStatus
from workbench.tui.app import WorkbenchApp
from workbench.tui.dialogs.term_dialog import TermDialog
from workbench.tui.edit_box import EditBox
from workbench.tui.open import prepare
from workbench.tui.view import Cursor
from workbench.workspace.folder import Workspace

NAME = "chengdu-2024"


def editor(folder: Path) -> WorkbenchApp:
    """The editor on the statement in a workspace of its own, without checks."""
    opened = prepare(Workspace(folder), NAME)
    return WorkbenchApp(opened.session, replace(opened.services, find=lambda _: ()))


async def test_what_is_selected_becomes_a_term_in_all_languages(folder: Path) -> None:
    """The selection stands in the line of its version; what is filled in goes to the glossary as proposed."""
    app = editor(folder)
    async with app.run_test(size=(160, 50)) as pilot:
        app.view.cursor = Cursor(5, "en", 0)
        await pilot.press("enter")
        app.screen.query_one(EditBox).selection = type(app.screen.query_one(EditBox).selection)((0, 0), (0, 11))
        await pilot.press("f11")
        await pilot.pause()
        assert isinstance(app.screen, TermDialog)
        selected = app.screen.query_one("#term-en", Input).value
        app.screen.query_one("#term-kk", Input).value = "сынақ сөзі"
        app.screen.query_one("#term-concept", Input).value = "test-word"
        await pilot.press("f2")
        await pilot.pause()
        assert "Added to" in told(app)
    added = [term for term in Workspace(folder).terms() if term.concept == "test-word"]
    assert sorted((term.lang, term.term, term.status) for term in added) == [
        ("en", selected, TermStatus.PROPOSED),
        ("kk", "сынақ сөзі", TermStatus.PROPOSED),
    ]


async def test_an_added_term_is_in_the_panel_at_once(folder: Path) -> None:
    """The glossary is read again."""
    app = editor(folder)
    async with app.run_test(size=(160, 50)) as pilot:
        app.view.cursor = Cursor(0, "en", 0)
        await pilot.press("2", "plus")
        await pilot.pause()
        app.screen.query_one("#term-concept", Input).value = "host-city"
        app.screen.query_one("#term-en", Input).value = "Chengdu, Sichuan Province"
        await pilot.press("f2")
        await pilot.pause()
        assert "host-city" in shown(app)


async def test_without_a_wording_nothing_is_added(folder: Path) -> None:
    """The form says what is needed, and stays."""
    app = editor(folder)
    async with app.run_test(size=(160, 50)) as pilot:
        await pilot.press("plus")
        await pilot.pause()
        await pilot.press("f2")
        await pilot.pause()
        assert isinstance(app.screen, TermDialog)
