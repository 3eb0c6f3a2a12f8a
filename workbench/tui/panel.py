"""The panel: all findings of the row, whole."""

from __future__ import annotations

from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.widgets import Static

from workbench.tui.cells import cut, visible
from workbench.tui.findings import Spot, sign
from workbench.tui.view import View


def issues_text(view: View, colours: tuple[str, str, str] | None = None) -> Text:
    """Return all findings of the cursor's row: message, suggestion, and the places in other versions."""
    spots = view.findings.by_row.get(view.cursor.row, ())
    if not spots:
        return Text("Nothing found in this row.")
    text = Text()
    for number, spot in enumerate(sorted(spots, key=lambda spot: spot.rank)):
        if number:
            text.append("\n\n")
        _append(text, spot, colours[spot.rank] if colours else "")
    return text


def _append(text: Text, spot: Spot, colour: str) -> None:
    finding = spot.finding
    text.append(f"{sign(finding)} {finding.check}", f"bold {colour}".strip())
    text.append(f"  {finding.version or 'all versions'}", "dim")
    text.append(f"\n{visible(finding.message)}")
    if finding.advice:
        text.append("\n→ write: " if finding.suggestion else "\n→ ").append(visible(finding.advice), "bold")
    for place in finding.related:
        words = f" “{cut(visible(place.words), RELATED)}”" if place.words else ""
        text.append(f"\n  {place.version} {place.clause}:{words}", "dim")


RELATED = 60  # cells of the words in another place: enough to know them by


class Panel(VerticalScroll):
    """Shows the findings of the cursor's row. Tab goes into it, to scroll."""

    def __init__(self, view: View) -> None:
        super().__init__(id="panel")
        self.view = view
        self.border_title = "Issues"
        self._shown: object = None

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static(id="issues")

    def show(self) -> None:
        """Show the cursor's row."""
        shown = (self.view.findings.by_row.get(self.view.cursor.row, ()), self.app.theme)
        if self.has_class("-hidden") or shown == self._shown:
            return  # a new text makes the whole screen be laid out again
        self._shown = shown
        variables = self.app.theme_variables
        count = len(self.view.findings.by_row.get(self.view.cursor.row, ()))
        self.border_title = f"Issues of this row: {count}" if count else "Issues"
        colours = (variables.get("error", ""), variables.get("warning", ""), variables.get("accent", ""))
        self.query_one("#issues", Static).update(issues_text(self.view, colours))
        self.scroll_home(animate=False)
