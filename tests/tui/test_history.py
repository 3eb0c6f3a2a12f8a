"""Undo and redo: across cells, across the aligner's work, and on what others did before."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.tui.conftest import told
from tests.tui.test_changed_files import NAME, editor
from workbench.cli.main import main


async def test_history_goes_across_cells_and_a_realignment(folder: Path) -> None:
    """Two cells and the aligner's work between them are taken back one by one, and done again."""
    app = editor(folder)
    async with app.run_test(size=(100, 40)) as pilot:
        beginning = app.view.session.document
        await pilot.press("enter", "X", "enter", "right", "m", "a")
        await app.workers.wait_for_complete()
        await pilot.pause()
        await pilot.press("home", "enter", "Y", "enter")
        await pilot.pause()
        end = app.view.session.document
        steps = 0
        while app.view.session.dirty:
            await pilot.press("ctrl+z")
            steps += 1
        assert app.view.session.document == beginning
        for _ in range(steps):
            await pilot.press("ctrl+y")
        assert app.view.session.document == end
        assert steps >= 3


async def test_what_check_fix_did_is_no_step_of_the_editor(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In an editor that was just opened there is nothing to undo, and the files are not touched."""
    path = folder / "texts" / NAME / "en.txt"
    path.write_text(
        path.read_text(encoding="utf-8").replace("All parties agree", "All  parties agree"), encoding="utf-8"
    )
    main(["check", NAME, "--fix", "--root", str(folder)])
    assert f"{NAME}: 2 fixed" in capsys.readouterr().err
    fixed = path.read_bytes()
    app = editor(folder)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("ctrl+z", "ctrl+y", "ctrl+s")
        await pilot.pause()
        assert "Nothing to undo" in told(app)
        assert not app.view.session.dirty
    assert path.read_bytes() == fixed
