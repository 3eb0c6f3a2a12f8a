"""What the editor looks at: the session, its table, the findings, and the cursor. Plain state: no widget, no key."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from workbench.editing.edits import confirm, edit_text, unconfirm
from workbench.editing.rewording import fill
from workbench.editing.session import Session
from workbench.model.clause import Place
from workbench.model.ladder import BeadStatus, Span
from workbench.model.operations import Operation
from workbench.tui.findings import Findings, nothing_found
from workbench.tui.grid.columns import Wishes
from workbench.tui.grid.selecting import Selected
from workbench.tui.grid.table import Table
from workbench.tui.shown import Filter, Shown
from workbench.tui.spot import Spot
from workbench.tui.where import place_of, reshapes


@dataclass(frozen=True, slots=True)
class Cursor:
    """Where the cursor is: a row, a version, and which of the version's segments in the row (0-based)."""

    row: int = 0
    tag: str = ""
    position: int = 0


class View:
    """The state of the editor. Methods change it; whoever calls them shows the change."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.table = Table.of(session.document)
        self.findings = nothing_found()
        self.spot: Spot | None = None  # the finding that the cursor was led to last
        self.chosen: tuple[str, ...] = session.document.others()
        self.first = 0  # index of the first version on the screen among those that scroll
        self.wishes = Wishes()
        self.selected: Selected | None = None  # what the mouse selected in a cell
        self.looking = False  # whether the document can only be looked at
        self.doing = ""  # what is being done to the document beside the keys, in words
        self.marking = False  # whether numbers, dates and terms are marked
        self.cursor = Cursor(0, session.document.pivot, 0)
        self.waived: list[str] = []  # fingerprints that were waived in this session, the last one last
        self.sought = ""  # words that were looked for last
        self.filter: Filter | None = None
        self._shown: Shown | None = None  # the rows that the filter leaves
        self.half: tuple[str, int] | None = None  # version and bead of the half of a crossing that waits for the other

    @property
    def pivot(self) -> str:
        """The tag of the pivot."""
        return self.session.document.pivot

    @property
    def tags(self) -> tuple[str, ...]:
        """The versions that the cursor can go to, in order."""
        return (self.pivot, *self.chosen)

    # --- the cursor

    def segment(self) -> int | None:
        """Return the segment at the cursor (0-based), or None in an empty cell."""
        held = self.table.segments(self.cursor.row, self.cursor.tag) if self.table.rows else ()
        return held[min(self.cursor.position, len(held) - 1)] if held else None

    def omission(self) -> int | None:
        """Return the bead (0-based) that has no text in the cursor's cell; None where there is text, or an addition."""
        if self.cursor.tag == self.pivot or self.segment() is not None:
            return None
        return next((span.index for _, span in self.beads() if not span.version), None)

    def selected_text(self) -> str:
        """Return what the mouse selected in the cursor's cell; "" where nothing is, or the cursor went elsewhere."""
        chosen = self.selected
        if chosen is None or (chosen.row, chosen.tag) != (self.cursor.row, self.cursor.tag):
            return ""
        return chosen.text(self.table)

    def go_to_row(self, row: int) -> None:
        """Move the cursor to a row, or the nearest that there is."""
        row = min(max(row, 0), max(len(self.table.rows) - 1, 0))
        self._put(replace(self.cursor, row=row, position=0))

    def go_to_end(self, by: int) -> None:
        """Move the cursor to the last row that is shown (1), or the first (-1)."""
        row = self.row_beside(len(self.table.rows) if by > 0 else -1, -by)
        self.go_to_row(row if row is not None else 0)

    def step(self, by: int) -> bool:
        """Move the cursor one segment down (1) or up (-1), through the cell and on to the next row; say if it moved."""
        held = self.table.segments(self.cursor.row, self.cursor.tag) if self.table.rows else ()
        position = self.cursor.position + by
        if 0 <= position < len(held):
            self.cursor = replace(self.cursor, position=position)
            return True
        row = self.row_beside(self.cursor.row, by)
        if row is None:
            return False
        count = len(self.table.segments(row, self.cursor.tag))
        self.cursor = replace(self.cursor, row=row, position=0 if by > 0 else max(0, count - 1))
        return True

    def step_version(self, by: int) -> None:
        """Move the cursor one version to the right (1) or to the left (-1)."""
        tags = self.tags
        index = tags.index(self.cursor.tag) if self.cursor.tag in tags else 0
        self.cursor = replace(self.cursor, tag=tags[min(max(index + by, 0), len(tags) - 1)], position=0)

    def go_to(self, row: int, tag: str, segment: int) -> None:
        """Move the cursor to a segment of a version (which stays where it is when the version is not shown)."""
        if tag not in self.tags:
            self.go_to_row(row)
            return
        held = self.table.segments(row, tag)
        self._put(Cursor(row, tag, held.index(segment) if segment in held else 0))

    def go_to_segment(self, tag: str, segment: int) -> None:
        """Move the cursor to a segment of a version, wherever its row is."""
        self.go_to(self.table.row_of(tag, segment), tag, segment)

    def choose(self, tags: tuple[str, ...]) -> None:
        """Show these versions beside the pivot: those shown already keep their order, others come behind."""
        kept = tuple(tag for tag in self.chosen if tag in tags)
        self.chosen = (*kept, *(tag for tag in self.session.document.others() if tag in tags and tag not in kept))
        self.first = 0
        if self.cursor.tag not in self.tags:
            self.cursor = replace(self.cursor, tag=self.pivot, position=0)

    def move_version(self, by: int) -> bool:
        """Move the column of the cursor's version to the right (1) or to the left (-1); say whether it moved."""
        if self.cursor.tag not in self.chosen:
            return False
        order = list(self.chosen)
        at = order.index(self.cursor.tag)
        if not 0 <= at + by < len(order):
            return False
        order[at], order[at + by] = order[at + by], order[at]
        self.chosen = tuple(order)
        return True

    def _put(self, cursor: Cursor) -> None:
        self.cursor = cursor
        if self._shown is not None:
            self._shown.reveal(cursor.row)

    # --- the filter

    def only(self, chosen: Filter | None) -> bool:
        """Show the rows of a filter alone, None for all rows; say whether there are any (nothing changes where not).

        The rows are those of now: one that is mended does not go from under the cursor.
        """
        if chosen is None:
            self.filter = self._shown = None
            return True
        rows = chosen.rows(self)
        if not rows:
            return False
        self.filter, self._shown = chosen, Shown(rows)
        if self.cursor.row not in self._shown:
            row = self.row_beside(self.cursor.row, 1)
            self.go_to_row(row if row is not None else rows[-1])
        return True

    def count_shown(self) -> int:
        """Return how many rows are shown."""
        return len(self.table.rows) if self._shown is None else len(self._shown)

    def is_shown(self, row: int) -> bool:
        """Return whether the filter leaves a row."""
        return self._shown is None or row in self._shown

    def row_beside(self, row: int, by: int) -> int | None:
        """Return the next row that is shown (`by` 1) or the one before (-1); None where there is none."""
        if self._shown is not None:
            return self._shown.beside(row, by)
        return row + by if 0 <= row + by < len(self.table.rows) else None

    # --- findings

    def next_finding(self, by: int) -> tuple[Spot | None, bool]:
        """Move the cursor to the next (1) or previous (-1) finding that is shown; return it, and whether it went round the
        end.
        """
        row, current, round_the_end = self.cursor.row, self.spot, False
        for _ in range(len(self.findings)):
            spot, round_again = self.findings.step(row, current, by)
            round_the_end = round_the_end or round_again
            if spot is not None and self.is_shown(spot.row):
                self.go_to_finding(spot)
                return spot, round_the_end
            if spot is not None:
                row, current = spot.row, spot
        return None, False

    def go_to_finding(self, spot: Spot) -> None:
        """Move the cursor to a finding."""
        self.spot = spot
        self.go_to(spot.row, spot.tag, spot.segment if spot.tag == spot.held_by else -1)

    def shown_finding(self) -> Spot | None:
        """Return the finding that the line below the grid tells: that which the cursor was led to, or the row's worst."""
        if self.spot is not None and self.spot.row == self.cursor.row:
            return self.spot
        return self.findings.worst(self.cursor.row)

    def take_findings(self, findings: Findings, places: tuple[Place, ...]) -> None:
        """Take over what the checks found, and the names of the clauses."""
        self.findings = findings
        self.table.places = places
        if self.spot not in findings.at(self.cursor.row):
            self.spot = None

    # --- changes

    def edit(self, text: str) -> bool:
        """Give the segment at the cursor another wording, or the omission there its first; say whether that changed anything.

        Raises WorkbenchError.
        """
        segment = self.segment()
        if segment is None:
            bead = self.omission()
            return (
                bead is not None
                and bool(text.strip())
                and self.take(fill(self.session.document, self.cursor.tag, bead, text))
            )
        if text == self.table.text(self.cursor.tag, segment):
            return False
        self.session.apply(edit_text(self.session.document, self.cursor.tag, segment, text))
        self._follow(reshaped=False)
        return True

    def undo(self) -> Operation | None:
        """Undo the last step and go where it was; return what undid it."""
        return self._go_where(self.session.undo())

    def redo(self) -> Operation | None:
        """Do what was undone last again and go where it was; return what did it."""
        return self._go_where(self.session.redo())

    def confirm(self) -> str:
        """Accept the bead at the cursor (on the pivot: the beads of all shown versions in the row), or take that back.

        Returns one line that says what was done.
        """
        beads = [(tag, replace(span, bead=self.table.bead(tag, span))) for tag, span in self.beads()]
        if not beads:
            return "No alignment here to confirm"
        auto = [(tag, span) for tag, span in beads if span.bead.status is BeadStatus.AUTO]
        document = self.session.document
        if auto:
            self.session.apply(confirm(document, auto))
            self._follow(reshaped=False)
            return f"Confirmed: {_named(auto)}"
        confirmed = [(tag, span) for tag, span in beads if span.bead.status is BeadStatus.CONFIRMED]
        if not confirmed:
            return "The wording here is reviewed already: it stays so"
        self.session.apply(unconfirm(confirmed))
        self._follow(reshaped=False)
        return f"No longer confirmed: {_named(confirmed)}"

    def take(self, operation: Operation) -> bool:
        """Do an operation as one step; the cursor stays at its segment. Raises WorkbenchError."""
        tag, segment = self.cursor.tag, self.segment()
        reshaped = reshapes(self.session.document, operation)
        self.session.apply(operation)
        self._follow(reshaped=reshaped)
        if segment is None:
            self.go_to_row(self.cursor.row)
        else:
            self.go_to(self.table.row_of(tag, segment), tag, segment)
        return True

    def beads(self) -> Iterator[tuple[str, Span]]:
        """Yield the beads at the cursor with their versions: on the pivot those of all shown versions in the row."""
        if not self.table.rows:
            return
        row, segment = self.table.rows[self.cursor.row], self.segment()
        for tag in self.chosen if self.cursor.tag == self.pivot else (self.cursor.tag,):
            spans = row.cells[tag].spans
            held = {index for span in spans for index in span.version}
            for span in spans:
                # Beads without text of the version have no segment to stand on: they are meant when nothing else is.
                if (
                    self.cursor.tag == self.pivot
                    or segment in span.version
                    or (segment not in held and not span.version)
                ):
                    yield tag, span

    def rebuild(self) -> None:
        """Begin anew with the session's document: steps were taken that this view did not see."""
        self.only(None)
        self.table = Table.of(self.session.document)
        self.findings = nothing_found()
        self.spot = None
        self.go_to_row(self.cursor.row)

    def _follow(self, *, reshaped: bool) -> None:
        self.table.follow(self.session.document, reshaped=reshaped)
        if reshaped and self.filter is not None and not self.only(self.filter):
            self.only(None)

    def _go_where(self, operation: Operation | None) -> Operation | None:
        if operation is None:
            return None
        self._follow(reshaped=reshapes(self.table.document, operation))
        place = place_of(self.session.document, operation)
        if place is not None:
            tag, segment = place
            self.go_to(self.table.row_of(tag, segment), tag, segment)
        return operation


def _named(beads: list[tuple[str, Span]]) -> str:
    return ", ".join(f"{tag} {span.bead.pivot}–{span.bead.version}" for tag, span in beads)
