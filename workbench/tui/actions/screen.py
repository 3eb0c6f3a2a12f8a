"""Actions on the screen: document, versions, panel, colours, help, leaving."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbench.tui.actions.action import Action, Group, Where
from workbench.tui.themes import following

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


def _columns(app: WorkbenchApp) -> None:
    from workbench.tui.dialogs.versions_dialog import VersionsDialog

    def take(tags: tuple[str, ...] | None) -> None:
        if tags is not None:
            app.view.choose(tags)
            app.grid.refit()
            app.show_state()

    app.push_screen(VersionsDialog(app.view.session.document.others(), app.view.chosen), take)


def _documents(app: WorkbenchApp) -> None:
    from workbench.tui.dialogs.choice_dialog import Choice, ChoiceDialog

    store = app.services.store
    names = store.workspace.documents() if store else ()
    here = app.view.session.document.name
    if not [name for name in names if name != here]:
        app.say("There is no other document in this workspace")
        return
    app.push_screen(ChoiceDialog("Documents", [Choice(name, name) for name in names], here), partial(_open, app, here))


def _open(app: WorkbenchApp, here: str, name: str | None) -> None:
    if name is not None and name != here:
        app.saving.leave(then=name)


def _progress(app: WorkbenchApp) -> None:
    from workbench.tui.dialogs.text_dialog import TextDialog
    from workbench.tui.progress import progress_text

    app.push_screen(TextDialog("Progress", progress_text(app.view)))


def _theme(app: WorkbenchApp) -> None:
    if app.no_color:
        app.warn("NO_COLOR is set: the terminal's own colours stay — start without it to choose others")
        return
    app.theme = following(app.theme)


def _palette(app: WorkbenchApp) -> None:
    app.action_command_palette()


def _help(app: WorkbenchApp) -> None:
    from workbench.tui.dialogs.text_dialog import HelpDialog
    from workbench.tui.help import help_of, help_text

    keys = app.services.keys
    app.push_screen(HelpDialog(help_of(keys, Where.PANEL) if app.panel.has_focus_within else help_text(keys)))


def _quit(app: WorkbenchApp) -> None:
    app.saving.leave()


GROUP = Group(
    "Screen",
    40,
    (
        Action("columns", ("v",), "versions", "Choose which versions are shown", _columns),
        Action("documents", ("o",), "documents", "Open another document of the workspace", _documents),
        Action("progress", ("p",), "progress", "How far each version is", _progress),
        Action(
            "theme",
            ("ctrl+t",),
            "colours",
            "Change the colours: dark, light, high contrast, colour-blind",
            _theme,
            while_editing=True,
        ),
        Action("palette", ("ctrl+p",), "all actions", "All actions by name, and themes", _palette, while_editing=True),
        Action("help", ("f1", "question_mark", "comma"), "help", "Show the keys", _help, footer=True),
        Action("quit", ("q", "ctrl+q", "f10"), "quit", "Leave (asks when something is not saved)", _quit, footer=True),
    ),
)
