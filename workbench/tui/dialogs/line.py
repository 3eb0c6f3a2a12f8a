"""A line to type into."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.widgets import Input

from workbench.tui.actions.keys import twins_of, without
from workbench.tui.pasting import one_line

_MOST = 10_000  # characters that may be pasted at once: more is nothing that one asks for


class Line(Input, inherit_bindings=False):
    """Textual's line. Its keys work on Cyrillic keyboards by their places too, Enter is the dialog's; what is pasted becomes
    one line.
    """

    BINDINGS: ClassVar[list[BindingType]] = [*without("enter", Input.BINDINGS), *twins_of(Input.BINDINGS)]

    def _on_paste(self, event: events.Paste) -> None:
        # Textual calls the line's own handler after this one.
        event.stop()
        if len(event.text) > _MOST:
            event.prevent_default()
            self.notify(
                f"Not pasted: {len(event.text):,} characters are no line — copy a few words",
                severity="warning",
                markup=False,
            )
            return
        event.text = one_line(event.text)
