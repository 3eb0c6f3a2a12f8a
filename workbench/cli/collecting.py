"""Long runs without the search for cycles in memory."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collecting() -> Iterator[None]:
    """Look for no cycles in memory meanwhile: what is read once is kept to the end, and the search takes a tenth of the time.

    What is there then is passed over by later searches too, the one at the end of the program among them.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_on:
            gc.enable()
