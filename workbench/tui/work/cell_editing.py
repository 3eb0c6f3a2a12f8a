"""Editing a cell: the box over the segment at the cursor, opened, kept or left."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from workbench.editing.apply import apply
from workbench.editing.edits import edit_text
from workbench.editing.segments import split_segment
from workbench.model.operations import Operation, Together
from workbench.tui.edit_box import EditBox
from workbench.tui.help import cell_line

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


class CellEditing:
    """The edit box of the cursor's segment, of which there is at most one."""

    def __init__(self, app: WorkbenchApp) -> None:
        self._app = app
        self._box: EditBox | None = None

    @property
    def box(self) -> EditBox | None:
        """The box, where one is open."""
        return self._box if self._box is not None and self._box.is_open else None

    def hold(self, box: EditBox) -> EditBox:
        """Use this box, and return it."""
        self._box = box
        return box

    def open(self) -> None:
        """Open the segment at the cursor; say why not where it cannot be edited."""
        app, view = self._app, self._app.view
        segment = view.segment()
        version = view.session.document.version(view.cursor.tag)
        if self._box is None or (segment is None and view.omission() is None):
            app.warn(f"{view.cursor.tag} has no text in this row")
            return
        if version.locked:
            app.warn(f"{version.tag} is locked: it is the official text")
            return
        if app.services.looking:
            app.warn(f"Not opened: {app.services.looking}")
            return
        app.grid.show_cursor()
        held = view.table.segments(view.cursor.row, version.tag)
        text = "" if segment is None else view.table.text(version.tag, segment)
        which = f" · segment {held.index(segment) + 1} of {len(held)}" if segment is not None and len(held) > 1 else ""
        cell = app.grid.cell_region().translate(app.grid.region.offset)
        self._box.border_subtitle = cell_line(app.services.keys)
        self._box.open(text, f"{version.tag}{which}", cell, app.size)
        app.refresh_bindings()

    def selected(self) -> str:
        """Return what is selected in the box; "" where none is open."""
        box = self.box
        return box.selected_text.strip() if box is not None else ""

    def keep(self, text: str) -> bool:
        """Give the segment the text, and close the box; it stays open where the text is refused. Says whether it is kept."""
        app = self._app
        row, shape = app.view.cursor.row, app.view.table.rows
        changed = app.attempt("Not kept", partial(app.view.edit, text))
        if changed is None:
            return False
        self.leave()
        if app.view.table.rows is not shape:  # an omission has its text now
            app.reshaped()
        elif changed:
            app.changed((row,))
        return True

    def keep_and_go(self, text: str, by: int) -> None:
        """Keep the text, and open the next segment of the version (1), or the one before (-1)."""
        view = self._app.view
        if self.keep(text):
            tag = view.cursor.tag
            while view.step(by) and view.segment() is None:
                pass  # cells without text of the version have nothing to edit
            self._app.show_cursor()
            if view.segment() is not None and view.cursor.tag == tag:
                self._app.call_after_refresh(self.open)

    def split(self, text: str, at: int) -> None:
        """Keep the text as two segments, cut before code point `at`, as one step; the box stays open where it is refused."""
        app, view = self._app, self._app.view
        tag, segment = view.cursor.tag, view.segment()
        if segment is None:
            app.warn("Not split: keep the text first")
            return

        def operation() -> Operation:
            document = view.session.document
            if text == view.table.text(tag, segment):
                return split_segment(document, tag, segment, at)
            wording = edit_text(document, tag, segment, text)
            return Together((wording, split_segment(apply(document, wording)[0], tag, segment, at)))

        if app.take("Not split", operation):
            self.leave()

    def close(self) -> bool:
        """Keep what is in the box, where one is open; say whether none is open any more."""
        box = self.box
        return box is None or self.keep(box.text)

    def leave(self) -> None:
        """Close the box, and leave the text as it is."""
        app = self._app
        if self._box is not None:
            self._box.close()
        app.grid.focus()
        app.call_after_refresh(app.refresh_bindings)
        app.merging.go_on()
