"""The paces of all that is at work beside the keys: it rests while keys are pressed, and ends with the editor."""

from __future__ import annotations

from weakref import WeakSet

from workbench.model.pause import Pace

_REST = 0.15  # seconds that the work rests from the last key on


class Paces:
    """Gives paces, and holds those of which somebody is at work."""

    def __init__(self) -> None:
        self._given: WeakSet[Pace] = WeakSet()

    def new(self) -> Pace:
        """Return a pace for work that begins."""
        pace = Pace()
        self._given.add(pace)
        return pace

    def give_way(self) -> None:
        """Let all work rest: a key was pressed."""
        for pace in self._given:
            pace.rest(_REST)

    def end(self) -> None:
        """Call all work off: who waits for its threads waits no longer than to their next pause."""
        for pace in self._given:
            pace.cancel()
