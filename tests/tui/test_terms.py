"""Adding a concept from within the editor."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input

from tests.tui.conftest import shown, told
from workbench.glossary.term import TermStatus
from workbench.tui.app import WorkbenchApp
from workbench.tui.dialogs.term_dialog import TermDialog
from workbench.tui.edit_box import EditBox
from workbench.tui.open import prepare
from workbench.tui.view import Cursor
from workbench.tui.work.saving import Left
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


async def add(app: WorkbenchApp, pilot: Pilot[Left], concept: str, wording: str) -> None:
    """Add a concept with a Kazakh wording by the form."""
    await pilot.press("plus")
    await pilot.pause()
    app.screen.query_one("#term-concept", Input).value = concept
    app.screen.query_one("#term-kk", Input).value = wording
    await pilot.press("f2")
    await pilot.pause()


def glossary(folder: Path) -> dict[str, bytes]:
    """What the files of the glossary hold."""
    return {path.name: path.read_bytes() for path in (folder / "glossary").glob("*.csv")}


async def test_undo_takes_an_added_term_out_byte_for_byte(folder: Path) -> None:
    """Also where the file was not as the workbench writes it."""
    for path in (folder / "glossary").glob("*.csv"):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    before = glossary(folder)
    app = editor(folder)
    async with app.run_test(size=(160, 50)) as pilot:
        await add(app, pilot, "host-city", "Чэнду қаласы")
        assert glossary(folder) != before
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert "“host-city” is taken back" in told(app)
    assert glossary(folder) == before


async def test_undo_takes_away_a_file_that_adding_made(folder: Path) -> None:
    """A workspace without a glossary has none again."""
    for path in (folder / "glossary").glob("*.csv"):
        path.unlink()
    app = editor(folder)
    async with app.run_test(size=(160, 50)) as pilot:
        await add(app, pilot, "host-city", "Чэнду қаласы")
        assert list(glossary(folder)) == ["terms.csv"]
        await pilot.press("ctrl+z")
        await pilot.pause()
    assert glossary(folder) == {}


async def test_a_term_that_was_taken_back_is_added_again(folder: Path) -> None:
    """By the key that does again what was undone."""
    app = editor(folder)
    async with app.run_test(size=(160, 50)) as pilot:
        await add(app, pilot, "host-city", "Чэнду қаласы")
        added = glossary(folder)
        await pilot.press("ctrl+z", "ctrl+y")
        await pilot.pause()
    assert glossary(folder) == added


async def test_a_term_that_was_taken_back_is_not_in_the_panel(folder: Path) -> None:
    """The glossary is read again."""
    app = editor(folder)
    async with app.run_test(size=(160, 50)) as pilot:
        app.view.cursor = Cursor(0, "en", 0)
        await pilot.press("2", "plus")
        await pilot.pause()
        app.screen.query_one("#term-concept", Input).value = "host-city"
        app.screen.query_one("#term-en", Input).value = "Chengdu, Sichuan Province"
        await pilot.press("f2", "ctrl+z")
        await pilot.pause()
        assert "host-city" not in shown(app)


async def test_steps_that_were_taken_since_are_undone_first(folder: Path) -> None:
    """The edit, then the term."""
    before = glossary(folder)
    app = editor(folder)
    async with app.run_test(size=(160, 50)) as pilot:
        text = app.view.session.document
        await add(app, pilot, "host-city", "Чэнду қаласы")
        added = glossary(folder)
        await pilot.press("enter", "X", "enter", "ctrl+z")
        await pilot.pause()
        assert (app.view.session.document, glossary(folder)) == (text, added)
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert glossary(folder) == before


async def test_two_terms_are_taken_back_one_after_the_other(folder: Path) -> None:
    """The last one first."""
    before = glossary(folder)
    app = editor(folder)
    async with app.run_test(size=(160, 50)) as pilot:
        await add(app, pilot, "host-city", "Чэнду қаласы")
        one = glossary(folder)
        await add(app, pilot, "host-province", "Сычуань провинциясы")
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert glossary(folder) == one
        await pilot.press("ctrl+z")
        await pilot.pause()
    assert glossary(folder) == before


async def test_after_a_new_step_nothing_is_added_again(folder: Path) -> None:
    """As with steps of the document."""
    before = glossary(folder)
    app = editor(folder)
    async with app.run_test(size=(160, 50)) as pilot:
        await add(app, pilot, "host-city", "Чэнду қаласы")
        await pilot.press("ctrl+z", "enter", "X", "enter", "ctrl+z", "ctrl+y", "ctrl+y")
        await pilot.pause()
        assert app.view.session.document.versions["en"].segments()[0].startswith("X")
    assert glossary(folder) == before


async def test_a_glossary_that_was_changed_since_is_left_alone(folder: Path) -> None:
    """What another program wrote stays; the message says what to do, and the step before can be undone."""
    app = editor(folder)
    async with app.run_test(size=(160, 50)) as pilot:
        await pilot.press("enter", "X", "enter")
        await add(app, pilot, "host-city", "Чэнду қаласы")
        for path in (folder / "glossary").glob("*.csv"):
            path.write_bytes(path.read_bytes() + b"host-river,kk,\xd0\xaf,proposed,term,,,,,\n")
        now = glossary(folder)
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert "was changed by another program since — take the rows of “host-city” out there, by hand" in told(app)
        assert glossary(folder) == now
        assert app.view.session.dirty
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert not app.view.session.dirty


async def test_a_wording_that_the_glossary_has_stays_as_it_is(folder: Path) -> None:
    """It is not proposed anew: its status and forms are not those of the form."""
    before = glossary(folder)
    known = next(
        term for term in Workspace(folder).terms() if term.lang == "kk" and term.status is TermStatus.PREFERRED
    )
    app = editor(folder)
    async with app.run_test(size=(160, 50)) as pilot:
        await add(app, pilot, known.concept, known.term)
        assert "The glossary has it already" in told(app)
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert "taken back" not in told(app)
    assert glossary(folder) == before
