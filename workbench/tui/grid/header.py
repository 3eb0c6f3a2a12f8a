"""The lines above the grid: what is open and how far it is; what stands in which column."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from rich.text import Text
from textual.widget import Widget

from workbench.checks.finding import Severity
from workbench.languages.knowledge import knowledge
from workbench.tui.findings import SIGNS
from workbench.tui.grid.cells import cut, fitted, visible
from workbench.tui.grid.columns import Column
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
    name = f" {visible(document.name)}{' *' if view.session.dirty else ''}"
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

    def show(self, tags: tuple[str, ...]) -> None:
        """Show the state of these versions."""
        self.tags = tags
        self.refresh()

    def render(self) -> Text:
        """Return the line."""
        return Text(header_text(self.view, self.tags, self.size.width), no_wrap=True, end="")


class Heads(Widget):
    """The second line: the tag and name of each column's language, the focused one marked."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"heads--focused"}

    def __init__(self, view: View) -> None:
        super().__init__(id="heads")
        self.view = view
        self.columns: tuple[Column, ...] = ()

    def show(self, columns: tuple[Column, ...]) -> None:
        """Show the heads of these columns."""
        self.columns = columns
        self.refresh()

    def render(self) -> Text:
        """Return the line."""
        line = Text(no_wrap=True, end="")
        for column in self.columns:
            focused = column.tag == self.view.cursor.tag
            before = column.left - cell_len(line.plain)
            line.append(" │ " if column is not self.columns[0] else " " * before)
            autonym = knowledge(column.tag).autonym
            title = f"{'▸' if focused else ' '}{column.tag}{' · ' + autonym if autonym else ''}"
            line.append(
                fitted(title, column.width),
                self.get_component_rich_style("heads--focused", partial=True) if focused else "",
            )
        return line
