"""Taking what the memory says into the cell at the cursor, as an edit that can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.editing.edits import edit_text
from workbench.editing.rewording import fill
from workbench.memory.hit import Hit, wording_in
from workbench.model.operations import Operation

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


def shown_tag(app: WorkbenchApp) -> str:
    """Return the version that the memory's wordings are shown of: the cursor's, on the pivot the first beside it."""
    view = app.view
    return view.cursor.tag if view.cursor.tag != view.pivot else next(iter(view.chosen), "")


def origin_text(hit: Hit) -> str:
    """Return where a row or unit stands: document and clause, or file and its name for the unit."""
    if hit.document or hit.origin is None:
        return f"{hit.document} {hit.clause}"
    return f"{hit.origin.name} {hit.clause or hit.row + 1}"


def take_wording(app: WorkbenchApp, hit: Hit) -> None:
    """Give the segment at the cursor the wording that a row or unit has in its version; say why not where it cannot be."""
    view = app.view
    tag = view.cursor.tag
    if tag == view.pivot:
        app.warn("Go to a version's cell: the memory's text is taken into it")
        return
    wording = wording_in(hit, tag)
    if not wording:
        app.warn(f"This says nothing in {tag}")
        return
    held, omission = view.table.segments(view.cursor.row, tag), view.omission()
    if len(held) > 1 or (not held and omission is None):
        said = "has several: join them first" if held else "has no segment in this row: there is none to write it to"
        app.warn(f"Not taken: {tag} {said}")
        return

    def operation() -> Operation:
        document = view.session.document
        return (
            fill(document, tag, omission, wording)
            if omission is not None
            else edit_text(document, tag, held[0], wording)
        )

    if app.take("Not taken", operation):
        app.say(f"Taken from {origin_text(hit)}")
        app.grid.focus()
