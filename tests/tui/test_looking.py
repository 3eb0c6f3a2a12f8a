"""Where nothing can be written the document opens to be looked at, says so, and refuses edits with what to do."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.tui.conftest import told
from workbench.editing.opening import held
from workbench.tui.app import WorkbenchApp
from workbench.tui.grid.header import header_text
from workbench.tui.open import prepare
from workbench.workspace.folder import Workspace

NAME = "chengdu-2024"
WHAT_TO_DO = "give yourself the right to write there, or copy the workspace, and open it again"


@pytest.fixture
def app(folder: Path) -> Iterator[WorkbenchApp]:
    """The editor on a workspace in whose place for journals a file lies: not even root can write there."""
    (folder / ".workbench").write_text("", encoding="utf-8")
    workspace = Workspace(folder)
    with held(workspace, NAME) as looking:
        opened = prepare(workspace, NAME, looking)
        app = WorkbenchApp(opened.session, opened.services)
        app.recover_from(opened.journal, opened.recovery)
        yield app


async def test_it_says_that_it_can_only_be_looked_at(app: WorkbenchApp) -> None:
    """With the folder, the reason and what to do; the first line goes on saying it."""
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        assert told(app).startswith("This is only to be looked at: ")
        assert ".workbench: cannot be written: " in told(app)
        assert WHAT_TO_DO in told(app)
        assert header_text(app.view, ("en",), 100).startswith(f" {NAME} (only to look at)")


async def test_no_cell_opens(app: WorkbenchApp) -> None:
    """Nobody types what cannot be kept."""
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("enter", "X")
        await pilot.pause()
        assert app.cell.box is None
        assert told(app).count(WHAT_TO_DO) == 2


@pytest.mark.parametrize("keys", [("right", "c"), ("right", "m"), ("J",), ("w", "A", "enter"), ("ctrl+z",)])
async def test_nothing_changes(app: WorkbenchApp, keys: tuple[str, ...]) -> None:
    """Confirming, merging, joining, waiving: each is refused; there is nothing to be undone, or saved when one leaves."""
    before = app.view.session.document
    async with app.run_test(size=(100, 30)) as pilot:
        while app.checking.at_work:
            await pilot.pause(0.05)
        await pilot.press(*keys)
        await pilot.pause()
        assert app.view.session.document is before
        assert "cannot be written" in told(app).split("\n", 1)[-1] or keys == ("ctrl+z",)
        await pilot.press("q")
    assert app.return_value is not None


async def test_one_can_look_about(app: WorkbenchApp) -> None:
    """Findings, glossary and memory are there."""
    async with app.run_test(size=(130, 40)) as pilot:
        while app.checking.at_work:
            await pilot.pause(0.05)
        await pilot.press("n", "2", "4")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert len(app.view.findings)
        assert told(app).count("cannot be written") == 1  # that it can only be looked at; nothing else is amiss


def test_a_document_that_can_be_written_is_held(folder: Path) -> None:
    """There is nothing to be said."""
    with held(Workspace(folder), NAME) as looking:
        assert looking == ""
