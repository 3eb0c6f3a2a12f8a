"""Columns are ordered, widened, frozen and scrolled by keys; what differs is marked."""

from __future__ import annotations

from textual.pilot import Pilot

from tests.tui.conftest import Store, as_it_is
from tests.tui.test_editor import ready
from workbench.editing.session import Session
from workbench.glossary.termbase import TermBase
from workbench.model.document import Document
from workbench.model.row import Rows
from workbench.tui.app import WorkbenchApp
from workbench.tui.grid.header import Heads, head
from workbench.tui.grid.marks import MarkKind, lit, marks_of
from workbench.tui.services import Services

NARROW, WIDE = (80, 24), (200, 40)


def shown(app: WorkbenchApp) -> list[str]:
    """The tags of the columns, in order."""
    return [column.tag for column in app.grid.columns]


async def heads(pilot: Pilot[object]) -> str:
    """The second line of the screen."""
    await pilot.pause()
    return pilot.app.query_one(Heads).render().plain


async def test_a_column_moves_to_the_right(unlocked: WorkbenchApp) -> None:
    """Chinese goes behind Kazakh, and the cursor stays in it."""
    async with unlocked.run_test(size=WIDE) as pilot:
        await pilot.press("right", "shift+right")
        await pilot.pause()
        assert shown(unlocked) == ["en", "kk", "zh"]
        assert unlocked.view.cursor.tag == "zh"


async def test_the_order_survives_another_choice(unlocked: WorkbenchApp) -> None:
    """Versions that are chosen again come behind those that are shown."""
    async with unlocked.run_test(size=WIDE):
        unlocked.view.choose(("kk",))
        unlocked.view.choose(("zh", "kk"))
        assert unlocked.view.chosen == ("kk", "zh")


async def test_a_column_becomes_wider(unlocked: WorkbenchApp) -> None:
    """The greater-than sign gives the cursor's column six cells more."""
    async with unlocked.run_test(size=WIDE) as pilot:
        await pilot.press("right", "greater_than_sign")
        await pilot.pause()
        widths = {column.tag: column.width for column in unlocked.grid.columns}
        assert widths["zh"] - widths["kk"] == 6


async def test_one_version_alone(unlocked: WorkbenchApp) -> None:
    """Only the cursor's version stands beside the pivot, and the columns follow it."""
    async with unlocked.run_test(size=WIDE) as pilot:
        await pilot.press("right", "b")
        await pilot.pause()
        assert shown(unlocked) == ["en", "zh"]
        await pilot.press("right")
        await pilot.pause()
        assert shown(unlocked) == ["en", "kk"]


async def test_a_narrow_screen_stacks_and_edits_in_place(unlocked: WorkbenchApp) -> None:
    """At 50 cells the Kazakh text is edited where it stands, below the English and the Chinese."""
    async with unlocked.run_test(size=(50, 24)) as pilot:
        await pilot.press("right", "right", "enter", "X", "enter")
        await pilot.pause()
        assert unlocked.view.table.text("kk", 0).startswith("XТараптар")


async def test_a_click_in_a_stack_goes_to_the_version_of_that_line(unlocked: WorkbenchApp) -> None:
    """The second line of the first row is Chinese at 66 cells."""
    async with unlocked.run_test(size=(66, 24)) as pilot:
        await pilot.click("#grid", offset=(20, 1))
        await pilot.pause()
        assert unlocked.view.cursor.tag == "zh"


async def test_heads_tell_language_status_and_counts(unlocked: WorkbenchApp) -> None:
    """All of it where there is room; tag and counts in any case."""
    async with unlocked.run_test(size=WIDE):
        assert head(unlocked.view, "zh", 60) == "zh · 中文 · draft · 0/3"
        assert head(unlocked.view, "zh", 10) == "zh · 0/3"


async def test_the_clause_of_the_top_row_stays_in_sight(statement: Document) -> None:
    """One screen further down, the heads name the clause that the topmost line belongs to."""
    app = WorkbenchApp(Session(statement, Store()), Services(lambda _: (), as_it_is))
    async with app.run_test(size=NARROW) as pilot:
        assert "0¶1" in await heads(pilot)
        await pilot.press("pagedown", "pagedown", "pagedown")
        top = app.view.table.clause(app.grid.top)
        assert top != "0¶1"
        assert (await heads(pilot)).split()[0] == top


def test_a_term_is_marked_in_all_versions(statement: Document, termbase: TermBase) -> None:
    """The Central Asian countries are marked in English, Chinese and Russian in the first clause, as one concept."""
    rows = Rows(statement)
    row = rows[rows.row_of("en", 3)]
    marks = marks_of(statement, row, ("en", "zh", "ru"), termbase)
    concepts = {mark.key for mark in marks if isinstance(mark.key, str) and mark.kind is MarkKind.SHARED}
    assert any({mark.tag for mark in marks if mark.key == concept} == {"en", "zh", "ru"} for concept in concepts)


def test_terms_at_the_cursor_light_up_everywhere(statement: Document, termbase: TermBase) -> None:
    """What the English segment names is lit in all versions of the row."""
    rows = Rows(statement)
    row = rows[rows.row_of("en", 3)]
    marks = lit(marks_of(statement, row, ("en", "zh", "ru"), termbase), "en", row.pivot.start)
    assert {mark.tag for mark in marks if mark.kind is MarkKind.LIT} == {"en", "zh", "ru"}


def test_a_number_that_one_version_lacks_differs(statement: Document, termbase: TermBase) -> None:
    """Taken from the Chinese text, the year of the summit differs in all others."""
    from dataclasses import replace

    rows = Rows(statement)
    row = rows[rows.row_of("en", 3)]
    zh = statement.version("zh")
    (segment,) = (at for at in row.segments("zh", "en") if "2023年5月" in zh.text.segments[at].text)
    segments = list(zh.text.segments)
    segments[segment] = replace(segments[segment], text=segments[segment].text.replace("2023年5月", ""))
    changed = statement.with_version(replace(zh, text=replace(zh.text, segments=tuple(segments))))
    marks = marks_of(changed, row, ("en", "zh", "ru"), termbase)
    assert {mark.tag for mark in marks if mark.key == (2023, 5, None)} == {"en", "ru"}
    assert all(mark.kind is MarkKind.DIFFERS for mark in marks if mark.key == (2023, 5, None))


async def test_y_marks_and_takes_the_marks_away(statement: Document, termbase: TermBase) -> None:
    """The screen differs with marks, and is as before without them."""
    app = WorkbenchApp(Session(statement, Store()), Services(lambda _: (), as_it_is, termbase=lambda: termbase))
    async with app.run_test(size=WIDE) as pilot:
        await ready(pilot)

        def screen() -> list[object]:
            return [list(app.grid.render_line(y)) for y in range(20)]

        plain = screen()
        await pilot.press("y")
        marked = screen()
        await pilot.press("y")
        assert marked != plain
        assert screen() == plain
