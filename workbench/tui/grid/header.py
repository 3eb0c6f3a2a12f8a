"""The lines above the grid: what is open and how far it is; what stands in which column."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual.widget import Widget

from workbench.checks.finding import Severity
from workbench.languages.knowledge import knowledge
from workbench.tui.findings import SIGNS
from workbench.tui.grid.cells import cut, fitted, visible
from workbench.tui.grid.columns import MARGIN, Column
from workbench.tui.view import View


def version_line(view: View, tag: str, length: int) -> str:
    """Return a version with its status and counts, in one of three lengths (0 the shortest, 2 the fullest)."""
    version = view.session.document.version(tag)
    locked = " locked" if version.locked else ""
    if tag == view.pivot:
        return (f"{tag}", f"{tag} {version.status}{locked}", f"{tag} {version.status}{locked} (pivot)")[length]
    done, total = view.table.accepted(tag)
    return (
        f"{tag} {done}/{total}",
        f"{tag} {version.status}{locked} {done}/{total}",
        f"{tag} {version.status}{locked} {done} of {total} confirmed",
    )[length]


def header_text(view: View, tags: Sequence[str], width: int) -> str:
    """Return the first line of the screen in `width` cells: what does not fit is said in fewer words, the clause
    always.
    """
    document = view.session.document
    clause = f"clause {view.table.clause(view.cursor.row)} of {view.table.clauses()} "
    errors, warnings, infos = view.findings.counts()
    counts = f"{SIGNS[Severity.ERROR]} {errors}  {SIGNS[Severity.WARNING]} {warnings}" + (
        f"  {SIGNS[Severity.INFO]} {infos}" if infos else ""
    )
    name = f" {visible(document.name)}{' *' if view.session.dirty else ' (only to look at)' if view.looking else ''}"
    if view.filter is not None:
        name += f"   only {view.filter.name}: {view.count_shown()} of {len(view.table.rows)} rows"
    for length in (2, 1, 0):
        left = "   ".join([name, *(version_line(view, tag, length) for tag in tags), counts])
        if cell_len(left) + 2 + cell_len(clause) <= width:
            return fitted(left, width - cell_len(clause)) + clause
    left = "  ".join([name, counts])
    return fitted(cut(left, max(0, width - cell_len(clause) - 1)), max(0, width - cell_len(clause))) + cut(
        clause, width
    )


class Header(Widget):
    """The first line: document, versions, findings, clause."""

    def __init__(self, view: View) -> None:
        super().__init__(id="header")
        self.view = view
        self.tags: tuple[str, ...] = ()
        self._line = ""

    def show(self, tags: tuple[str, ...]) -> None:
        """Show the state of these versions."""
        self.tags = tags
        if self._line != header_text(self.view, tags, self.size.width):
            self.refresh()

    def render(self) -> Text:
        """Return the line."""
        self._line = header_text(self.view, self.tags, self.size.width)
        return Text(self._line, no_wrap=True, end="")


def head(view: View, tag: str, width: int) -> str:
    """Return the head of a version's column in at most `width` cells: tag and counts always, name and status by room."""
    version = view.session.document.version(tag)
    autonym = knowledge(tag).autonym
    status = f"{version.status}{' locked' if version.locked else ''}"
    done, total = view.table.accepted(tag) if tag != view.pivot else (0, 0)
    counts = "pivot" if tag == view.pivot else f"{done}/{total}"
    for parts in ((tag, autonym, status, counts), (tag, status, counts), (tag, counts)):
        line = " · ".join(part for part in parts if part)
        if cell_len(line) <= width:
            return line
    return cut(tag, width)


class Heads(Widget):
    """The second line: the clause of the topmost row; of each column the language, its status and counts, the focused one
    marked.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"heads--focused"}

    def __init__(self, view: View) -> None:
        super().__init__(id="heads")
        self.view = view
        self.columns: tuple[Column, ...] = ()
        self.top = 0
        self._heads: tuple[tuple[str, str, bool], ...] = ()

    def show(self, columns: tuple[Column, ...]) -> None:
        """Show the heads of these columns."""
        self.columns = columns
        self._show()

    def show_top(self, row: int) -> None:
        """Show the clause of the topmost row of the grid."""
        self.top = row
        self._show()

    def _show(self) -> None:
        if self._heads != tuple(self._parts()):
            self.refresh()

    def render(self) -> Text:
        """Return the line."""
        self._heads = tuple(self._parts())
        line = Text(no_wrap=True, end="")
        focused = self.get_component_rich_style("heads--focused", partial=True)
        for before, text, is_focused in self._heads:
            line.append(before).append(text, focused if is_focused else "")
        return line

    def _parts(self) -> Iterator[tuple[str, str, bool]]:
        """Yield what stands on the line: what is before a head, the head, and whether it is of the cursor's version."""
        top = min(self.top, len(self.view.table.rows) - 1)
        clause = f"  {self.view.table.clause(top)}" if top >= 0 else ""
        before = fitted(clause, MARGIN - 1) + " "
        for index, column in enumerate(self.columns):
            focused = column.tag == self.view.cursor.tag
            if column.stacked:
                if not focused:
                    continue
            elif index:
                before += " │ "
            room = self.size.width - MARGIN if column.stacked else column.width
            yield before, fitted(("▸" if focused else " ") + head(self.view, column.tag, room - 1), room), focused
            before = ""
        if before:
            yield before, "", False
