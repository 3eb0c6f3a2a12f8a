"""The dialog that chooses which versions stand beside the pivot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.strip import Strip
from textual.widgets import OptionList, SelectionList
from textual.widgets._toggle_button import ToggleButton
from textual.widgets.selection_list import Selection

from workbench.languages.knowledge import knowledge
from workbench.tui.actions.action import Where
from workbench.tui.actions.keys import without
from workbench.tui.actions.listing import GROUP
from workbench.tui.actions.table import dialog_bindings
from workbench.tui.dialogs.dialog import Dialog
from workbench.tui.grid.cells import visible


class _Versions(SelectionList[str], inherit_bindings=False):
    """Textual's list has a cross at every version, and says by colour alone which are chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [*without("enter", OptionList.BINDINGS), *SelectionList.BINDINGS]

    def render_line(self, y: int) -> Strip:
        """Return a line, with a cross where its version is chosen."""
        strip = super().render_line(y)
        at = strip.text.find(ToggleButton.BUTTON_INNER)
        line = self.scroll_offset.y + y
        if not 0 <= line < self.option_count or self.get_option_at_index(line).value in self.selected or at < 0:
            return strip
        box = strip.crop(at, at + 1)
        blank = Strip([Segment(" ", segment.style, segment.control) for segment in box])
        return Strip.join([strip.crop(0, at), blank, strip.crop(at + 1)])


class VersionsDialog(Dialog[tuple[str, ...]]):
    """A list of versions; gives the chosen tags."""

    BINDINGS: ClassVar[list[BindingType]] = [*dialog_bindings(GROUP)]
    places = (Where.DIALOG, Where.LIST)

    def __init__(self, tags: Sequence[str], chosen: Sequence[str]) -> None:
        super().__init__()
        self._tags = tags
        self._chosen = chosen

    def compose(self) -> ComposeResult:
        """One list."""
        choices = [
            Selection(visible(f"{tag}  {knowledge(tag).autonym}"), tag, tag in self._chosen) for tag in self._tags
        ]
        versions = _Versions(*choices, id="versions")
        versions.border_title = "Versions"
        versions.border_subtitle = f"Space · {self.key('list_all')} all · {self.ways_out()}"
        yield versions

    def take(self) -> None:
        """Hand over what is chosen."""
        self.dismiss(tuple(self.query_one(_Versions).selected))

    def move(self, by: int) -> None:
        """Go one down or up."""
        versions = self.query_one(_Versions)
        if by > 0:
            versions.action_cursor_down()
        else:
            versions.action_cursor_up()

    def choose_all(self) -> None:
        """Choose all, or none where all are chosen."""
        versions = self.query_one(_Versions)
        if len(versions.selected) == len(self._tags):
            versions.deselect_all()
        else:
            versions.select_all()
