"""The tab Glossary: the concepts of the row, and how every version renders them."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text

from workbench.glossary.matching import Matcher
from workbench.glossary.term import USABLE
from workbench.languages.knowledge import knowledge
from workbench.tui.grid.cells import visible
from workbench.tui.panels.tab import Entry, Tab

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


class Glossary(Tab):
    """A concept with a line a version: ✓ and the words where it is rendered, ✗ and the wording to use where it is not."""

    title: ClassVar[str] = "Glossary"
    order: ClassVar[int] = 20

    def __init__(self) -> None:
        self._matchers: dict[tuple[int, str], Matcher] = {}

    def key(self, app: WorkbenchApp) -> Hashable:
        """The texts of the row, and the glossary."""
        return (app.view.chosen, self._cells(app), id(app.services.termbase()))

    def entries(self, app: WorkbenchApp) -> Sequence[Entry]:
        """An entry a concept that any version of the row names, in the order of the pivot's words."""
        found: dict[str, dict[str, str]] = {}
        cells = self._cells(app)
        for tag, text in cells:
            for match in self._matcher(app, tag).find(text):
                found.setdefault(match.term.concept, {}).setdefault(tag, text[match.start : match.end])
        if not found:
            return (Entry(Text("No term of the glossary in this row.")),)
        return [Entry(self._concept(app, concept, cells, words)) for concept, words in found.items()]

    def _concept(
        self, app: WorkbenchApp, concept: str, cells: Sequence[tuple[str, str]], words: dict[str, str]
    ) -> Text:
        text = Text()
        text.append(concept, "bold")
        for tag, cell in cells:
            if tag in words:
                text.append(f"\n  ✓ {tag} {visible(words[tag])}")
                continue
            usable = [term.term for term in app.services.termbase().of(concept, tag) if term.status in USABLE]
            if cell and usable:
                text.append(f"\n  ✗ {tag} ").append(visible(usable[0]), "bold")
        return text

    def _matcher(self, app: WorkbenchApp, tag: str) -> Matcher:
        key = (id(app.services.termbase()), tag)
        if key not in self._matchers:
            terms = app.services.termbase().in_language(tag, app.view.session.document.name)
            self._matchers[key] = Matcher(terms, knowledge(tag))
        return self._matchers[key]

    @staticmethod
    def _cells(app: WorkbenchApp) -> tuple[tuple[str, str], ...]:
        """Return the versions that are shown with their texts in the row."""
        view = app.view
        if not view.table.rows:
            return ()
        row = view.cursor.row
        return tuple(
            (tag, knowledge(tag).joiner.join(view.table.text(tag, each) for each in view.table.segments(row, tag)))
            for tag in view.tags
        )
