"""The tab Issues: the findings of the row, or of the document, and what can be done about each."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from functools import partial
from itertools import islice
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text

from workbench.tui.findings import sign
from workbench.tui.grid.cells import cut, visible
from workbench.tui.panels.tab import Entry, Tab
from workbench.tui.spot import Kind, Spot
from workbench.tui.view import View

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp

RELATED = 60  # cells of the words in another place: enough to know them by
_MOST = 500  # findings of a document in one list


class Issues(Tab):
    """The findings of the cursor's row; with `wide` those of the document that `wanted` lets through."""

    title: ClassVar[str] = "Issues"
    order: ClassVar[int] = 10

    def __init__(self) -> None:
        self.wide = False
        self.wanted = ""

    def key(self, app: WorkbenchApp) -> Hashable:
        """The findings that are shown."""
        findings = app.view.findings
        return (self.wide, self.wanted, findings if self.wide else findings.at(app.view.cursor.row))

    def head(self, app: WorkbenchApp) -> str:
        """How many there are, and of what."""
        findings = app.view.findings
        counts = findings.kinds().items() if self.wide else ()
        wide = sum(count for kind, count in counts if matches(kind, self.wanted))
        count = wide if self.wide else len(findings.kinds_at(app.view.cursor.row))
        where = "in the document" if self.wide else "in this row"
        return f"{count} {where}{f', filter: {self.wanted}' if self.wide and self.wanted else ''}"

    def entries(self, app: WorkbenchApp) -> Sequence[Entry]:
        """An entry a finding; Enter goes to it."""
        variables = app.theme_variables
        colours = (variables.get("error", ""), variables.get("warning", ""), variables.get("accent", ""))
        spots = self._spots(app.view)
        if not spots:
            return (Entry(Text("Nothing found" + (" with this filter." if self.wide else " in this row."))),)
        shorten = self.wide
        return [
            Entry(_text(spot, colours[spot.rank], app.view if shorten else None), partial(_go, app, spot))
            for spot in spots
        ]

    def _spots(self, view: View) -> Sequence[Spot]:
        if self.wide:
            return [*islice(view.findings.chosen(lambda kind: matches(kind, self.wanted)), _MOST)]
        return sorted(view.findings.at(view.cursor.row), key=lambda spot: spot.rank)


def matches(kind: Kind, wanted: str) -> bool:
    """Whether a finding is of every check, severity and version that is named; a part of a check's name is enough."""
    return all(
        word in (kind.severity.value, kind.version or "all", kind.tag) or word in kind.check
        for word in wanted.casefold().split()
    )


def _go(app: WorkbenchApp, spot: Spot) -> None:
    app.view.go_to_finding(spot)
    app.show_cursor()
    app.grid.focus()


def _text(spot: Spot, colour: str, view: View | None) -> Text:
    """Return a finding as an entry: whole, or, where a view tells its clause, in two lines."""
    finding = spot.finding
    text = Text()
    text.append(f"{sign(finding)} {finding.check}", f"bold {colour}".strip())
    text.append(f"  {finding.version or 'all versions'}{f' {view.table.clause(spot.row)}' if view else ''}", "dim")
    text.append(f"\n{visible(finding.message)}")
    if finding.advice:
        text.append("\n→ write: " if finding.suggestion else "\n→ ").append(visible(finding.advice), "bold")
    if view is None:
        for place in finding.related:
            words = f" “{cut(visible(place.words), RELATED)}”" if place.words else ""
            text.append(f"\n  {place.version} {place.clause}:{words}", "dim")
    return text
