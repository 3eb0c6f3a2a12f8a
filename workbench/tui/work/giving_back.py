"""Memory that long work needed for a while, given back to the system."""

from __future__ import annotations

import ctypes
import os


def give_back() -> None:
    """Give back what is free; does nothing where the C library keeps its own counsel."""
    trim = getattr(ctypes.CDLL(None), "malloc_trim", None) if os.name == "posix" else None
    if trim is not None:
        trim(0)
