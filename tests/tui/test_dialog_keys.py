"""The keys of dialogs: in the table of actions, in the settings, in the help."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from rich.text import Text
from textual.screen import Screen
from textual.widgets import Input, OptionList, SelectionList, Static

from tests.tui.conftest import Store, told
from workbench.model.errors import InputError
from workbench.tui.actions.keymap import keys_of
from workbench.tui.app import WorkbenchApp
from workbench.tui.dialogs.choice_dialog import Choice, ChoiceDialog
from workbench.tui.dialogs.dialog import Dialog
from workbench.tui.dialogs.prompt_dialog import PromptDialog
from workbench.tui.dialogs.question_dialog import Answer, QuestionDialog
from workbench.tui.dialogs.term_dialog import TermDialog
from workbench.tui.dialogs.text_dialog import HelpDialog, TextDialog
from workbench.tui.dialogs.versions_dialog import VersionsDialog

SIZE = (100, 60)
ASKING: dict[str, Callable[[], Screen[object]]] = {
    "choice": lambda: ChoiceDialog("Documents", [Choice("one", "成都"), Choice("two", "Астана")]),  # type: ignore[dict-item]
    "prompt": lambda: PromptDialog("Go to", "a clause", "四"),
    "question": lambda: QuestionDialog("Renumber?", (Answer("take", "renumber them"), Answer("save", "save"))),
    "term": lambda: TermDialog("host-city", {"zh": "成都", "kk": "Чэнду"}),
    "versions": lambda: VersionsDialog(("zh", "kk"), ("zh",)),
    "text": lambda: TextDialog("Progress", Text("zh 1 of 3\n" * 100)),
}


def with_keys(app: WorkbenchApp, **keys: tuple[str, ...]) -> WorkbenchApp:
    """The editor with other keys."""
    return WorkbenchApp(app.view.session, replace(app.services, keys=keys_of(keys, "workbench.toml")))


async def given(app: WorkbenchApp, kind: str, *pressed: str) -> list[object]:
    """Press keys in a dialog; return what it gave, nothing where it is still open."""
    result: list[object] = []
    async with app.run_test(size=SIZE) as pilot:
        app.push_screen(ASKING[kind](), result.append)
        await pilot.pause()
        await pilot.press(*pressed)
        await pilot.pause()
    return result


@pytest.mark.parametrize("key", ["escape", "f9"])
@pytest.mark.parametrize("kind", ASKING)
async def test_a_dialog_is_left_by_the_key_of_the_settings(app: WorkbenchApp, kind: str, key: str) -> None:
    """F9 in the place of Escape, which does nothing then."""
    assert await given(with_keys(app, dialog_leave=("f9",)), kind, key) == ([None] if key == "f9" else [])


@pytest.mark.parametrize("key", ["enter", "f9"])
@pytest.mark.parametrize(
    ("kind", "gives"), [("choice", "one"), ("prompt", "四"), ("versions", ("zh",)), ("text", None)]
)
async def test_what_is_chosen_is_taken_by_the_key_of_the_settings(
    app: WorkbenchApp, kind: str, gives: object, key: str
) -> None:
    """F9 in the place of Enter, which does nothing then."""
    assert await given(with_keys(app, dialog_take=("f9",)), kind, key) == ([gives] if key == "f9" else [])


@pytest.mark.parametrize("key", ["f2", "enter"])
async def test_a_concept_is_added_by_each_key_that_takes(app: WorkbenchApp, key: str) -> None:
    """The form gives what was filled in."""
    (new,) = await given(app, "term", key)
    assert new.wordings == {"zh": "成都", "kk": "Чэнду"}  # type: ignore[attr-defined]


async def test_a_letter_that_leaves_is_typed_in_a_line(app: WorkbenchApp) -> None:
    """q leaves a list; in a line it is a letter, and so is the question mark."""
    async with app.run_test(size=SIZE) as pilot:
        app.push_screen(ASKING["prompt"]())
        await pilot.pause()
        await pilot.press("end", "q", "question_mark", "j")
        assert app.screen.query_one(Input).value == "四q?j"


async def test_an_answer_has_the_key_of_the_settings(app: WorkbenchApp) -> None:
    """y takes what is offered then, and t does nothing."""
    assert await given(with_keys(app, answer_take=("y",)), "question", "t") == []


async def test_an_answer_is_given_by_its_key_on_a_cyrillic_keyboard(app: WorkbenchApp) -> None:
    """н is where y is."""
    assert await given(with_keys(app, answer_take=("y",)), "question", "н") == ["take"]


async def test_an_answer_that_is_not_offered_is_none(app: WorkbenchApp) -> None:
    """m merges files; where nothing is to be merged it does nothing."""
    assert await given(app, "question", "m") == []


async def test_the_buttons_of_a_question_show_the_keys_of_the_settings(app: WorkbenchApp) -> None:
    """Of its answers, and of the way out."""
    changed = with_keys(app, answer_take=("y",), dialog_leave=("f9",))
    async with changed.run_test(size=SIZE) as pilot:
        changed.push_screen(ASKING["question"]())
        await pilot.pause()
        labels = [str(button.render()) for button in changed.screen.query("Button")]
    assert [label.strip() for label in labels] == ["y  renumber them", "s  save", "F9  stay"]


async def test_a_button_that_has_the_keys_is_pressed_by_the_key_that_takes(app: WorkbenchApp) -> None:
    """Tab goes to the second answer, Enter gives it."""
    assert await given(app, "question", "tab", "enter") == ["save"]


async def test_a_list_is_gone_through_by_the_keys_of_the_settings(app: WorkbenchApp) -> None:
    """d in the place of j."""
    assert await given(with_keys(app, list_down=("d",)), "choice", "j", "d", "enter") == ["two"]


async def test_a_text_scrolls_by_the_keys_of_lists(app: WorkbenchApp) -> None:
    """j goes a line down."""
    async with app.run_test(size=SIZE) as pilot:
        app.push_screen(ASKING["text"]())
        await pilot.pause()
        await pilot.press("j", "j", "k")
        await pilot.pause()
        assert app.screen.query_one("#help").scroll_y == 1


async def test_all_versions_are_chosen_by_one_key(app: WorkbenchApp) -> None:
    """ф is where a is."""
    async with app.run_test(size=SIZE) as pilot:
        app.push_screen(ASKING["versions"]())
        await pilot.pause()
        await pilot.press("ф")
        assert app.screen.query_one(SelectionList).selected == ["zh", "kk"]


@pytest.mark.parametrize(("kind", "key"), [("choice", "question_mark"), ("prompt", "f1"), ("question", "comma")])
async def test_a_dialog_shows_its_keys(app: WorkbenchApp, kind: str, key: str) -> None:
    """Those of the dialog, none of the grid."""
    async with app.run_test(size=SIZE) as pilot:
        app.push_screen(ASKING[kind]())
        await pilot.pause()
        await pilot.press(key)
        await pilot.pause()
        assert isinstance(app.screen, HelpDialog)
        text = str(app.screen.query_one("#help Static", Static).render())
    assert "Leave the dialog, and change nothing" in text
    assert ("Choose all versions" in text, "Leave without saving" in text) == (kind == "choice", kind == "question")
    assert "Merge the bead" not in text


async def test_the_help_of_a_dialog_closes_by_the_key_that_opened_it(app: WorkbenchApp) -> None:
    """The dialog is still there."""
    async with app.run_test(size=SIZE) as pilot:
        app.push_screen(ASKING["question"]())
        await pilot.pause()
        await pilot.press("f1", "f1")
        await pilot.pause()
        assert isinstance(app.screen, QuestionDialog)


async def test_a_click_chooses_in_a_list(app: WorkbenchApp) -> None:
    """The mouse does what the key does."""
    result: list[object] = []
    async with app.run_test(size=SIZE) as pilot:
        app.push_screen(ASKING["choice"](), result.append)
        await pilot.pause()
        await pilot.click(OptionList, offset=(3, 2))
        await pilot.pause()
    assert result == ["two"]


@pytest.mark.parametrize("key", ["ctrl+s", "f12", "ctrl+t", "ctrl+p"])
async def test_what_works_everywhere_waits_for_a_question(unlocked: WorkbenchApp, store: Store, key: str) -> None:
    """Saving, other colours and all actions: the question is to be answered first."""
    async with unlocked.run_test(size=SIZE) as pilot:
        await pilot.press("enter", "A", "enter", "q")
        await pilot.pause()
        theme = unlocked.theme
        await pilot.press(key)
        await pilot.pause()
        assert isinstance(unlocked.screen, QuestionDialog)
        assert (store.saved, unlocked.theme) == ([], theme)


@pytest.mark.parametrize(
    ("name", "key", "other"),
    [("dialog_leave", "enter", "dialog_take"), ("list_all", "j", "list_down"), ("answer_mine", "q", "dialog_leave")],
)
def test_a_key_for_two_actions_of_a_dialog_is_refused(name: str, key: str, other: str) -> None:
    """The message names both."""
    with pytest.raises(InputError, match=f"the key '{key}' is bound to {name} and to {other} — give {other} another"):
        keys_of({name: (key,)}, "workbench.toml")


@pytest.mark.parametrize(("name", "key"), [("dialog_leave", "m"), ("list_all", "s"), ("answer_save", "c")])
def test_a_key_of_a_dialog_may_be_one_of_another_place(name: str, key: str) -> None:
    """Of the grid, or of a dialog of another kind: m would leave a list if no answer had it."""
    wanted = {name: (key,)} | ({"answer_merge": ("f7",)} if key == "m" else {})
    assert keys_of(wanted, "workbench.toml")[name] == (key,)


async def test_a_dialog_of_the_editor_is_left_without_a_word(app: WorkbenchApp) -> None:
    """Escape in the list of what to show: nothing is told, nothing changes."""
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("V")
        await pilot.pause()
        assert isinstance(app.screen, Dialog)
        await pilot.press("escape")
        await pilot.pause()
        assert (told(app), app.view.filter) == ("", None)
