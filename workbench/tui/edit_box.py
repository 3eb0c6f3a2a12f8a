"""The edit box: a TextArea over the cell, for one segment. No line breaks, no controls; it moves and deletes by grapheme."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from rich.cells import split_graphemes
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widgets import TextArea
from textual.widgets.text_area import Location

from workbench.tui.actions.keys import twins_of
from workbench.tui.actions.table import cell_bindings
from workbench.tui.pasting import one_line

_AROUND_TEXT = 3  # cells of the box beside its text: two of the border, one for the cursor behind the text
_HIGHEST = 3  # lines of a box that nothing was written into
# A segment is one line, however often it is wrapped: what goes to the ends of a line elsewhere goes to those of the segment.
_TO_THE_ENDS = (
    Binding("ctrl+a,ctrl+home", "to_end(-1)", show=False),
    Binding("ctrl+e,ctrl+end", "to_end(1)", show=False),
    Binding("ctrl+shift+home", "to_end(-1, True)", show=False),
    Binding("ctrl+shift+end", "to_end(1, True)", show=False),
)
MOST = 100_000  # characters that may be pasted at once: more is no segment, but a whole file by mistake


class EditBox(TextArea):
    """Edits one segment. Enter or F2 hands the text over, Escape does not."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *cell_bindings(),
        *_TO_THE_ENDS,
        *twins_of((*_TO_THE_ENDS, *TextArea.BINDINGS)),
    ]

    class Committed(Message):
        """The text is done."""

        def __init__(self, text: str, then: int = 0) -> None:
            """`then`: 1 goes on to edit the next cell of the version, -1 the one before."""
            super().__init__()
            self.text = text
            self.then = then

    class Split(Message):
        """The text is done, and is two segments: cut before code point `at`."""

        def __init__(self, text: str, at: int) -> None:
            super().__init__()
            self.text = text
            self.at = at

    class Refused(Message):
        """What was pasted is too long."""

        def __init__(self, size: int) -> None:
            super().__init__()
            self.size = size

    class Cancelled(Message):
        """The text stays as it was."""

    def __init__(self) -> None:
        super().__init__(soft_wrap=True, show_line_numbers=False, tab_behavior="focus", id="edit-box", compact=True)
        # One box, which waits above the screen while no cell is edited. To make one anew, or to hide it, would have Textual
        # lay out and paint the whole screen: many times what a keystroke may cost.
        self.is_open = self.can_focus = False
        self._cell = Region()
        self._space = Size()

    def open(self, text: str, title: str, cell: Region, screen: Size) -> None:
        """Stand over a cell of the screen with its text, the cursor at its beginning, and take the keys."""
        self._cell, self._space = cell, screen
        self.border_title = title
        self.load_text(text)  # forgets what was typed before
        self.move_cursor((0, 0))
        self.is_open = self.can_focus = True
        self.wrapped_document.wrap(self._width() - _AROUND_TEXT, tab_width=self.indent_width)
        self._place()
        self.focus(scroll_visible=False)

    def close(self) -> None:
        """Be gone."""
        self.is_open = self.can_focus = False
        self._wait_above()

    def on_mount(self) -> None:
        """Wait to be opened."""
        self._wait_above()

    def on_resize(self, _: events.Resize) -> None:
        """Wrapping changed: so did the height."""
        if self.is_open:
            self.call_after_refresh(self._place)

    def on_text_area_changed(self, _: TextArea.Changed) -> None:
        """Grow with the text."""
        if self.is_open:
            self._place()

    def _wait_above(self) -> None:
        self.styles.offset = (0, -self._space.height - _HIGHEST)

    def _width(self) -> int:
        return min(self._cell.width + 3, self._space.width)

    def _place(self) -> None:
        if not self.is_open:
            return
        width = self._width()
        lines = max(self.wrapped_document.height, self._cell.height)
        height = min(lines + 2, self._space.height)
        left = max(0, min(self._cell.x - 1, self._space.width - width))
        top = max(0, min(self._cell.y - 1, self._space.height - height))
        self.styles.width, self.styles.height = width, height
        self.styles.offset = (left, top)

    def render_line(self, y: int) -> Strip:
        """Return one line of the box; a blank one where Textual asks for it before the box has its styles."""
        try:
            return super().render_line(y)
        except KeyError:
            return Strip.blank(self.size.width)

    def action_to_end(self, by: int, select: bool = False) -> None:
        """Go to the beginning of the text (-1), or to its end (1)."""
        self.move_cursor(self.document.end if by > 0 else (0, 0), select=select)

    # --- by grapheme

    def get_cursor_left_location(self) -> Location:
        """Return where the cursor goes to the left: over one grapheme."""
        row, column = self.cursor_location
        return (row, self._edge(row, column, -1)) if column else super().get_cursor_left_location()

    def get_cursor_right_location(self) -> Location:
        """Return where the cursor goes to the right: over one grapheme."""
        row, column = self.cursor_location
        end = len(self.document.get_line(row))
        return (row, self._edge(row, column, 1)) if column < end else super().get_cursor_right_location()

    def _edge(self, row: int, column: int, by: int) -> int:
        """Return the edge of a grapheme next to a column: the nearest before (-1) or behind it (1)."""
        line = self.document.get_line(row)
        ends = [0, *(end for _, end, _ in split_graphemes(line)[0]), len(line)]
        return max(end for end in ends if end < column) if by < 0 else min(end for end in ends if end > column)

    # --- what comes from outside

    async def _on_paste(self, event: events.Paste) -> None:
        # Textual calls the TextArea's own handler after this one.
        event.stop()
        if self._is_too_long(event.text):
            event.prevent_default()
            return
        event.text = one_line(event.text)

    def action_paste(self) -> None:
        """Paste what was copied in the editor, as one line."""
        text = self.app.clipboard
        if not self._is_too_long(text):
            result = self._replace_via_keyboard(one_line(text), *self.selection)
            if result is not None:
                self.move_cursor(result.end_location)

    def _is_too_long(self, text: str) -> bool:
        if len(text) > MOST:
            self.post_message(self.Refused(len(text)))
            return True
        return False

    # --- leaving

    # A terminal may hand over several keys at once, and these come before the letters that are still on their way here.

    def after_typing(self, doing: Callable[[], object]) -> None:
        """Do something in the application once all that was typed before is in the text."""
        self.call_later(self.app.call_later, doing)

    def action_commit(self) -> None:
        """Hand the text over."""
        self.after_typing(lambda: self.post_message(self.Committed(one_line(self.text))))

    def action_commit_next(self, by: int) -> None:
        """Hand the text over, and go on to the next cell (1) or the one before (-1)."""
        self.after_typing(lambda: self.post_message(self.Committed(one_line(self.text), by)))

    def action_split(self) -> None:
        """Hand the text over as two segments, cut at the cursor."""
        self.after_typing(self._hand_over_split)

    def _hand_over_split(self) -> None:
        row, column = self.cursor_location
        before = "\n".join([*self.text.split("\n")[:row], self.document.get_line(row)[:column]])
        self.post_message(self.Split(one_line(self.text), len(one_line(before))))

    def action_cancel(self) -> None:
        """Leave the text as it was."""
        self.post_message(self.Cancelled())
