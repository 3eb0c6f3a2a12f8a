"""Actions on the screen: versions, panel, light and dark, help, leaving."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.tui.actions.action import Action, Group

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


def _panel(app: WorkbenchApp) -> None:
    app.panel.toggle()
    app.show_state()


def _columns(app: WorkbenchApp) -> None:
    from workbench.tui.dialogs.versions_dialog import VersionsDialog

    def take(tags: tuple[str, ...] | None) -> None:
        if tags is not None:
            app.view.choose(tags)
            app.grid.refit()
            app.show_state()

    app.push_screen(VersionsDialog(app.view.session.document.others(), app.view.chosen), take)


def _theme(app: WorkbenchApp) -> None:
    app.theme = "textual-light" if app.current_theme.dark else "textual-dark"


def _help(app: WorkbenchApp) -> None:
    from workbench.tui.dialogs.help_dialog import HelpDialog

    app.push_screen(HelpDialog())


def _quit(app: WorkbenchApp) -> None:
    app.saving.leave()


GROUP = Group(
    "Screen",
    40,
    (
        Action("panel", ("i",), "panel", "Show or hide the panel", _panel, footer=True),
        Action("columns", ("v",), "versions", "Choose which versions are shown", _columns, footer=True),
        Action("theme", ("ctrl+t",), "light/dark", "Change between light and dark", _theme, while_editing=True),
        Action("help", ("question_mark", "comma", "f1"), "help", "Show this help", _help, footer=True),
        Action("quit", ("q", "ctrl+q"), "quit", "Leave (asks when something is not saved)", _quit, footer=True),
    ),
)
