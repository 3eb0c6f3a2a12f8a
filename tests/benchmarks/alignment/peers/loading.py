"""Peers' modules that stand in folders of their own."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from typing import Any


def module(path: Path) -> Any:
    """Return the module of a Python file, loaded once; raise ImportError where it cannot be."""
    name = f"peer_{path.stem}"
    if name in sys.modules:
        return sys.modules[name]
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None or not path.is_file():
        raise ImportError(f"no module at {path}")
    made = importlib.util.module_from_spec(spec)
    sys.modules[name] = made  # numba finds functions by their module's name
    spec.loader.exec_module(made)
    return made
