"""The tabs of the panel."""

from __future__ import annotations

from dataclasses import replace

import pytest
from textual.pilot import Pilot

from tests.tui.conftest import shown
from workbench.glossary.termbase import TermBase
from workbench.model.document import Document
from workbench.tui.app import WorkbenchApp
from workbench.tui.open import prepare
from workbench.tui.view import Cursor
from workbench.tui.work.saving import Left
from workbench.workspace.folder import Workspace

WIDE, NARROW = (160, 40), (80, 24)


async def ready(pilot: Pilot[Left]) -> None:
    """Wait until what runs in the background is done and shown."""
    await pilot.pause()
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


@pytest.mark.parametrize(("key", "title"), [("1", "Issues"), ("2", "Glossary"), ("3", "Why"), ("6", "Notes")])
async def test_a_digit_opens_a_tab(app: WorkbenchApp, key: str, title: str) -> None:
    """Also where the panel was hidden."""
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press(key)
        assert (app.panel.chosen.title, app.panel.display) == (title, True)


async def test_tab_goes_into_the_panel_and_escape_back(app: WorkbenchApp) -> None:
    """The keys are the grid's again."""
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press("tab")
        assert app.focused is not None
        assert app.focused.id == "entries"
        await pilot.press("escape")
        assert app.focused is app.grid


async def test_enter_goes_to_a_finding_of_the_document(app: WorkbenchApp) -> None:
    """From the list of all errors to the English clause IV."""
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press("I", *"error", "enter")
        await pilot.pause()
        assert "1 in the document, filter: error" in app.panel.chosen.head(app)
        await pilot.press("enter")
        await pilot.pause()
        assert (app.view.cursor.row, app.view.cursor.tag) == (2, "en")


async def test_a_filter_takes_parts_of_checks_and_versions(app: WorkbenchApp) -> None:
    """`numbering zh` lets through what is both."""
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)
        await pilot.press("I", *"numbering zh", "enter")
        await pilot.pause()
        assert app.panel.chosen.head(app).startswith("1 in the document")


async def test_the_glossary_tells_what_is_rendered_and_what_is_not(
    statement: Document, termbase: TermBase, app: WorkbenchApp
) -> None:
    """The statement's first row names Nurtleu in all versions, Muhriddin in all but the English."""
    from workbench.editing.session import Session

    full = WorkbenchApp(Session(statement, None), replace(app.services, find=lambda _: (), termbase=lambda: termbase))  # type: ignore[arg-type]
    async with full.run_test(size=WIDE) as pilot:
        await pilot.press("2")
        text = shown(full)
    assert "✓ kk Мұрат Нұртілеу" in text or "✓ kk Мұрат Нұртлеу" in text or "✓ kk" in text
    assert "✗ en Sirojiddin Muhriddin" in text


async def test_why_says_what_spoke_for_the_bead(folder: object) -> None:
    """The aligner is asked in the background."""
    opened = prepare(Workspace(folder), "chengdu-2024")  # type: ignore[arg-type]
    app = WorkbenchApp(opened.session, replace(opened.services, find=lambda _: ()))
    async with app.run_test(size=WIDE) as pilot:
        app.view.cursor = Cursor(3, "ru", 0)
        await pilot.press("3")
        await ready(pilot)
        text = shown(app)
    assert "ru: 1–1" in text
    assert "meaning" in text


async def test_a_note_is_written_shown_and_undone(app: WorkbenchApp) -> None:
    """By the key of the note, on the bead at the cursor."""
    async with app.run_test(size=WIDE) as pilot:
        app.view.cursor = Cursor(1, "kk", 0)
        await pilot.press("semicolon", *"ask Astana", "enter")
        await pilot.press("6")
        await pilot.pause()
        assert shown(app) == "kk\nask Astana"
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert shown(app).startswith("No note in this row")


async def test_the_memory_finds_rows_of_other_documents(folder: object) -> None:
    """A second document has the statement's clause 10 with another month."""
    from tests.checks.conftest import changed

    workspace = Workspace(folder)  # type: ignore[arg-type]
    other = changed(workspace.load("chengdu-2024").document, "en", ("in June 2025", "in July 2025"))
    workspace.create(replace(other, name="astana-2025"))
    opened = prepare(workspace, "chengdu-2024")
    app = WorkbenchApp(opened.session, replace(opened.services, find=lambda _: ()))
    async with app.run_test(size=WIDE) as pilot:
        app.view.go_to_segment("en", len(app.view.session.document.versions["en"].segments()) - 2)
        await pilot.press("4")
        await ready(pilot)
        assert "astana-2025 10" in shown(app)


async def test_the_concordance_looks_in_all_versions(folder: object) -> None:
    """Chinese words lead to their row."""
    opened = prepare(Workspace(folder), "chengdu-2024")  # type: ignore[arg-type]
    app = WorkbenchApp(opened.session, replace(opened.services, find=lambda _: ()))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("equals_sign", *"阿斯塔纳", "enter")
        await ready(pilot)
        assert "阿斯塔纳: 1 rows" in app.panel.chosen.head(app)
        await pilot.press("tab", "enter")
        await pilot.pause()
        assert app.view.table.clause(app.view.cursor.row) == "10"
