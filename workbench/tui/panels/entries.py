"""The entries of a tab: Textual's list of options, whose text can be selected by the mouse too."""

from __future__ import annotations

from rich.cells import cell_len
from textual import events
from textual.selection import Selection
from textual.strip import Strip
from textual.widgets import OptionList


class Entries(OptionList):
    """A click chooses an entry; a drag selects text, which is copied as it stands there, line by line."""

    ALLOW_SELECT = True

    def render_line(self, y: int) -> Strip:
        """Return a line, with what is selected in its style; it tells the screen which of its characters are where."""
        strip = super().render_line(y)
        line = self.scroll_offset.y + y
        span = self.text_selection.get_span(line) if self.text_selection is not None else None
        if span is not None:
            start, end = (cell_len(strip.text[:at]) if at >= 0 else strip.cell_length for at in span)
            style = self.screen.get_component_rich_style("screen--selection")
            before, chosen, behind = strip.crop(0, start), strip.crop(start, end), strip.crop(end)
            strip = Strip.join([before, chosen.apply_style(style), behind])
        return strip.apply_offsets(0, line)

    def get_selection(self, selection: Selection) -> tuple[str, str] | None:
        """Return the text of a selection, and what stands behind it."""
        self._update_lines()
        top = self.scroll_offset.y
        text = "\n".join(super(Entries, self).render_line(line - top).text for line in range(len(self._lines)))
        return "\n".join(line.strip() for line in selection.extract(text).split("\n")), "\n"

    def selection_updated(self, selection: Selection | None) -> None:  # noqa: ARG002 - it is asked for when painted
        """Paint it."""
        self.refresh()

    async def _on_click(self, event: events.Click) -> None:
        # Textual calls the list's own handler after this one.
        if self.screen.get_selected_text():
            event.prevent_default()
