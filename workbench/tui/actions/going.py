"""Going to a place that is named, and to the next cell of a kind: doubtful, unreviewed, changed."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbench.tui.actions.action import Action, Group
from workbench.tui.dialogs.choice_dialog import Choice, ChoiceDialog
from workbench.tui.dialogs.prompt_dialog import PromptDialog
from workbench.tui.filtering import filters
from workbench.tui.places import clause_row, numbered_row, text_place
from workbench.tui.seeking import changed_since, is_in_doubt, is_unreviewed, seek
from workbench.tui.shown import Filter

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


def _doubtful(by: int, app: WorkbenchApp) -> None:
    seek(app, by, is_in_doubt, "No bead is in doubt")


def _unreviewed(by: int, app: WorkbenchApp) -> None:
    seek(app, by, is_unreviewed, "All wordings are reviewed")


def _changed(by: int, app: WorkbenchApp) -> None:
    seek(app, by, changed_since(app.view.session.saved), "Nothing has changed since the last save")


def _ask(app: WorkbenchApp) -> None:
    hint = "a clause (4, IV, 四, 3.1, 3¶2), a row (#120), or words to look for"
    app.push_screen(PromptDialog("Go to", hint, app.view.sought), partial(_go, app))


def _go(app: WorkbenchApp, wanted: str | None) -> None:
    view = app.view
    if not wanted:
        return
    row = numbered_row(view, wanted)
    if row is None:
        row = clause_row(view, wanted)
    if row is not None:
        view.go_to_row(row)
        app.show_cursor()
        return
    view.sought = wanted
    _find_again(app)


def _find_again(app: WorkbenchApp) -> None:
    view = app.view
    if not view.sought:
        _ask(app)
        return
    place = text_place(view, view.sought)
    if place is None:
        app.warn(f"“{view.sought}” is no clause, and stands in none of the versions shown")
        return
    view.go_to(*place)
    app.show_cursor()


def _filter(app: WorkbenchApp) -> None:
    view = app.view
    there = {one.name: one for one in filters(view)}
    choices = [Choice("", "all rows"), *(Choice(name, f"only {name}") for name in there)]

    def take(name: str | None) -> None:
        if name is not None:
            _show_only(app, there.get(name))

    app.push_screen(ChoiceDialog("Rows to show", choices, view.filter.name if view.filter else ""), take)


def _show_only(app: WorkbenchApp, chosen: Filter | None) -> None:
    if not app.view.only(chosen):
        app.say(f"There is no row {chosen.name if chosen else ''}: all stay")
        return
    app.grid.refit()
    app.show_cursor()


def _all_rows(app: WorkbenchApp) -> None:
    if app.view.filter is not None:
        _show_only(app, None)


GROUP = Group(
    "Going on",
    25,
    (
        Action("go_to", ("f3", "colon", "slash"), "go to", "Go to a clause, a row, or words", _ask, footer=True),
        Action(
            "find_again", ("shift+f3", "asterisk"), "find again", "Go to the next place with these words", _find_again
        ),
        Action("next_doubtful", ("d",), "doubtful", "Go to the next doubtful bead", partial(_doubtful, 1)),
        Action(
            "previous_doubtful", ("D",), "doubtful before", "Go to the doubtful bead before", partial(_doubtful, -1)
        ),
        Action(
            "next_unreviewed", ("u",), "unreviewed", "Go to the next wording nobody reviewed", partial(_unreviewed, 1)
        ),
        Action("previous_unreviewed", ("U",), "unreviewed before", "Go to the one before", partial(_unreviewed, -1)),
        Action(
            "next_changed", ("e",), "changed", "Go to the next cell changed since the last save", partial(_changed, 1)
        ),
        Action("filter", ("V",), "filter", "Show only rows with findings, of a check, not confirmed, …", _filter),
        Action("all_rows", ("escape",), "all rows", "Show all rows again", _all_rows),
        Action("previous_changed", ("E",), "changed before", "Go to the changed cell before", partial(_changed, -1)),
    ),
)
