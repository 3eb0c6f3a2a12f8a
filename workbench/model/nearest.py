"""What somebody may have meant by a name that is not known."""

from __future__ import annotations

from collections.abc import Collection
from difflib import get_close_matches


def advice(name: str, known: Collection[str]) -> str:
    """Return what to say of an unknown name: the known one that is nearest, else all there are."""
    near = get_close_matches(name.lower(), known, n=1)
    return f"did you mean {near[0]}?" if near else f"there are: {', '.join(sorted(known))}"
