"""What the memory says is taken into a cell, and taken back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.memory.samples import unit
from tests.tui.conftest import shown, told
from tests.tui.test_panels import WIDE, ready
from workbench.memory.importing import replace_units
from workbench.memory.unit import Unit
from workbench.tui.app import WorkbenchApp
from workbench.tui.open import prepare
from workbench.tui.view import Cursor
from workbench.workspace.folder import Workspace

NAME = "chengdu-2024"
WORDING = "Қуанышты сәтте қабылданды."


def editor(folder: Path, *units: Unit) -> WorkbenchApp:
    """The editor on the statement, with a memory of these units; nothing is locked, and nothing checked."""
    opened = prepare(Workspace(folder), NAME)
    memory = opened.services.memory()
    assert memory is not None
    replace_units(memory.files, "un.tmx", "", units)
    return WorkbenchApp(opened.session, replace(opened.services, find=lambda _: ()))


def one_segment_row(app: WorkbenchApp, tag: str) -> int:
    """The first row that has one segment in the pivot and one in a version."""
    table = app.view.table
    return next(
        row for row in range(len(table.rows)) if len(table.segments(row, "en")) == len(table.segments(row, tag)) == 1
    )


def pivot_text(folder: Path) -> str:
    """The English text of that row."""
    opened = prepare(Workspace(folder), NAME)
    app = WorkbenchApp(opened.session, opened.services)
    (segment,) = app.view.table.segments(one_segment_row(app, "kk"), "en")
    return app.view.table.text("en", segment)


async def test_f_takes_the_likest_wording_and_undo_brings_the_old_one_back(folder: Path) -> None:
    """The cell has the memory's text, as one step."""
    text = pivot_text(folder)
    app = editor(folder, unit({"en": f"{text[:-1]}!", "kk": WORDING}, "17"), unit({"en": text, "kk": "Бұл!"}))
    async with app.run_test(size=WIDE) as pilot:
        app.view.cursor = Cursor(one_segment_row(app, "kk"), "kk", 0)
        (segment,) = app.view.table.segments(app.view.cursor.row, "kk")
        before = app.view.table.text("kk", segment)
        await pilot.press("4")
        await ready(pilot)
        first, second = shown(app).split("un.tmx")[1:]
        assert "Бұл!" in first
        assert " 17" in second
        assert shown(app).startswith("100 %  chrF 100")
        await pilot.press("tab", "down", "f")
        await ready(pilot)
        assert app.view.table.text("kk", segment) == WORDING
        assert "Taken from un.tmx 17" in told(app)
        await pilot.press("ctrl+z")
        await pilot.pause()
        assert app.view.table.text("kk", segment) == before


@pytest.mark.parametrize(("tag", "said"), [("en", "Go to a version's cell"), ("ky", "says nothing in ky")])
async def test_what_cannot_be_taken_is_told(folder: Path, tag: str, said: str) -> None:
    """On the pivot, and in a version that the unit has not."""
    app = editor(folder, unit({"en": pivot_text(folder), "kk": WORDING}))
    async with app.run_test(size=WIDE) as pilot:
        app.view.cursor = Cursor(one_segment_row(app, "kk"), tag, 0)
        await pilot.press("4")
        await ready(pilot)
        await pilot.press("tab", "f")
        await pilot.pause()
        assert said in told(app)
        assert not app.view.session.dirty


async def test_a_unit_of_a_file_is_nowhere_to_go_to(folder: Path) -> None:
    """Enter says so; the concordance has it behind the document's rows."""
    app = editor(folder, unit({"zh": "阿斯塔纳峰会", "kk": WORDING}, "3"))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("equals_sign", *"阿斯塔纳", "enter")
        await ready(pilot)
        assert "阿斯塔纳: 2 rows" in app.panel.chosen.head(app)
        assert "un.tmx 3" in shown(app)
        await pilot.press("tab", "down", "enter")
        await pilot.pause()
        assert "imported from a file" in told(app)


async def test_a_memory_that_cannot_be_read_is_told_in_the_panel(folder: Path) -> None:
    """In one line; the editor goes on."""
    (folder / ".workbench").mkdir()
    (folder / ".workbench" / "memory.sqlite").write_bytes(b"no database" * 1000)
    opened = prepare(Workspace(folder), NAME)
    app = WorkbenchApp(opened.session, replace(opened.services, find=lambda _: ()))
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("4")
        await ready(pilot)
        assert "memory.sqlite: is damaged" in shown(app)


async def test_f_takes_a_wording_into_an_omission(folder: Path) -> None:
    """What was translated before is most wanted where nothing is translated yet."""
    text = pivot_text(folder)
    app = editor(folder, unit({"en": text, "kk": WORDING}))
    async with app.run_test(size=WIDE) as pilot:
        row = one_segment_row(app, "kk")
        app.view.cursor = Cursor(row, "kk", 0)
        await pilot.press("x")
        app.view.cursor = Cursor(row, "kk", 0)
        await pilot.press("4")
        await ready(pilot)
        assert not app.view.table.segments(row, "kk")
        await pilot.press("tab", "down", "f")
        await ready(pilot)
        (segment,) = app.view.table.segments(row, "kk")
        assert app.view.table.text("kk", segment) == WORDING
