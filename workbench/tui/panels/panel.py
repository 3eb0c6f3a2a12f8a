"""The panel beside the grid: one line of tabs, and what the chosen one shows for the cursor's row."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, ClassVar, cast

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.timer import Timer
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from workbench.tui.actions.table import panel_bindings
from workbench.tui.panels.entries import Entries
from workbench.tui.panels.tab import Entry, Tab
from workbench.tui.panels.tabs import tabs

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp

_REST = 0.06  # seconds after the last key


class Panel(Vertical):
    """Shows the chosen tab. Tab goes into it: arrows choose an entry, Enter does what it is for; all else are actions."""

    BINDINGS: ClassVar[list[BindingType]] = list(panel_bindings())

    def __init__(self) -> None:
        super().__init__(id="panel")
        self.tabs = tabs()
        self.chosen = self.tabs[0]
        self._entries: tuple[Entry, ...] = ()
        self._shown: Hashable = None
        self._wanted: bool | None = None
        self._waiting: Timer | None = None

    @property
    def _app(self) -> WorkbenchApp:
        return cast("WorkbenchApp", self.app)

    def compose(self) -> ComposeResult:
        """The tabs, and the entries of one."""
        yield Static(self._tabs_line(), id="tabs")
        yield Entries(id="entries", compact=True)

    def fit(self, *, room: bool) -> None:
        """Be open where there is room for it, unless somebody wanted it otherwise."""
        self.set_class(not (room if self._wanted is None else self._wanted), "-hidden")

    def toggle(self) -> None:
        """Open it, or close it and give the keys back to the grid."""
        if self.has_class("-hidden"):
            self.open(self.chosen)
        else:
            self._wanted = False
            self.set_class(True, "-hidden")
            self.leave()

    def open(self, tab: Tab) -> None:
        """Show a tab, and the panel where it is hidden."""
        self._wanted = True
        self.set_class(False, "-hidden")
        self.chosen = tab
        self.show()

    def tab(self, title: str) -> Tab:
        """Return the tab of a title."""
        return next(tab for tab in self.tabs if tab.title == title)

    def show_soon(self) -> None:
        """Show the cursor's row once no key was pressed for a moment: what it takes would keep the next key waiting.

        What is shown first comes at once, with all else.
        """
        if self._shown is None and self._waiting is None:
            self.show()
            if self._shown is not None:
                return
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = self.set_timer(_REST, self.show)

    def show(self) -> None:
        """Show the cursor's row."""
        shown = (self.chosen.title, self.chosen.key(self._app), self.app.theme)
        if self.has_class("-hidden") or shown == self._shown:
            return  # new entries make the whole panel be laid out again
        self._shown = shown
        self._entries = tuple(self.chosen.entries(self._app))
        tabs, line = self.query_one("#tabs", Static), self._tabs_line()
        tabs.update(line, layout=line.plain.count("\n") + 1 != tabs.size.height)
        options = self.query_one(OptionList)
        options.clear_options()
        options.add_options(Option(entry.text, disabled=entry.choose is None) for entry in self._entries)
        options.highlighted = next((at for at, entry in enumerate(self._entries) if entry.choose is not None), None)

    def refresh_tab(self) -> None:
        """Show the tab anew: what it waited for is there."""
        self._shown = None
        self.show()

    def _tabs_line(self) -> Text:
        line = Text()
        for tab in self.tabs:
            if tab is self.chosen:
                line.append(f"[{tab.title}]", "bold underline")
            else:
                line.append(f" {tab.title} ", "dim")
        if head := self.chosen.head(self._app):
            line.append(f"\n{head}", "dim")
        return line

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Do what the entry is for."""
        event.stop()
        choose = self._entries[event.option_index].choose
        if choose is not None:
            choose()

    def turn(self, by: int) -> None:
        """Show the next tab (1) or the one before (-1)."""
        self.open(self.tabs[(self.tabs.index(self.chosen) + by) % len(self.tabs)])

    def move(self, by: int) -> None:
        """Go to the next entry (1) or the one before (-1)."""
        options = self.query_one(OptionList)
        if by > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    def take(self) -> None:
        """Take the entry's text, where it has one to be taken."""
        at = self.query_one(OptionList).highlighted
        take = self._entries[at].take if at is not None else None
        if take is not None:
            take()

    def leave(self) -> None:
        """Give the keys back to the grid."""
        self.screen.query_one("#grid").focus()
