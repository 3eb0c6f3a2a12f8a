"""The tab Memory: rows of all documents that resemble the one at the cursor, with what differs."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text

from workbench.languages.knowledge import knowledge
from workbench.memory.concordance import Hit
from workbench.memory.resembling import Match, changes, resembling
from workbench.tui.grid.cells import visible
from workbench.tui.panels.tab import Entry, Tab

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


class Memory(Tab):
    """What was said like this before. The documents are read and compared in the background."""

    title: ClassVar[str] = "Memory"
    order: ClassVar[int] = 40

    def __init__(self) -> None:
        self._rows: tuple[Hit, ...] | None = None
        self._found: tuple[Hashable, list[Match]] | None = None
        self._asked: Hashable = None
        self._problem = ""

    def key(self, app: WorkbenchApp) -> Hashable:
        """The row, the version that its translations are shown of, and whether they are there."""
        return (self._query(app), app.view.cursor.tag, self._found and self._found[0], self._problem)

    def entries(self, app: WorkbenchApp) -> Sequence[Entry]:
        """An entry a row that resembles this one; Enter goes there."""
        query = self._query(app)
        if self._problem:
            return (Entry(Text(self._problem)),)
        if self._found is None or self._found[0] != query:
            self._ask(app, query)
            return (Entry(Text("Looking through all documents …")),)
        matches = self._found[1]
        if not matches:
            return (Entry(Text("No other row resembles this one.")),)
        return [Entry(_text(match, query[3], app), partial(app.go_to_hit, match.hit)) for match in matches]

    @staticmethod
    def _query(app: WorkbenchApp) -> tuple[str, int, str, str]:
        """Return document, row, pivot and the pivot's text of the cursor's row."""
        view = app.view
        segments = view.table.segments(view.cursor.row, view.pivot) if view.table.rows else ()
        text = knowledge(view.pivot).joiner.join(view.table.text(view.pivot, segment) for segment in segments)
        return view.session.document.name, view.cursor.row, view.pivot, text

    def _ask(self, app: WorkbenchApp, query: tuple[str, int, str, str]) -> None:
        if self._asked == query:
            return
        self._asked = query
        name, row, pivot, text = query

        def compute() -> list[Match] | str:
            try:
                if self._rows is None:
                    self._rows = tuple(app.services.rows())
                others = [hit for hit in self._rows if (hit.document, hit.row) != (name, row)]
                return resembling(text, pivot, others)
            except Exception as error:
                return f"The memory cannot be read: {error}"

        app.in_background("memory", compute, partial(self._take, app, query))

    def _take(self, app: WorkbenchApp, query: Hashable, found: list[Match] | str) -> None:
        self._asked = None
        if isinstance(found, str):
            self._problem = found
        else:
            self._found = query, found
        app.panel.refresh_tab()


def _text(match: Match, text: str, app: WorkbenchApp) -> Text:
    view = app.view
    result = Text()
    result.append(f"{match.hit.document} {match.hit.clause}", "bold")
    result.append(f"  chrF {match.chrf:.0f}, edit {match.similarity:.0f} %\n", "dim")
    styles = {"=": "", "-": "strike", "+": "underline bold"}
    for change in changes(text, match.hit.versions[view.pivot]):
        result.append(visible(change.text), styles[change.kind])
    tag = view.cursor.tag if view.cursor.tag != view.pivot else next(iter(view.chosen), "")
    if tag in match.hit.versions:
        result.append(f"\n{tag}: {visible(match.hit.versions[tag])}")
    return result
