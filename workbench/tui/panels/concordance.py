"""The tab Concordance: rows of all documents and units of imported files where what was asked for stands in any version."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text

from workbench.memory.hit import Hit
from workbench.memory.pattern import Find, pattern_of
from workbench.model.errors import WorkbenchError
from workbench.tui.grid.cells import visible
from workbench.tui.panels.tab import Entry, Tab
from workbench.tui.work.recalling import origin_text, take_wording

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp

_MOST = 300  # rows in one list
_AROUND = 40  # code points of a text before and behind what was found


class Concordance(Tab):
    """What was asked for last, and where it stands; Enter goes there, f takes its text."""

    title: ClassVar[str] = "Concordance"
    order: ClassVar[int] = 50

    def __init__(self) -> None:
        self.asked = ""
        self._found: list[Entry] | str | None = None
        self._count = 0
        self._more = ""

    def key(self, app: WorkbenchApp) -> Hashable:  # noqa: ARG002
        """What was asked, and whether it is answered."""
        return (self.asked, self._count, self._found if isinstance(self._found, str) else None)

    def head(self, app: WorkbenchApp) -> str:  # noqa: ARG002
        """What was asked, and how many rows there are."""
        return f"{visible(self.asked)}: {self._count} rows{self._more}" if self.asked else ""

    def entries(self, app: WorkbenchApp) -> Sequence[Entry]:  # noqa: ARG002
        """An entry a row or unit."""
        if not self.asked:
            return (Entry(Text('= asks for words: "whole words", =To The Letter, /regular expression/')),)
        if self._found is None:
            return (Entry(Text("Looking through documents and memory …")),)
        if isinstance(self._found, str):
            return (Entry(Text(self._found)),)
        return self._found or (Entry(Text("Found nowhere.")),)

    def ask(self, app: WorkbenchApp, typed: str) -> None:
        """Look for what was typed (see `pattern_of`), in the background."""
        self.asked, self._found, self._count, self._more = typed, None, 0, ""

        def compute() -> list[Entry] | str:
            try:
                memory = app.services.memory()
                if memory is None:
                    return []
                pattern = pattern_of(typed)
                found = memory.search_documents(pattern)
                room = max(1, _MOST - len(found)) + 1
                found += memory.search_files(pattern, most=room, wanted=lambda: self.asked == typed)
                find = pattern.finder()
                return [
                    Entry(_text(hit, find), partial(app.go_to_hit, hit), partial(take_wording, app, hit))
                    for hit in found
                ]
            except WorkbenchError as error:
                return str(error)

        app.in_background("concordance", compute, partial(self._take, app, typed))

    def _take(self, app: WorkbenchApp, typed: str, found: list[Entry] | str) -> None:
        if typed != self.asked:
            return
        self._found = found if isinstance(found, str) else found[:_MOST]
        self._count = 0 if isinstance(found, str) else len(self._found)
        self._more = " and more" if len(found) > self._count and not isinstance(found, str) else ""
        app.panel.refresh_tab()


def _text(hit: Hit, find: Find) -> Text:
    result = Text()
    result.append(visible(origin_text(hit)), "bold")
    for tag, text in hit.versions.items():
        if (place := find(text)) is None:
            continue
        start, end = place
        before, behind = text[max(0, start - _AROUND) : start], text[end : end + _AROUND]
        result.append(f"\n{tag} {'…' if start > _AROUND else ''}{visible(before)}")
        result.append(visible(text[start:end]), "bold underline")
        result.append(f"{visible(behind)}{'…' if end + _AROUND < len(text) else ''}")
    return result
