"""The screens as pictures: the statement in eight languages at two sizes, dark and light."""

from __future__ import annotations

from typing import Any

import pytest
from textual.pilot import Pilot

from tests.conftest import ROOT
from tests.tui.conftest import Store, as_it_is
from tests.tui.test_editor import ready
from workbench.editing.opening import finder
from workbench.editing.session import Session
from workbench.tui.app import WorkbenchApp
from workbench.tui.services import Services
from workbench.tui.work.saving import Left
from workbench.workspace.folder import Workspace


@pytest.fixture
def editor() -> WorkbenchApp:
    """The editor on the statement as it is shipped, with what the checks find in it."""
    workspace = Workspace(ROOT)
    document = workspace.load("chengdu-2024").document
    find = finder(workspace, document.name, workspace.termbase)
    return WorkbenchApp(Session(document, Store()), Services(find, as_it_is))


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light"])
@pytest.mark.parametrize("size", [(80, 24), (200, 50)], ids=["80x24", "200x50"])
def test_the_statement(editor: WorkbenchApp, snap_compare: Any, size: tuple[int, int], theme: str) -> None:
    """The first finding of the statement is at the cursor."""

    async def look(pilot: Pilot[Left]) -> None:
        await ready(pilot)
        pilot.app.theme = theme
        await pilot.press("n")
        await pilot.pause()
        pilot.app.clear_notifications()

    assert snap_compare(editor, terminal_size=size, run_before=look)


def test_the_picture_of_the_readme(editor: WorkbenchApp, snap_compare: Any) -> None:
    """README.md shows this picture: the slip of clause four beside the Russian and the Kazakh.

    (An SVG of Textual's squeezes Chinese in browsers that have no monospaced Chinese font.)
    """

    async def look(pilot: Pilot[Left]) -> None:
        await ready(pilot)
        editor.view.choose(("ru", "kk"))
        editor.grid.refit()
        for _ in range(5):
            await pilot.press("n")
            await pilot.pause()
        pilot.app.clear_notifications()
        await pilot.pause()

    assert snap_compare(editor, terminal_size=(150, 36), run_before=look)


def test_a_cell_that_is_edited(editor: WorkbenchApp, snap_compare: Any) -> None:
    """The box stands over the Chinese cell of the first clause."""

    async def look(pilot: Pilot[Left]) -> None:
        await ready(pilot)
        await pilot.press("down", "down", "right", "enter")
        await pilot.pause()
        pilot.app.query_one("#edit-box").cursor_blink = False

    assert snap_compare(editor, terminal_size=(80, 24), run_before=look)


def test_the_help(editor: WorkbenchApp, snap_compare: Any) -> None:
    """All actions and signs."""

    async def look(pilot: Pilot[Left]) -> None:
        await ready(pilot)
        await pilot.press("question_mark")

    assert snap_compare(editor, terminal_size=(110, 48), run_before=look)


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light"])
def test_marks_in_eight_languages(editor: WorkbenchApp, snap_compare: Any, theme: str) -> None:
    """Eight versions side by side on a very wide screen, with the terms of the first clause lit up in all of them."""

    async def look(pilot: Pilot[object]) -> None:
        await ready(pilot)
        pilot.app.theme = theme
        await pilot.press("i", "down", "down", "down", "y")
        await pilot.pause()
        pilot.app.clear_notifications()

    assert snap_compare(editor, terminal_size=(280, 40), run_before=look)


def test_a_stack_of_versions(editor: WorkbenchApp, snap_compare: Any) -> None:
    """At 50 cells the versions of a row stand below each other."""

    async def look(pilot: Pilot[object]) -> None:
        await ready(pilot)
        await pilot.press("down", "down", "right")
        await pilot.pause()
        pilot.app.clear_notifications()

    assert snap_compare(editor, terminal_size=(50, 24), run_before=look)
