"""Letters that were lost on the way: a program saved a text in an encoding that does not have them."""

from __future__ import annotations


def lost_letters(before: str, after: str) -> bool:
    """Return whether a text came back with question marks in the places of letters, and otherwise as it was."""
    if "?" not in after or len(before) != len(after):
        return False
    changed = [(old, new) for old, new in zip(before, after, strict=True) if old != new]
    return any(old.isalpha() for old, _ in changed) and all(new == "?" and not old.isascii() for old, new in changed)
