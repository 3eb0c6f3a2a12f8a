"""The screen of the editor: the one that dialogs come over."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import events
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


class EditorScreen(Screen[object]):
    """A screen that is not painted anew, whole, whenever the focus moves: who gets it or loses it is painted."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    def on_resize(self, event: events.Resize) -> None:
        """Fit the editor to the size before it is laid out, so that this is done once; not to one that it has no more.

        Of two sizes that follow upon each other at once, each would call up the other again and again: Textual tells the
        screen every size that it laid it out in.
        """
        if event.size != self.app.size:
            event.stop()
            event.prevent_default()
            return
        cast("WorkbenchApp", self.app).fit(event.size.width, event.size.height)

    def _compositor_refresh(self) -> None:
        # Textual works out each paint, and drops it while painting is held back.
        if not self.app._batch_count:
            super()._compositor_refresh()
