"""The dialog that chooses which versions stand beside the pivot."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen
from textual.widgets import SelectionList
from textual.widgets.selection_list import Selection

from workbench.languages.knowledge import knowledge
from workbench.tui.grid.cells import visible


class VersionsDialog(ModalScreen[tuple[str, ...] | None]):
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
        versions = SelectionList[str](*choices, id="versions")
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
