"""The dialog that chooses which versions stand beside the pivot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.segment import Segment
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.strip import Strip
from textual.widgets import SelectionList
from textual.widgets._toggle_button import ToggleButton
from textual.widgets.selection_list import Selection

from workbench.languages.knowledge import knowledge
from workbench.tui.grid.cells import visible
from workbench.tui.steady_screen import SteadyScreen


class _Versions(SelectionList[str]):
    """Textual's list has a cross at every version, and says by colour alone which are chosen."""

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


class VersionsDialog(ModalScreen[tuple[str, ...] | None], SteadyScreen[tuple[str, ...] | None]):
    """A list of versions; gives the chosen tags, or None when nothing is to change."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "done", "show these", priority=True),
        Binding("escape,v,м", "leave", "cancel"),
        Binding("a,ф", "all", "all"),
    ]

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
        versions.border_subtitle = "Space · a all · Enter · Esc"
        yield versions

    def action_done(self) -> None:
        """Hand over what is chosen."""
        self.dismiss(tuple(self.query_one("#versions", SelectionList).selected))

    def action_leave(self) -> None:
        """Change nothing."""
        self.dismiss(None)

    def action_all(self) -> None:
        """Choose all, or none where all are chosen."""
        versions = self.query_one("#versions", SelectionList)
        if len(versions.selected) == len(self._tags):
            versions.deselect_all()
        else:
            versions.select_all()
