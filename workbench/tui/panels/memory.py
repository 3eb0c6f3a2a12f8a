"""The tab Memory: what was said like this before, in documents and in imported files, with what differs; f takes it."""

from __future__ import annotations

import math
from collections.abc import Hashable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text

from workbench.languages.knowledge import knowledge
from workbench.memory.changes import changes
from workbench.memory.hit import wording_in
from workbench.model.errors import WorkbenchError
from workbench.tui.grid.cells import visible
from workbench.tui.panels.tab import Entry, Tab
from workbench.tui.work.recalling import origin_text, shown_tag, take_wording

if TYPE_CHECKING:
    from workbench.memory.ranking import Ranked
    from workbench.tui.app import WorkbenchApp


_MOST = 10  # entries
_COMPARED = 30  # of what resembles the row by its letters, as many are put in order by chrF


class Memory(Tab):
    """What was said like this before. The memory is asked in the background."""

    title: ClassVar[str] = "Memory"
    order: ClassVar[int] = 40

    def __init__(self) -> None:
        self._found: tuple[Hashable, list[Ranked]] | None = None
        self._asked: Hashable = None
        self._problem = ""

    def key(self, app: WorkbenchApp) -> Hashable:
        """The row, the version that its translations are shown of, and whether they are there."""
        return (self._query(app), app.view.cursor.tag, self._found and self._found[0], self._problem)

    def entries(self, app: WorkbenchApp) -> Sequence[Entry]:
        """An entry a row or unit that resembles this row, the likest first; Enter goes there, f takes its text."""
        query = self._query(app)
        if self._problem:
            return (Entry(Text(self._problem)),)
        if self._found is None or self._found[0] != query:
            self._ask(app, query)
            return (Entry(Text("Looking through the memory …")),)
        matches = self._found[1]
        if not matches:
            return (Entry(Text("Nothing in the memory resembles this row.")),)
        return [
            Entry(
                _text(one, query[3], app),
                partial(app.go_to_hit, one.match.hit),
                partial(take_wording, app, one.match.hit),
            )
            for one in matches
        ]

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

        def compute() -> list[Ranked] | str:
            from workbench.memory.ranking import ranked  # sacreBLEU takes its time the first time

            try:
                memory = app.services.memory()
                found = memory.matches(text, pivot, _COMPARED) if memory is not None else []
            except WorkbenchError as error:
                return str(error)
            others = [match for match in found if (match.hit.document, match.hit.row) != (name, row)]
            return ranked(text, others)[:_MOST]

        app.in_background("memory", compute, partial(self._take, app, query))

    def _take(self, app: WorkbenchApp, query: Hashable, found: list[Ranked] | str) -> None:
        self._asked = None
        if isinstance(found, str):
            self._problem = found
        else:
            self._found = query, found
        app.panel.refresh_tab()


def _text(one: Ranked, text: str, app: WorkbenchApp) -> Text:
    match, hit, tag = one.match, one.match.hit, shown_tag(app)
    result = Text()
    result.append(f"{math.floor(match.percent)} %", "bold")
    result.append(f"  chrF {math.floor(one.chrf)}", "dim")
    result.append(f"  {visible(origin_text(hit))}")
    status = hit.origin.statuses.get(tag, "") if hit.origin else ""
    result.append(f"  {' '.join(filter(None, (status, hit.origin.date if hit.origin else '')))}\n", "dim")
    styles = {"=": "", "-": "strike", "+": "underline bold"}
    for change in changes(text, hit.versions[match.tag]):
        result.append(visible(change.text), styles[change.kind])
    if wording := wording_in(hit, tag):
        result.append(f"\n{tag}: {visible(wording)}")
    return result
