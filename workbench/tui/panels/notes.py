"""The tab Notes: what people wrote on the beads of the row."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text

from workbench.tui.grid.cells import visible
from workbench.tui.noting import ask_note
from workbench.tui.panels.tab import Entry, Tab
from workbench.tui.view import View

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


class Notes(Tab):
    """The notes of the row; Enter changes one."""

    title: ClassVar[str] = "Notes"
    order: ClassVar[int] = 60

    def key(self, app: WorkbenchApp) -> Hashable:
        """The notes, and the beads that they stand on."""
        return (app.view.cursor.row, tuple(_notes(app.view)))

    def entries(self, app: WorkbenchApp) -> Sequence[Entry]:
        """An entry a note, and one to write the first."""
        found = [
            Entry(Text.assemble((f"{tag}\n", "bold"), visible(words)), partial(ask_note, app, tag, index))
            for tag, index, words in _notes(app.view)
            if words
        ]
        return found or (Entry(Text("No note in this row: ; writes one on the bead at the cursor.")),)


def _notes(view: View) -> list[tuple[str, int, str]]:
    if not view.table.rows:
        return []
    cells = view.table.rows[view.cursor.row].cells
    return [(tag, span.index, view.table.bead(tag, span).note) for tag in view.chosen for span in cells[tag].spans]
