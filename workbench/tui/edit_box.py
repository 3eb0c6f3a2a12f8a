"""The edit box: a TextArea over the cell, for one segment. No line breaks, no controls."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.widgets import TextArea

from workbench.model.text import forbidden_control


def one_line(text: str) -> str:
    """Return text from outside (a clipboard) as it may stand in a segment: line breaks are spaces, controls are left
    out.
    """
    joined = (
        " ".join(text.split("\n"))
        if "\r" not in text
        else " ".join(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    )
    return "".join(character for character in joined.replace("\t", " ") if forbidden_control(character) is None)


class EditBox(TextArea):
    """Edits one segment. Enter or F2 hands the text over, Escape does not."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,f2", "commit", "keep", priority=True, key_display="Enter"),
        Binding("escape", "cancel", "cancel", priority=True, key_display="Esc"),
        Binding("ctrl+я", "undo", show=False),
        Binding("ctrl+н", "redo", show=False),
    ]

    class Committed(Message):
        """The text is done."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    class Cancelled(Message):
        """The text stays as it was."""

    def __init__(self, text: str, title: str, cell: Region, screen: Size) -> None:
        super().__init__(
            text, soft_wrap=True, show_line_numbers=False, tab_behavior="focus", id="edit-box", compact=True
        )
        self.border_title = title
        self.border_subtitle = "Enter keep · Esc cancel"
        self._cell = cell
        self._space = screen

    def on_mount(self) -> None:
        """Stand over the cell, with the cursor at the text's beginning."""
        self.move_cursor((0, 0))
        self._place()

    def on_resize(self, _: events.Resize) -> None:
        """Wrapping changed: so did the height."""
        self.call_after_refresh(self._place)

    def on_text_area_changed(self, _: TextArea.Changed) -> None:
        """Grow with the text."""
        self._place()

    def _place(self) -> None:
        width = min(self._cell.width + 3, self._space.width)
        lines = max(self.wrapped_document.height, self._cell.height)
        height = min(lines + 2, self._space.height)
        left = max(0, min(self._cell.x - 1, self._space.width - width))
        top = max(0, min(self._cell.y - 1, self._space.height - height))
        self.styles.width, self.styles.height = width, height
        self.styles.offset = (left, top)

    async def _on_paste(self, event: events.Paste) -> None:
        # Textual calls the TextArea's own handler after this one.
        event.text = one_line(event.text)
        event.stop()

    def action_commit(self) -> None:
        """Hand the text over."""
        self.post_message(self.Committed(one_line(self.text)))

    def action_cancel(self) -> None:
        """Leave the text as it was."""
        self.post_message(self.Cancelled())
