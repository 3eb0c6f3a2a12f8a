"""The peer: the same document in Textual's own DataTable, one line a row (it knows no rows of several lines by need)."""

from __future__ import annotations

import sys
from pathlib import Path

from textual.app import App, ComposeResult
from textual.widgets import DataTable

from workbench.model.row import Rows
from workbench.workspace.folder import Workspace


class Peer(App[None]):
    """All versions as columns."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._document = Workspace(folder).load("long").document

    def compose(self) -> ComposeResult:
        """One table."""
        yield DataTable()

    def on_mount(self) -> None:
        """Fill it."""
        document, table = self._document, self.query_one(DataTable)
        for tag in document.versions:
            table.add_column(tag, width=30)
        texts = {tag: version.segments() for tag, version in document.versions.items()}
        for row in Rows(document):
            table.add_row(
                *(" ".join(texts[tag][at] for at in row.segments(tag, document.pivot)) for tag in document.versions)
            )


if __name__ == "__main__":
    Peer(Path(sys.argv[1])).run()
