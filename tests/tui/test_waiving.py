"""Letting a finding stand from within the editor."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from workbench.model.errors import InputError
from workbench.tui.app import WorkbenchApp
from workbench.tui.open import prepare
from workbench.tui.work.saving import Left
from workbench.workspace.folder import Workspace

NAME = "chengdu-2024"


async def ready(pilot: Pilot[Left]) -> None:
    """Wait until the checks are done and shown."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


def editor(folder: Path) -> WorkbenchApp:
    """The editor on the statement in a workspace of its own, with its checks."""
    opened = prepare(Workspace(folder), NAME)
    return WorkbenchApp(opened.session, opened.services)


async def test_a_waived_finding_is_gone_and_comes_back(folder: Path) -> None:
    """`w` asks for the reason and writes it down; `W` takes it back."""
    app = editor(folder)
    async with app.run_test(size=(120, 30)) as pilot:
        await ready(pilot)
        errors = app.view.findings.counts()[0]
        await pilot.press("n", "w", *"quoted as published", "enter")
        await ready(pilot)
        (waiver,) = Workspace(folder).waivers(NAME)
        assert waiver.reason == "quoted as published"
        assert app.view.findings.counts()[0] == errors - 1
        await pilot.press("W")
        await ready(pilot)
        assert app.view.findings.counts()[0] == errors
        assert Workspace(folder).waivers(NAME) == ()


async def test_without_a_reason_nothing_is_waived(folder: Path) -> None:
    """An empty line is no reason."""
    app = editor(folder)
    async with app.run_test(size=(120, 30)) as pilot:
        await ready(pilot)
        await pilot.press("n", "w", "enter")
        await ready(pilot)
    assert not (folder / "texts" / NAME / "waivers.toml").exists()


def test_what_else_a_waiver_file_holds_stays(folder: Path) -> None:
    """Comments and other waivers, to the letter."""
    workspace = Workspace(folder)
    path = folder / "texts" / NAME / "waivers.toml"
    text = '# kept by hand\n[[waiver]]\nfingerprint = "aa"\ncheck = "quotes"\nreason = "as published"\n'
    path.write_text(text)
    (waiver,) = workspace.waivers(NAME)
    from dataclasses import replace

    workspace.add_waiver(NAME, replace(waiver, fingerprint="bb"))
    workspace.drop_waiver(NAME, "bb")
    assert path.read_text() == text


def test_a_waiver_file_that_cannot_be_read_is_not_written_to(folder: Path) -> None:
    """It is named, and stays as it is."""
    path = folder / "texts" / NAME / "waivers.toml"
    path.write_text("[[waiver]\n")
    from workbench.checks.waiver import Waiver

    with pytest.raises(InputError, match=r"waivers\.toml"):
        Workspace(folder).add_waiver(NAME, Waiver("aa", "quotes", "en", "4", "IV.", "as published"))
    assert path.read_text() == "[[waiver]\n"
