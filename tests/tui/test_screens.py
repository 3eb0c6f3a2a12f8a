"""Colours, progress, documents."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from tests.tui.conftest import told
from workbench.tui.app import WorkbenchApp
from workbench.tui.dialogs.choice_dialog import ChoiceDialog
from workbench.tui.open import prepare
from workbench.tui.progress import progress_text
from workbench.tui.themes import CYCLE
from workbench.tui.work.saving import Left
from workbench.workspace.folder import Workspace

NARROW = (80, 24)


async def test_colours_go_round(app: WorkbenchApp) -> None:
    """Dark, light, high contrast, colour-blind, and dark again."""
    async with app.run_test(size=NARROW) as pilot:
        seen = []
        for _ in CYCLE:
            seen.append(app.theme)
            await pilot.press("ctrl+t")
            await pilot.pause()
        assert (tuple(seen), app.theme) == (CYCLE, CYCLE[0])


async def test_progress_counts_what_is_confirmed(app: WorkbenchApp) -> None:
    """One of three Chinese beads."""
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("right", "c", "p")
        await pilot.pause()
        assert "0 reviewed, 1 confirmed of 3" in progress_text(app.view).plain


async def test_without_another_document_there_is_none_to_choose(app: WorkbenchApp) -> None:
    """It is said."""
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("o")
        await pilot.pause()
        assert "There is no other document" in told(app)


async def test_another_document_can_be_opened(folder: Path) -> None:
    """The editor is left for it."""
    workspace = Workspace(folder)
    workspace.create(replace(workspace.load("chengdu-2024").document, name="astana-2025"))
    opened = prepare(workspace, "chengdu-2024")
    app = WorkbenchApp(opened.session, replace(opened.services, find=lambda _: ()))
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("o")
        await pilot.pause()
        assert isinstance(app.screen, ChoiceDialog)
        await pilot.press("up", "enter")
        await pilot.pause()
    assert app.return_value == Left("astana-2025")


async def test_a_segment_is_copied(app: WorkbenchApp) -> None:
    """Also by the Cyrillic с; the terminal's clipboard gets it by OSC 52."""
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("ctrl+с")
        await pilot.pause()
        assert app.clipboard == "The Parties welcome the results of the meeting."
