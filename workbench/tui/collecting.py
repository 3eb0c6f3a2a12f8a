"""Collecting garbage so that no key waits for it: a little at a time, and the rest while nobody presses a key.

Nearly all that the editor drops is free at once, by its count of references. What is left stands in circles, and to find
those Python stops everything else.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic

_YOUNG = 5_000  # objects that are looked at in one go: two milliseconds
_LATER = 1_000_000_000  # such goes until older objects are looked at, too: never
REST = 1.0  # seconds without a key after which they are


@contextmanager
def loading() -> Iterator[None]:
    """Collect nothing while a document is loaded, and from then on never look at what was loaded."""
    gc.disable()
    try:
        yield
        gc.freeze()
    finally:
        gc.enable()


class Collector:
    """Collects in an editor: call `give_way` for each key, and `look` again and again."""

    def __init__(self) -> None:
        self._last = monotonic()
        gc.set_threshold(_YOUNG, _LATER, _LATER)

    def give_way(self) -> None:
        """A key was pressed: wait."""
        self._last = monotonic()

    def look(self) -> None:
        """Collect, when there is something and no key was pressed for a while."""
        if gc.get_count()[1] and monotonic() - self._last > REST:
            gc.collect()  # what was there when the document was loaded is passed over
