"""The line below the grid: what is wrong with this row, and what to press."""

from __future__ import annotations

from rich.cells import cell_len
from rich.text import Text
from textual.widget import Widget

from workbench.tui.findings import sign
from workbench.tui.grid.cells import cut, visible
from workbench.tui.view import View

ROOMY = 110


def status_text(view: View, width: int, checking: bool) -> str:
    """Return the line in `width` cells: the finding shortened, never what to press; what is being done comes before both."""
    spot = view.shown_finding()
    held = view.table.segments(view.cursor.row, view.cursor.tag) if view.table.rows else ()
    keys = []
    if len(held) > 1:
        keys.append(f"segment {min(view.cursor.position, len(held) - 1) + 1} of {len(held)}")
    count = len(view.findings.kinds_at(view.cursor.row))
    if count > 1:
        keys.append(f"i all {count}")
    if width >= ROOMY:  # elsewhere the footer says it, and the finding needs the room
        keys += ["Enter edit"] if spot is not None else []
        keys += ["n next finding"] if view.findings else []
    right = "   ".join(keys) + " "
    if view.doing:
        left = f" {view.doing}"
    elif spot is None:
        left = " checking …" if checking else " nothing found in this row"
    else:
        finding = spot.finding
        where = f"{finding.version}: " if finding.version else ""
        advice = f" — {finding.advice}" if finding.advice else ""
        left = f" {sign(finding)} {where}{finding.check}: {finding.message}{advice}"
    left = cut(visible(left), max(0, width - cell_len(right) - 2))
    return left + " " * max(1, width - cell_len(left) - cell_len(right)) + cut(right, width)


class Status(Widget):
    """The line below the grid."""

    def __init__(self, view: View) -> None:
        super().__init__(id="status")
        self.view = view
        self.checking = False
        self._line = ""

    def show(self, *, checking: bool) -> None:
        """Show the cursor's row; `checking` says that the checks are at work."""
        self.checking = checking
        spot = self.view.shown_finding()
        for rank, name in enumerate(("error", "warning", "info")):
            self.set_class(spot is not None and spot.rank == rank, f"-{name}")
        if self._line != status_text(self.view, self.size.width, checking):
            self.refresh()

    def render(self) -> Text:
        """Return the line."""
        self._line = status_text(self.view, self.size.width, self.checking)
        return Text(self._line, no_wrap=True, end="")
