"""The application: puts the parts on the screen, and lets keys change the view."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import ClassVar, TypeVar

from textual import events
from textual.app import App, ComposeResult, SystemCommand
from textual.binding import BindingType
from textual.containers import Container
from textual.content import Content
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer, Static

from workbench.editing.journal import Journal
from workbench.editing.recovery import Recovery
from workbench.editing.session import Session
from workbench.model.errors import ConflictError, WorkbenchError
from workbench.model.operations import Operation
from workbench.tui.actions import ACTIONS, action_of, bindings
from workbench.tui.checking import Checked, Find, check
from workbench.tui.columns import MARGIN, NARROWEST
from workbench.tui.edit_box import EditBox
from workbench.tui.findings import locate
from workbench.tui.grid import Grid
from workbench.tui.header import Header, Heads
from workbench.tui.help_dialog import HelpDialog
from workbench.tui.panel import Panel
from workbench.tui.question_dialog import Answer, QuestionDialog
from workbench.tui.realigning import Realign, Realigned, changes, realigned
from workbench.tui.recovering import Recovering
from workbench.tui.status import Status
from workbench.tui.versions_dialog import VersionsDialog
from workbench.tui.view import View

T = TypeVar("T")

WIDE = 120  # cells from which the panel stands at the right, and is open from the start
SMALLEST = (MARGIN + NARROWEST, 8)

UNSAVED = (Answer("save", "s", "ы", "save and leave"), Answer("discard", "d", "в", "leave without saving"))

CHANGED = (Answer("read", "r", "к", "read the files again, and put what I did on top"),)
READ_AGAIN = -1


class WorkbenchApp(App[int]):
    """The editor of one document. `find` computes the findings of a document, `realign` what aligning it anew would
    change; both run in threads.

    The exit value is 0, READ_AGAIN when the files are to be read anew under the journal, or None when the editor was killed.
    """

    CSS_PATH = "workbench.tcss"
    TITLE = "Workbench"
    BINDINGS: ClassVar[list[BindingType]] = list(bindings())
    ENABLE_COMMAND_PALETTE = True

    class FindingsReady(Message):
        """The checks are done with a document."""

        def __init__(self, checked: Checked) -> None:
            super().__init__()
            self.checked = checked

    class RealignedReady(Message):
        """The aligner is done with a document."""

        def __init__(self, result: Realigned) -> None:
            super().__init__()
            self.result = result

    def __init__(self, session: Session, find: Find, realign: Realign) -> None:
        super().__init__()
        self.view = View(session)
        self._find = find
        self._realign = realign
        self._realigning = False
        self._recovering: Recovering | None = None
        self._checking = False
        self._panel_wanted: bool | None = None

    def recover_from(self, journal: Journal, recovery: Recovery) -> None:
        """Do again, when the editor opens, what a journal holds that a crash left behind; ask where not all of it
        fits.
        """
        self._recovering = Recovering(journal, recovery)

    def took_recovery(self) -> None:
        """Show the document after a recovery."""
        self.view.rebuild()
        self.grid.refit()
        self._show_state()
        self._check()

    # --- the screen

    def compose(self) -> ComposeResult:
        """Header, heads, grid and panel, status, footer."""
        yield Header(self.view)
        yield Heads(self.view)
        with Container(id="body"):
            yield Grid(self.view)
            yield Panel(self.view)
        yield Status(self.view)
        yield Footer(show_command_palette=False, compact=True)
        yield Static(Content("Too small for the editor: 36 x 8 cells at least."), id="too-small")

    @property
    def grid(self) -> Grid:
        """The grid."""
        return self.screen_stack[0].query_one(Grid)

    def on_mount(self) -> None:
        """Show the document, and let the checks begin."""
        self.watch(self.grid, "columns", self._show_state, init=False)
        self._fit(self.size.width, self.size.height)
        self.grid.focus()
        if self._recovering is not None:
            self._recovering.start(self)
        self.call_after_refresh(self._check)

    def on_resize(self, event: events.Resize) -> None:
        """Put the panel where there is room."""
        self._fit(event.size.width, event.size.height)

    def _fit(self, width: int, height: int) -> None:
        screen = self.screen_stack[0]
        screen.set_class(width < WIDE, "-narrow")
        screen.set_class(width < SMALLEST[0] or height < SMALLEST[1], "-small")
        wanted = self._panel_wanted if self._panel_wanted is not None else width >= WIDE
        screen.query_one(Panel).set_class(not wanted, "-hidden")
        if self._editing():
            # The cell moved from under the box; what was typed is kept, as Enter would keep it.
            self.call_after_refresh(screen.query_one(EditBox).action_commit)

    def _show_state(self) -> None:
        """Show what the view holds, in all lines around the grid."""
        screen = self.screen_stack[0]
        columns = self.grid.columns
        screen.query_one(Header).show(tuple(column.tag for column in columns))
        screen.query_one(Heads).show(columns)
        screen.query_one(Status).show(checking=self._checking)
        screen.query_one(Panel).show()

    def _show_cursor(self) -> None:
        self.grid.show_cursor()
        self._show_state()

    # --- the checks

    def _check(self) -> None:
        if self._checking:
            return
        self._checking = True
        document = self.view.session.document

        def run() -> None:
            self.post_message(self.FindingsReady(check(document, self._find)))

        # Not the `work` decorator: it writes its arguments down, and a document is long.
        self.run_worker(run, name="checks", group="checks", description="checks", thread=True, exit_on_error=False)

    def on_workbench_app_findings_ready(self, message: FindingsReady) -> None:
        """Take over what was found; check again when the document changed meanwhile."""
        self._checking = False
        checked = message.checked
        if checked.document is not self.view.session.document:
            self._check()
            return
        if checked.problem:
            self.notify(checked.problem, severity="error", markup=False, timeout=10)
        else:
            self.view.take_findings(locate(checked.findings, checked.segments, self.view.table), checked.places)
        self.grid.repaint()
        self._show_state()

    # --- changes

    def _changed(self, rows: Iterable[int]) -> None:
        self.grid.forget(tuple(rows))
        self._show_cursor()
        self._check()

    def _try(self, what: str, doing: Callable[[], T]) -> T | None:
        """Do something that may be refused; say so where it is, and return None."""
        try:
            return doing()
        except WorkbenchError as error:
            self.notify(f"{what}: {error}", severity="error", markup=False, timeout=10)
            return None

    def _editing(self) -> bool:
        return bool(self.screen_stack and self.screen_stack[0].query("#edit-box"))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """While a cell is edited, its keys are the text's; where the terminal is too small, one can only leave."""
        known = action_of(action)
        if known is None:
            return True
        if self.screen_stack and self.screen_stack[0].has_class("-small"):
            return action == "quit"
        return known.while_editing or not self._editing()

    def action_edit(self) -> None:
        """Open the segment at the cursor."""
        view = self.view
        segment = view.segment()
        version = view.session.document.version(view.cursor.tag)
        if segment is None:
            self.notify(f"{view.cursor.tag} has no text in this row", severity="warning", markup=False)
            return
        if version.locked:
            self.notify(f"{version.tag} is locked: it is the official text", severity="warning", markup=False)
            return
        self.grid.show_cursor()
        held = view.table.segments(view.cursor.row, version.tag)
        which = f" · segment {held.index(segment) + 1} of {len(held)}" if len(held) > 1 else ""
        origin = self.grid.region.offset
        cell = self.grid.cell_region().translate(origin)
        box = EditBox(view.table.text(version.tag, segment), f"{version.tag}{which}", cell, self.size)
        self.screen_stack[0].mount(box)
        box.focus()
        self.refresh_bindings()

    def on_edit_box_committed(self, message: EditBox.Committed) -> None:
        """Keep the text; the box stays open when it is refused."""
        self._commit(message.text)

    def _commit(self, text: str) -> bool:
        row = self.view.cursor.row
        changed = self._try("Not kept", partial(self.view.edit, text))
        if changed is None:
            return False
        self._close_box()
        if changed:
            self._changed((row,))
        return True

    def on_edit_box_cancelled(self, _: EditBox.Cancelled) -> None:
        """Leave the text as it was."""
        self._close_box()

    def _close_box(self) -> None:
        for box in self.screen_stack[0].query(EditBox):
            box.remove()
        self.grid.focus()
        self.call_after_refresh(self.refresh_bindings)

    def action_undo(self) -> None:
        """Undo the last step."""
        self._go_back("undo", self.view.undo)

    def action_redo(self) -> None:
        """Do again what was undone."""
        self._go_back("do again", self.view.redo)

    def _go_back(self, what: str, going: Callable[[], Operation | None]) -> None:
        shape = self.view.table.rows
        if self._try(f"Cannot {what}", going) is None:
            self.notify(f"Nothing to {what}", markup=False)
            return
        if self.view.table.rows is not shape:
            self.grid.refit()
        self._changed((self.view.cursor.row,))

    def action_confirm(self) -> None:
        """Confirm the bead at the cursor."""
        said = self._try("Not confirmed", self.view.confirm)
        if said is not None:
            self.notify(said, markup=False, timeout=3)
            self._changed((self.view.cursor.row,))

    def action_realign(self) -> None:
        """Align all versions anew, in a thread."""
        if self._realigning:
            return
        self._realigning = True
        document = self.view.session.document
        self.notify("Aligning anew around what is confirmed …", markup=False, timeout=3)

        def run() -> None:
            self.post_message(self.RealignedReady(realigned(document, self._realign)))

        self.run_worker(run, name="realign", group="realign", description="realign", thread=True, exit_on_error=False)

    def on_workbench_app_realigned_ready(self, message: RealignedReady) -> None:
        """Take over what changed, as one step; align again when the document changed meanwhile."""
        self._realigning = False
        result = message.result
        if result.problem:
            self.notify(f"Not aligned: {result.problem}", severity="error", markup=False, timeout=10)
        elif result.document is not self.view.session.document:
            self.action_realign()
        elif result.operation is None:
            self.notify("Nothing to align otherwise", markup=False, timeout=3)
        elif self._try("Not aligned", partial(self.view.take_alignment, result.operation)):
            self.notify(f"Beads aligned anew: {changes(result.operation)}", markup=False, timeout=5)
            self.grid.refit()
            self._changed((self.view.cursor.row,))

    def action_save(self) -> None:
        """Save; a cell that is open is kept first."""
        if self._editing() and not self._commit(self.screen_stack[0].query_one(EditBox).text):
            return
        self._save()

    def _save(self) -> bool:
        try:
            self.view.session.save()
        except ConflictError as error:
            self.push_screen(QuestionDialog(f"Not saved: {error}", CHANGED, "stay, save nothing"), self._read_again)
            return False
        except WorkbenchError as error:
            self.notify(f"Not saved: {error}", severity="error", markup=False, timeout=15)
            return False
        self.notify("Saved", markup=False, timeout=3)
        self._show_state()
        return True

    def _read_again(self, answer: str | None) -> None:
        # The journal stays: whoever opens the document again finds it, and puts on top of the files what still fits.
        if answer == "read":
            self.exit(READ_AGAIN)

    async def action_quit(self) -> None:
        """Leave; ask when something is not saved."""
        if not self.view.session.dirty:
            self.view.session.discard()
            self.exit(0)
            return
        self.push_screen(QuestionDialog("Something is not saved.", UNSAVED), self._leave)

    def _leave(self, answer: str | None) -> None:
        if answer == "save" and self._save():
            self.exit(0)
        elif answer == "discard":
            self.view.session.discard()
            self.exit(0)

    # --- moving

    def action_down(self) -> None:
        """One segment or row down."""
        if not self.grid.scroll_within_row(1):
            self.view.step(1)
            self._show_cursor()

    def action_up(self) -> None:
        """One segment or row up."""
        if not self.grid.scroll_within_row(-1):
            self.view.step(-1)
            self._show_cursor()

    def action_left(self) -> None:
        """The version to the left."""
        self.view.step_version(-1)
        self._show_cursor()

    def action_right(self) -> None:
        """The version to the right."""
        self.view.step_version(1)
        self._show_cursor()

    def action_page_down(self) -> None:
        """One screen down."""
        self.grid.page(1)
        self._show_state()

    def action_page_up(self) -> None:
        """One screen up."""
        self.grid.page(-1)
        self._show_state()

    def action_first_row(self) -> None:
        """The first row."""
        self.view.go_to_row(0)
        self._show_cursor()

    def action_last_row(self) -> None:
        """The last row."""
        self.view.go_to_row(len(self.view.table.rows) - 1)
        self._show_cursor()

    def action_next_finding(self) -> None:
        """The next finding."""
        self._to_finding(1)

    def action_previous_finding(self) -> None:
        """The previous finding."""
        self._to_finding(-1)

    def _to_finding(self, by: int) -> None:
        spot, round_the_end = self.view.next_finding(by)
        if spot is None:
            self.notify(
                "The checks are at work" if self._checking else "Nothing found in this document",
                markup=False,
                timeout=3,
            )
        elif round_the_end:
            self.notify("Round the end of the document", markup=False, timeout=3)
        self._show_cursor()

    def on_grid_moved(self, _: Grid.Moved) -> None:
        """The mouse moved the cursor."""
        self._show_state()

    def on_grid_opened(self, _: Grid.Opened) -> None:
        """The mouse opened a cell."""
        self._show_state()
        self.action_edit()

    # --- the rest of the screen

    def action_panel(self) -> None:
        """Show or hide the panel."""
        panel = self.screen_stack[0].query_one(Panel)
        self._panel_wanted = panel.has_class("-hidden")
        panel.set_class(not self._panel_wanted, "-hidden")
        panel.show()
        if not self._panel_wanted:
            self.grid.focus()

    def action_columns(self) -> None:
        """Choose which versions are shown."""
        self.push_screen(VersionsDialog(self.view.session.document.others(), self.view.chosen), self._take_choice)

    def _take_choice(self, tags: tuple[str, ...] | None) -> None:
        if tags is not None:
            self.view.choose(tags)
            self.grid.refit()
            self._show_state()

    def action_theme(self) -> None:
        """Change between light and dark."""
        self.theme = "textual-light" if self.current_theme.dark else "textual-dark"

    def watch_theme(self, _: str) -> None:
        """The panel's colours are in its text."""
        if self.is_running:
            self.call_after_refresh(self._show_state)

    def action_help(self) -> None:
        """Show the help."""
        self.push_screen(HelpDialog())

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Put all actions into the palette, before what Textual offers."""
        for action in ACTIONS:
            if action.group != "Moving":
                yield SystemCommand(action.label.capitalize(), action.help, partial(self.run_action, action.name))
        for command in super().get_system_commands(screen):
            if command.title in ("Theme", "Screenshot"):
                yield command
