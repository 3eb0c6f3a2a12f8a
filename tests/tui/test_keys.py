"""Keys: their twins, those of the settings, the page of keys."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual import events
from textual.command import CommandPalette
from textual.widgets import Input, Static

from tests.tui.conftest import Store, told
from workbench.editing.session import Session
from workbench.model.errors import InputError
from workbench.tui.actions.action import Where
from workbench.tui.actions.keymap import keys_of
from workbench.tui.actions.keys import key_of, spelled, twin
from workbench.tui.actions.table import actions, actions_of
from workbench.tui.app import WorkbenchApp
from workbench.tui.dialogs.text_dialog import TextDialog
from workbench.tui.help import keys_page
from workbench.tui.open import open_editor
from workbench.tui.view import Cursor
from workbench.workspace.configuration import read_looks
from workbench.workspace.folder import Workspace

NARROW = (80, 24)
ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("key", "other"),
    [("c", "с"), ("N", "Т"), ("ctrl+s", "ctrl+ы"), ("left_square_bracket", "х"), ("f2", None), ("down", None)],
)
def test_the_twin_is_on_the_same_place_of_a_cyrillic_keyboard(key: str, other: str | None) -> None:
    """Letters and brackets have one, other keys are the same there."""
    assert twin(key) == other


def with_keys(app: WorkbenchApp, **keys: tuple[str, ...]) -> WorkbenchApp:
    """The editor with other keys."""
    return WorkbenchApp(app.view.session, replace(app.services, keys=keys_of(keys, "workbench.toml")))


async def test_a_key_of_the_settings_takes_the_place_of_the_own_ones(app: WorkbenchApp) -> None:
    """M merges then, also by its Cyrillic twin, and m does nothing."""
    changed = with_keys(app, merge=("M",))
    async with changed.run_test(size=NARROW) as pilot:
        changed.view.cursor = Cursor(1, "kk", 0)
        await pilot.press("m")
        assert len(changed.view.session.document.ladders["kk"].beads) == 4
        await pilot.press("Ь")
        await pilot.pause()
        assert len(changed.view.session.document.ladders["kk"].beads) == 3


async def test_the_help_shows_the_keys_of_the_settings(app: WorkbenchApp) -> None:
    """Not those of the table."""
    changed = with_keys(app, merge=("f13",))
    async with changed.run_test(size=(100, 60)) as pilot:
        await pilot.press("f1")
        await pilot.pause()
        shown = str(changed.screen.query_one(Static).render())
    assert "F13                Merge the bead with the next one" in shown


async def test_the_help_of_a_cell_is_that_of_the_cell(unlocked: WorkbenchApp) -> None:
    """F1 while a cell is edited tells the keys of the box."""
    async with unlocked.run_test(size=(100, 60)) as pilot:
        await pilot.press("enter", "f1")
        await pilot.pause()
        assert isinstance(unlocked.screen, TextDialog)
        assert "Merge the bead" not in str(unlocked.screen.query_one(Static).render())


@pytest.mark.parametrize(
    ("written", "key"),
    [("^g", "ctrl+g"), ("Ctrl+G", "ctrl+g"), ("F9", "f9"), ("Shift+F8", "shift+f8"), ("PgDn", "pagedown"),
     ("Ctrl+→", "ctrl+right"), ("?", "question_mark"), (",", "comma"),
     ("M", "M"), ("shift+m", "M"), ("ж", "ж"), ("bogus+x", None), ("F99", None)],
)  # fmt: skip
def test_keys_are_written_in_the_settings_as_the_help_writes_them(written: str, key: str | None) -> None:
    """Or as Textual names them; what is no key is none."""
    assert key_of(written) == key


def test_every_key_is_read_as_it_is_shown() -> None:
    """Who copies a key out of the help into the settings gets that key."""
    assert all(key_of(spelled(key)) == key for action in actions().values() for key in action.keys)


def test_what_is_no_key_is_refused() -> None:
    """A key that nobody can press would look as if the action had none."""
    with pytest.raises(
        InputError, match=r"workbench.toml: there is no key 'bogus\+x', given to merge — write it as the help"
    ):
        keys_of({"merge": ("bogus+x",)}, "workbench.toml")


def test_a_key_that_is_written_in_another_way_is_found_twice_too() -> None:
    """`?` is the key of the help, whose name is `question_mark`."""
    with pytest.raises(InputError, match="the key 'question_mark' is bound to merge and to help"):
        keys_of({"merge": ("?",)}, "workbench.toml")


def test_a_key_for_two_actions_is_refused() -> None:
    """The message names both, and the file."""
    with pytest.raises(
        InputError, match=r"workbench.toml: the key 'c' is bound to merge and to confirm — give confirm another"
    ):
        keys_of({"merge": ("c",)}, "workbench.toml")


def test_an_unknown_action_is_refused_with_the_nearest() -> None:
    """So that a slip is seen."""
    with pytest.raises(InputError, match="do you mean merge"):
        keys_of({"merg": ("c",)}, "workbench.toml")


def test_settings_give_one_key_or_several(tmp_path: Path) -> None:
    """A string or a list."""
    (tmp_path / "workbench.toml").write_text('theme = "high-contrast"\n[keys]\nmerge = "M"\nsplit = ["S", "f9"]\n')
    assert read_looks(tmp_path)[1:] == ({"merge": ("M",), "split": ("S", "f9")}, "high-contrast")


def test_an_unknown_theme_is_refused(folder: Path) -> None:
    """With those that there are."""
    (folder / "workbench.toml").write_text('theme = "pink"\n')
    with pytest.raises(InputError, match="no theme is called 'pink' — write one of textual-dark"):
        open_editor(Workspace(folder), None)


def test_every_action_has_a_help_line_and_an_id_in_the_settings() -> None:
    """A newcomer finds each in the page of keys."""
    assert all(f"`{name}`" in keys_page() and action.help for name, action in actions().items())


def test_the_readme_has_the_page_of_keys_as_the_program_gives_it() -> None:
    """`python -m workbench.tui.help` prints it."""
    assert keys_page() in (ROOT / "README.md").read_text(encoding="utf-8")


async def test_f1_is_answered_in_the_smallest_terminal(app: WorkbenchApp) -> None:
    """The help scrolls there."""
    async with app.run_test(size=(40, 10)) as pilot:
        await pilot.press("f1")
        await pilot.pause()
        assert isinstance(app.screen, TextDialog)


def test_a_session_is_all_that_an_editor_needs(app: WorkbenchApp) -> None:
    """Services of a workspace are not asked for before they are used."""
    assert isinstance(WorkbenchApp(app.view.session, app.services).view.session, Session)


async def test_all_actions_are_there_on_a_cyrillic_keyboard(app: WorkbenchApp) -> None:
    """Ctrl+З is Ctrl+P."""
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("ctrl+з")
        await pilot.pause()
        assert isinstance(app.screen, CommandPalette)


async def test_in_a_cell_only_what_works_there_is_offered(unlocked: WorkbenchApp) -> None:
    """Beads are not merged under a text that is typed."""
    async with unlocked.run_test(size=(100, 30)) as pilot:
        every = {command.title for command in unlocked.get_system_commands(unlocked.screen)}
        await pilot.press("enter")
        there = {command.title for command in unlocked.get_system_commands(unlocked.screen)}
    assert {"Merge", "Save"} <= every
    assert "Save" in there
    assert "Merge" not in there


async def test_f12_saves(unlocked: WorkbenchApp, store: Store) -> None:
    """The essential loop needs no letters."""
    async with unlocked.run_test(size=(100, 30)) as pilot:
        await pilot.press("f2", "delete", "f2", "f12")
        await pilot.pause()
    (saved,) = store.saved
    assert saved.versions["en"].segments()[0] == "he Parties welcome the results of the meeting."


async def test_in_the_panel_the_help_is_that_of_the_panel(app: WorkbenchApp) -> None:
    """`?` tells the keys of the place one is in."""
    async with app.run_test(size=(130, 40)) as pilot:
        await pilot.press("tab")
        await pilot.pause()
        await pilot.press("question_mark")
        await pilot.pause()
        text = str(app.screen.query_one(Static).render())
        assert "Show the tab before" in text
        assert "Merge the bead" not in text


async def test_a_line_of_a_dialog_has_its_keys_on_a_cyrillic_keyboard(app: WorkbenchApp) -> None:
    """Ctrl+Ф to the beginning, Ctrl+Л deletes to the end, Ctrl+М pastes."""
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("f3", "4", "5", "ctrl+ф", "ctrl+л")
        line = app.screen.query_one(Input)
        assert line.value == ""
        app.copy_to_clipboard("四")
        await pilot.press("ctrl+м")
        assert line.value == "四"


async def test_what_is_pasted_into_a_line_becomes_one_and_is_none_of_ten_megabytes(app: WorkbenchApp) -> None:
    """A line break is a space; a whole file is refused, and told."""
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("f3")
        line = app.screen.query_one(Input)
        line.post_message(events.Paste("各方\n欢迎\x1b"))
        await pilot.pause()
        assert line.value == "各方 欢迎"
        line.post_message(events.Paste("x" * 10_000_000))
        await pilot.pause()
        assert line.value == "各方 欢迎"
        assert "Not pasted: 10,000,000 characters" in told(app)


async def test_a_key_of_the_cell_is_that_of_the_settings(unlocked: WorkbenchApp) -> None:
    """F5 keeps the text instead of Enter; in the grid F5 aligns anew as ever."""
    changed = with_keys(unlocked, cell_keep=("f5",))
    async with changed.run_test(size=(100, 30)) as pilot:
        await pilot.press("enter", "X", "f5")
        await pilot.pause()
        assert changed.cell.box is None
        assert changed.view.session.document.versions["en"].segments()[0].startswith("X")


def test_in_a_cell_a_key_for_two_actions_is_refused_too() -> None:
    """What works everywhere has its key there as well; what the grid alone does has not."""
    with pytest.raises(InputError, match="the key 'f12' is bound to cell_split and to save"):
        keys_of({"cell_split": ("f12",)}, "workbench.toml")
    assert keys_of({"cell_split": ("f8",)}, "workbench.toml")["cell_split"] == ("f8",)


@pytest.mark.parametrize(("pressed", "title"), [("ә", "Glossary"), ("і", "Why"), ("ң", "Memory"), ("ғ", "Concordance")])
async def test_tabs_open_where_a_kazakh_keyboard_has_letters_for_digits(
    app: WorkbenchApp, pressed: str, title: str
) -> None:
    """2 to 5."""
    async with app.run_test(size=(130, 40)) as pilot:
        await pilot.press(pressed)
        assert app.panel.chosen.title == title


async def test_a_key_of_the_panel_is_set_by_the_id_of_its_action(app: WorkbenchApp) -> None:
    """F13 turns its page then, and the help of the panel shows it; the arrow turns none any more."""
    changed = with_keys(app, panel_next=("f13",))
    async with changed.run_test(size=(160, 40)) as pilot:
        await pilot.press("tab", "f13", "right")
        assert changed.panel.chosen is changed.panel.tabs[1]
        await pilot.press("f1")
        await pilot.pause()
        assert "F13                Show the next tab" in str(changed.screen.query_one(Static).render())


def test_a_key_of_the_panel_may_be_one_of_the_grid() -> None:
    """But not one of two actions of the panel."""
    assert keys_of({"panel_take": ("c",)}, "workbench.toml")["panel_take"] == ("c",)
    with pytest.raises(InputError, match="the key 'h' is bound to panel_take and to panel_previous"):
        keys_of({"panel_take": ("h",)}, "workbench.toml")


async def test_the_palette_has_the_actions_of_the_panel_in_the_panel_alone(app: WorkbenchApp) -> None:
    """Where one is not in it, nobody sees which entry would be taken."""
    async with app.run_test(size=(160, 40)) as pilot:
        outside = {command.title for command in app.get_system_commands(app.screen)}
        await pilot.press("tab")
        inside = {command.title for command in app.get_system_commands(app.screen)}
        assert inside - outside == {action.label.capitalize() for action in actions_of(Where.PANEL)}
