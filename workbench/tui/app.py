"""The application: puts the parts on the screen, hands keys to actions, and shows what they changed."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import ClassVar, TypeVar

from textual import events
from textual.app import App, ComposeResult, SystemCommand
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.driver import Driver
from textual.filter import LineFilter
from textual.message import Message
from textual.notifications import SeverityLevel
from textual.screen import Screen
from textual.widgets import Static

from workbench.editing.beads import move_segment
from workbench.editing.journal import Journal
from workbench.editing.recovery import Recovery
from workbench.editing.session import Session
from workbench.memory.hit import Hit
from workbench.model.errors import WorkbenchError
from workbench.model.operations import Operation
from workbench.tui import two_colours
from workbench.tui.actions.action import Where
from workbench.tui.actions.keymap import keymap
from workbench.tui.actions.table import actions, bindings, groups, shown_key
from workbench.tui.collecting import REST, Collector
from workbench.tui.edit_box import EditBox
from workbench.tui.editor_screen import EditorScreen
from workbench.tui.fitting import TOO_SMALL, Fitting
from workbench.tui.grid.grid import Grid
from workbench.tui.grid.header import Header, Heads
from workbench.tui.keys_line import KeysLine
from workbench.tui.panels.panel import Panel
from workbench.tui.services import Services
from workbench.tui.settling import Settling
from workbench.tui.status import Status
from workbench.tui.steady_screen import Palette
from workbench.tui.themes import OWN
from workbench.tui.view import View
from workbench.tui.work.adding import Adding
from workbench.tui.work.cell_editing import CellEditing
from workbench.tui.work.checking import Checking
from workbench.tui.work.merging import Merging
from workbench.tui.work.paces import Paces
from workbench.tui.work.realigning import Realigning
from workbench.tui.work.recovering import Recovering
from workbench.tui.work.saving import Left, Saving

T = TypeVar("T")

_TWO_COLOURS = two_colours.TwoColours()


class WorkbenchApp(App[Left]):
    """The editor of one document.

    The exit value says how it was left; None when it was killed.
    """

    CSS_PATH = "workbench.tcss"
    TITLE = "Workbench"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings())
    ENABLE_COMMAND_PALETTE = True

    class Finished(Message):
        """Something that was computed in the background is there, to be taken over."""

        def __init__(self, take: Callable[[], None]) -> None:
            super().__init__()
            self.take = take

    def __init__(self, session: Session, services: Services) -> None:
        super().__init__()
        self.view = View(session)
        self.view.looking = bool(services.looking)
        self.services = services
        self.cell = CellEditing(self)
        self.paces = Paces()
        self.checking = Checking(self, services.find)
        self.realigning = Realigning(self, services.realign)
        self.saving = Saving(self)
        self.merging = Merging(self)
        self.adding = Adding(self)
        self._collector = Collector()
        self._recovering: Recovering | None = None
        self.settling = Settling(self)
        self.fitting = Fitting(self)

    def recover_from(self, journal: Journal, recovery: Recovery) -> None:
        """Do again, when the editor opens, what a journal holds that a crash left behind; ask where not all of it fits."""
        self._recovering = Recovering(journal, recovery)

    # --- the screen

    def get_driver_class(self) -> type[Driver]:
        """Return Textual's driver, on a terminal one that takes what is pasted whole."""
        found = super().get_driver_class()
        if sys.platform == "win32":
            return found
        from textual.drivers.linux_driver import LinuxDriver

        from workbench.tui.driver import TerminalDriver

        return TerminalDriver if found is LinuxDriver else found

    def get_default_screen(self) -> EditorScreen:
        """Return the screen of the editor."""
        return EditorScreen(id="_default")

    def compose(self) -> ComposeResult:
        """Header, heads, grid and panel, status, keys."""
        yield Header(self.view)
        yield Heads(self.view)
        with Container(id="body"):
            yield Grid(self.view)
            yield Panel()
        yield Status(self.view)
        yield KeysLine()
        yield self.cell.hold(EditBox())
        yield Static(Content(TOO_SMALL), id="too-small")

    @property
    def grid(self) -> Grid:
        """The grid."""
        return self.screen_stack[0].query_one(Grid)

    @property
    def panel(self) -> Panel:
        """The panel beside the grid."""
        return self.screen_stack[0].query_one(Panel)

    def on_mount(self) -> None:
        """Show the document."""
        for theme in OWN:
            self.register_theme(theme)
        if self.no_color:
            self.register_theme(two_colours.THEME)
            self.theme = two_colours.THEME.name
        elif self.services.theme:
            self.theme = self.services.theme
        self.set_keymap(keymap(self.services.keys))
        self.watch(self.grid, "columns", self.show_state, init=False)
        self.watch(self.grid, "top", self.screen_stack[0].query_one(Heads).show_top)
        self.fitting.fit()
        self.grid.focus()
        if self.services.looking:
            self.notify(f"This is {self.services.looking}", severity="warning", markup=False, timeout=15)
        elif self._recovering is not None:
            self._recovering.start(self)
        self.call_after_refresh(self._check_first)
        self.set_interval(REST, self._collector.look)

    def _check_first(self) -> None:
        self.checking.start()
        self.paces.give_way()  # to the first paint

    def on_unmount(self) -> None:
        """Let nothing that is at work keep one who leaves."""
        self.paces.end()

    # --- what actions call

    def show_state(self) -> None:
        """Show what the view holds, in all lines around the grid."""
        screen = self.screen_stack[0]
        columns = self.grid.columns
        screen.query_one(Header).show(tuple(column.tag for column in columns))
        screen.query_one(Heads).show(columns)
        screen.query_one(Status).show(checking=self.checking.at_work)
        self.panel.show_soon()

    def show_cursor(self) -> None:
        """Show the cursor where it is now, and what is said about its row."""
        self.grid.show_cursor()
        self.show_state()

    def changed(self, rows: Iterable[int]) -> None:
        """Show rows whose text, beads or status changed, and check anew."""
        self.checking.start_soon()
        self.grid.forget(tuple(rows))
        self.show_cursor()
        self.realigning.follow()
        self.merging.follow()

    def reshaped(self) -> None:
        """Show the document after its rows changed, and check anew."""
        self.grid.refit()
        self.changed((self.view.cursor.row,))

    def took_recovery(self) -> None:
        """Show the document after steps that the view did not see."""
        self.view.rebuild()
        self.reshaped()

    def take(self, what: str, operation: Callable[[], Operation]) -> bool:
        """Do the operation that is asked for, and show what changed; say `what` was refused where it is."""
        shape = self.view.table.rows
        if not self.attempt(what, lambda: self.view.take(operation())):
            return False
        if self.view.table.rows is not shape:
            self.reshaped()
        else:
            self.changed((self.view.cursor.row,))
        return True

    def take_step(self, what: str, going: Callable[[], Operation | None]) -> None:
        """Undo or redo by `going`, and show what changed; `what` names it where there is nothing to do."""
        shape = self.view.table.rows
        try:
            operation = going()
        except WorkbenchError as error:
            self.complain(f"Cannot {what}: {error}")
            return
        if operation is None:
            self.say(f"Nothing to {what}")
        elif self.view.table.rows is not shape:
            self.reshaped()
        else:
            self.changed((self.view.cursor.row,))

    def attempt(self, what: str, doing: Callable[[], T]) -> T | None:
        """Do something that may be refused; say so where it is, and return None."""
        try:
            return doing()
        except WorkbenchError as error:
            self.complain(f"{what}: {error}")
            return None

    def go_to_hit(self, hit: Hit) -> None:
        """Go to a row that was found; in another document, open that first. A unit of a file is nowhere to go to."""
        if not hit.document:
            taking = shown_key("panel_take", self.services.keys)
            self.warn(f"This was imported from a file: {taking} takes its text into the cell")
        elif hit.document == self.view.session.document.name:
            self.view.go_to_row(hit.row)
            self.show_cursor()
            self.grid.focus()
        else:
            self.saving.leave(then=hit.document)

    def say(self, text: str) -> None:
        """Tell something that went well."""
        self._tell(text, "information", 3)

    def warn(self, text: str) -> None:
        """Tell why something is not to be had."""
        self._tell(text, "warning", 5)

    def _tell(self, text: str, severity: SeverityLevel, timeout: float) -> None:
        # A key that is pressed again and again must not cover the grid with what it has to say.
        if not any(note.message == text for note in self._notifications):
            self.notify(text, severity=severity, markup=False, timeout=timeout)

    def complain(self, text: str) -> None:
        """Tell what went wrong."""
        self.notify(text, severity="error", markup=False, timeout=15)

    def in_background(self, name: str, compute: Callable[[], T], take: Callable[[T], None]) -> None:
        """Compute something in a thread, then let `take` take it over where the keys are handled."""

        def run() -> None:
            self.post_message(self.Finished(partial(take, compute())))

        # Not the `work` decorator: it writes its arguments down, and a document is long.
        self.run_worker(run, name=name, group=name, description=name, thread=True, exit_on_error=False)

    # --- messages

    async def on_event(self, event: events.Event) -> None:
        """Let what works in the background give way to keys, mouse and another size."""
        if isinstance(event, (events.InputEvent, events.Resize)):
            self.paces.give_way()
            self._collector.give_way()
        await super().on_event(event)

    def on_workbench_app_finished(self, message: Finished) -> None:
        """Take over what was computed, unless the editor is being left."""
        if self.is_running:
            message.take()

    def on_edit_box_committed(self, message: EditBox.Committed) -> None:
        """Keep the text; the box stays open when it is refused."""
        if message.then:
            self.cell.keep_and_go(message.text, message.then)
        else:
            self.cell.keep(message.text)

    def on_edit_box_split(self, message: EditBox.Split) -> None:
        """Keep the text as two segments."""
        self.cell.split(message.text, message.at)

    def on_edit_box_refused(self, message: EditBox.Refused) -> None:
        """Tell why nothing was pasted."""
        self.warn(f"Not pasted: {message.size:,} characters are no segment — copy one sentence")

    def on_edit_box_cancelled(self, _: EditBox.Cancelled) -> None:
        """Leave the text as it was."""
        self.cell.leave()

    def on_grid_moved(self, _: Grid.Moved) -> None:
        """The mouse moved the cursor."""
        self.show_state()

    def on_grid_opened(self, _: Grid.Opened) -> None:
        """The mouse opened a cell."""
        self.show_state()
        self.cell.open()

    def on_grid_dragged(self, message: Grid.Dragged) -> None:
        """The mouse moved a segment over the edge of its bead."""
        document = self.view.session.document
        if self.take("Not moved", lambda: move_segment(document, message.tag, message.segment, message.by)):
            self.say(f"{message.tag}: moved to the bead {'below' if message.by > 0 else 'above'}")

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what all lines go through on their way to the terminal."""
        return (_TWO_COLOURS,) if self.no_color else super().get_line_filters()

    def watch_theme(self, _: str) -> None:
        """The panel's colours are in its text."""
        if self.is_running:
            self.call_after_refresh(self.show_state)

    # --- keys

    async def action_do(self, name: str) -> None:
        """Do the action of that id."""
        waiting = actions()[name].run(self)
        if waiting is not None:
            await waiting

    async def action_do_here(self, name: str) -> None:
        """Do the action of that id in a cell that is edited, or in a dialog: who has the keys asks for it."""
        await self.action_do(name)

    async def action_quit(self) -> None:
        """Leave: what Textual's own ways out come to."""
        await self.action_do("quit")

    def action_command_palette(self) -> None:
        """Open the palette; what a dialog asks is to be answered first."""
        if not self.screen.is_modal:
            self.push_screen(Palette(id="--command-palette"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """While a cell is edited, its keys are the text's, and in a dialog they are the dialog's; where the terminal is too
        small, one can only leave.
        """
        known = actions().get(str(parameters[0])) if action == "do" and parameters else None
        if known is None:
            return True
        if self.screen_stack and self.screen.is_modal:
            return False
        if self.screen_stack and self.screen_stack[0].has_class("-small"):
            return known.name == "quit"
        return known.while_editing or self.cell.box is None

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Put all actions into the palette, before what Textual offers."""
        places = {Where.CELL} if self.cell.box is not None else {Where.GRID}
        if screen.focused is not None and self.panel in screen.focused.ancestors:
            places.add(Where.PANEL)
        for group in groups():
            for action in group.actions:
                if action.while_editing or group.where in places:
                    yield SystemCommand(action.label.capitalize(), action.help, partial(self.action_do, action.name))
        for command in super().get_system_commands(screen):
            if command.title == "Screenshot" or (command.title == "Theme" and not self.no_color):
                yield command
