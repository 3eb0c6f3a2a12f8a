"""Painting is held back while all takes its place in another size, and then done at once."""

from __future__ import annotations

from contextlib import ExitStack
from typing import Any

from textual.app import App
from textual.timer import Timer

_LONGEST = 0.2  # seconds that painting is held back, where nobody says that all has its place


class Settling:
    """Holds back the painting of an application, from `begin` to `end`, and never for long."""

    def __init__(self, app: App[Any]) -> None:
        self._app = app
        self._held: ExitStack | None = None
        self._longest: Timer | None = None

    @property
    def held(self) -> bool:
        """Whether painting is held back."""
        return self._held is not None

    def begin(self) -> None:
        """Hold painting back; where it is held back already, from now on."""
        if self._longest is not None:
            self._longest.stop()
        # The timer first: what is held back has its end in sight.
        self._longest = self._app.set_timer(_LONGEST, self.end)
        if self._held is None:
            self._held = ExitStack()
            self._held.enter_context(self._app.batch_update())

    def end(self) -> None:
        """Paint all that is on the screen, where painting is held back."""
        if self._held is None:
            return
        held, self._held = self._held, None
        held.close()
        # Whole, and every screen: of what was held back nobody knows, and those under a dialog are not told that it is over.
        for screen in self._app.screen_stack:
            screen.refresh()
