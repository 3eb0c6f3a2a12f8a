"""Looking for the next cell of a kind: a doubtful bead, a wording nobody reviewed, what changed since the last save."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from workbench.model.document import Document, Version
from workbench.model.ladder import Bead, BeadStatus
from workbench.model.opened import changed
from workbench.model.segment import Text
from workbench.tui.grid.layout import LAPSED, is_doubtful, state
from workbench.tui.view import View

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp

Wanted = Callable[[View, int, str], bool]  # of a row and a version that is no pivot


def seek(app: WorkbenchApp, by: int, wanted: Wanted, none: str) -> None:
    """Move the cursor to the next (1) or previous (-1) cell that is wanted, round the end; say `none` where there is none."""
    view = app.view
    others = view.chosen or view.session.document.others()
    count = len(view.table.rows) * len(others)
    here = view.cursor.row * len(others) + (
        others.index(view.cursor.tag) if view.cursor.tag in others else (0 if by < 0 else -1)
    )
    for step in range(1, count + 1):
        at = here + by * step
        row, column = divmod(at % count, len(others))
        if view.is_shown(row) and wanted(view, row, others[column]):
            if not 0 <= at < count:
                app.say("Round the end of the document")
            view.go_to(row, others[column], -1)
            app.show_cursor()
            return
    app.say(none)


def is_in_doubt(view: View, row: int, tag: str) -> bool:
    """Whether the aligner doubts a bead of the cell, and nobody confirmed it."""
    return any(is_doubtful(bead) for bead in _beads(view, row, tag))


def is_unconfirmed(view: View, row: int, tag: str) -> bool:
    """Whether nobody accepted the alignment of the cell."""
    return any(bead.status is BeadStatus.AUTO for bead in _beads(view, row, tag))


def is_unreviewed(view: View, row: int, tag: str) -> bool:
    """Whether nobody accepted the wording of the cell."""
    return any(bead.status is not BeadStatus.REVIEWED for bead in _beads(view, row, tag))


def is_lapsed(view: View, row: int, tag: str) -> bool:
    """Whether texts of the cell are others than those that somebody accepted."""
    spans = (replace(span, bead=view.table.bead(tag, span)) for span in view.table.rows[row].cells[tag].spans)
    return any(state(view.table, tag, span) == LAPSED for span in spans)


def changed_since(saved: Document) -> Wanted:
    """Return what tells the cells whose wording or beads are not as `saved` has them."""
    # Documents are made of parts that are never changed, only replaced: what is the same object is unchanged, wherever it stands.
    kept = {id(bead) for ladder in saved.ladders.values() for bead in ladder.beads}
    reworded: dict[str, tuple[Text, frozenset[int]]] = {}

    def changed_in(version: Version) -> frozenset[int]:
        text, found = reworded.get(version.tag, (None, frozenset()))
        if text is not version.text:
            was = saved.versions.get(version.tag, Version(version.tag)).text
            found = frozenset(changed(was.segments, version.text.segments))
            reworded[version.tag] = version.text, found
        return found

    def is_changed(view: View, row: int, tag: str) -> bool:
        document = view.session.document
        return any(id(bead) not in kept for bead in _beads(view, row, tag)) or any(
            not changed_in(document.versions[one]).isdisjoint(view.table.segments(row, one))
            for one in (tag, document.pivot)
        )

    return is_changed


def _beads(view: View, row: int, tag: str) -> list[Bead]:
    return [view.table.bead(tag, span) for span in view.table.rows[row].cells[tag].spans]
