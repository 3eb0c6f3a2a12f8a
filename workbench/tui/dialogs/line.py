"""A line to type into."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from textual.widgets import Input

from workbench.tui.actions.keys import twins_of


class Line(Input):
    """Textual's line, whose keys work on Cyrillic keyboards by their places too."""

    BINDINGS: ClassVar[list[BindingType]] = [*twins_of(Input.BINDINGS)]
