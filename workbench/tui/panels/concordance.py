"""The tab Concordance: the rows of all documents where what was asked for stands in any version."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text

from workbench.memory.concordance import Hit
from workbench.memory.pattern import Find, pattern_of
from workbench.model.errors import WorkbenchError
from workbench.tui.grid.cells import visible
from workbench.tui.panels.tab import Entry, Tab

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp

_MOST = 300  # rows in one list
_AROUND = 40  # code points of a text before and behind what was found


class Concordance(Tab):
    """What was asked for last, and where it stands; Enter goes there."""

    title: ClassVar[str] = "Concordance"
    order: ClassVar[int] = 50

    def __init__(self) -> None:
        self.asked = ""
        self._found: list[Entry] | str | None = None
        self._count = 0

    def key(self, app: WorkbenchApp) -> Hashable:  # noqa: ARG002
        """What was asked, and whether it is answered."""
        return (self.asked, self._count, self._found if isinstance(self._found, str) else None)

    def head(self, app: WorkbenchApp) -> str:  # noqa: ARG002
        """What was asked, and how many rows there are."""
        return f"{visible(self.asked)}: {self._count} rows" if self.asked else ""

    def entries(self, app: WorkbenchApp) -> Sequence[Entry]:  # noqa: ARG002
        """An entry a row."""
        if not self.asked:
            return (Entry(Text('= asks for words: "whole words", =To The Letter, /regular expression/')),)
        if self._found is None:
            return (Entry(Text("Looking through all documents …")),)
        if isinstance(self._found, str):
            return (Entry(Text(self._found)),)
        return self._found or (Entry(Text("Found nowhere.")),)

    def ask(self, app: WorkbenchApp, typed: str) -> None:
        """Look for what was typed (see `pattern_of`), in the background."""
        self.asked, self._found, self._count = typed, None, 0

        def compute() -> list[Entry] | str:
            try:
                find = pattern_of(typed).finder()
                return [
                    Entry(_text(hit, find), partial(app.go_to_hit, hit))
                    for hit in app.services.rows()
                    if any(find(text) for text in hit.versions.values())
                ]
            except WorkbenchError as error:
                return str(error)

        app.in_background("concordance", compute, partial(self._take, app, typed))

    def _take(self, app: WorkbenchApp, typed: str, found: list[Entry] | str) -> None:
        if typed != self.asked:
            return
        self._count = 0 if isinstance(found, str) else len(found)
        self._found = found if isinstance(found, str) else found[:_MOST]
        app.panel.refresh_tab()


def _text(hit: Hit, find: Find) -> Text:
    result = Text()
    result.append(f"{hit.document} {hit.clause}", "bold")
    for tag, text in hit.versions.items():
        if (place := find(text)) is None:
            continue
        start, end = place
        before, behind = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
        result.append(f"\n{tag} {'…' if start > _AROUND else ''}{visible(before)}")
        result.append(visible(text[start:end]), "bold underline")
        result.append(f"{visible(behind)}{'…' if end + _AROUND < len(text) else ''}")
    return result
