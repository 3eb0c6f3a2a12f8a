"""The shapes of beads that the programme knows, most usual first."""

from __future__ import annotations

Counts = tuple[int, int]

OMISSION: Counts = (1, 0)
_LONG = 6


def shapes_up_to(square: int, line: int = _LONG) -> tuple[Counts, ...]:
    """Return the omission, then beads m–n: up to `square`–`square`, and 1–n and m–1 up to `line`, smallest first."""
    filled = [
        (m, n)
        for m in range(1, max(square, line) + 1)
        for n in range(1, max(square, line) + 1)
        if max(m, n) <= square or (min(m, n) == 1 and max(m, n) <= line)
    ]
    return (*sorted(filled, key=lambda shape: (sum(shape), abs(shape[0] - shape[1]))), OMISSION)
