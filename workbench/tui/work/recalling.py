"""Taking what the memory says into the cell at the cursor, as an edit that can be undone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from workbench.editing.edits import edit_text
from workbench.memory.hit import Hit, wording_in

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
    held = view.table.segments(view.cursor.row, tag)
    if len(held) != 1:
        said = (
            "has no segment in this row: there is none to write it to" if not held else "has several: join them first"
        )
        app.warn(f"Not taken: {tag} {said}")
        return
    if app.take("Not taken", lambda: edit_text(view.session.document, tag, held[0], wording)):
        app.say(f"Taken from {origin_text(hit)}")
        app.grid.focus()
