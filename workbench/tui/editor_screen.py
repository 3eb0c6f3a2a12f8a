"""The screen of the editor: the one that dialogs come over."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from textual import events
from textual.reactive import Reactive
from textual.widget import Widget

from workbench.tui.steady_screen import SteadyScreen

if TYPE_CHECKING:
    from workbench.tui.app import WorkbenchApp


class EditorScreen(SteadyScreen[object]):
    """A screen that is not painted anew, whole, whenever the focus moves: who gets it or loses it is painted."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    def on_resize(self, _: events.Resize) -> None:
        """Fit the editor to the terminal before it is laid out, so that this is done once."""
        cast("WorkbenchApp", self.app).fitting.fit()

    def on_screen_resume(self) -> None:
        """Take over what waited for the dialog."""
        cast("WorkbenchApp", self.app).merging.go_on()

    def _compositor_refresh(self) -> None:
        # Textual works out each paint, and drops it while painting is held back.
        if not self.app._batch_count:
            super()._compositor_refresh()
