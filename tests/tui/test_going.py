"""Going to places by name."""

from __future__ import annotations

import pytest

from tests.tui.conftest import told
from workbench.editing.session import Session
from workbench.tui.app import WorkbenchApp
from workbench.tui.places import clause_row, numbered_row, text_place
from workbench.tui.view import Cursor, View

NARROW = (80, 24)


@pytest.mark.parametrize(
    ("wanted", "row"), [("4", 2), ("IV", 2), ("iv.", 2), ("四", 2), ("④", 2), ("1", 1), ("一、", 1)]
)
def test_a_clause_is_found_in_any_numeral(app: WorkbenchApp, wanted: str, row: int) -> None:
    """The English text numbers it IV., the Chinese 四、."""
    assert clause_row(app.view, wanted) == row


@pytest.mark.parametrize("wanted", ["5", "Parties", "", "4¶", "4 and 5", "(", "3(", "¶1", "𝟜x"])
def test_what_is_no_clause_is_none(app: WorkbenchApp, wanted: str) -> None:
    """Neither a clause that is not there nor other words."""
    assert clause_row(app.view, wanted) is None


def test_a_row_has_a_number(app: WorkbenchApp) -> None:
    """The nearest that there is, counted from 1."""
    assert [numbered_row(app.view, wanted) for wanted in ("#1", "# 2", "#900", "2")] == [0, 1, 2, None]


def test_words_are_found_in_any_version_behind_the_cursor(app: WorkbenchApp) -> None:
    """Chinese words, from the English of the first row."""
    assert text_place(app.view, "六国") == (1, "zh", 1)


def test_words_are_found_round_the_end(app: WorkbenchApp) -> None:
    """From the last row on the search goes on at the first."""
    app.view.cursor = Cursor(2, "kk", 0)
    assert text_place(app.view, "welcome") == (0, "en", 0)


async def test_f3_goes_to_clause_four(app: WorkbenchApp) -> None:
    """Typed as it is written in Chinese."""
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("f3", "四", "enter")
        await pilot.pause()
        assert app.view.cursor.row == 2


async def test_words_that_stand_nowhere_are_said(app: WorkbenchApp) -> None:
    """With the words themselves."""
    async with app.run_test(size=NARROW) as pilot:
        await pilot.press("f3", "x", "y", "z", "enter")
        await pilot.pause()
        assert "“xyz” is no clause" in told(app)


def test_an_empty_table_has_no_places(app: WorkbenchApp) -> None:
    """Nothing is found, and nothing breaks."""
    view = View(Session(app.view.session.document, None))  # type: ignore[arg-type]
    view.table.rows = ()
    assert (numbered_row(view, "#1"), text_place(view, "words")) == (None, None)
