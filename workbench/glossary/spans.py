"""Which stretch of a version's row stands for a stretch of the pivot's."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from workbench.glossary.tokens import PARTED, Tokens

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from workbench.glossary.likeness import Vectors

    Flags: TypeAlias = NDArray[np.bool_]
    Numbers: TypeAlias = NDArray[np.int64]

_FURTHER = 3  # words more than twice the pivot's that a stretch may have; one where spaces do not part them
_RIVAL = 1.0  # how much it counts that words stand for others of the pivot


class Span(NamedTuple):
    """Tokens of a row from `first` to `last`, and how surely they stand for the pivot's: 0 to 1."""

    score: float
    first: int
    last: int


class Shape(NamedTuple):
    """Of each token of a row: whether it says nothing, the number of its part between commas, where a word stands again."""

    little: Flags
    parts: Numbers
    again: Numbers


def best_span(scores: Vectors, own: Sequence[int], tokens: Tokens, row: int, shaped: Shape) -> Span | None:
    """Return the stretch that stands most surely for the tokens `own` of the pivot's row, of which all say something.

    It scores by how well it covers them, and by how much of it stands for them rather than for others of the pivot. It
    begins and ends with a word that says something, no comma is inside, and no word stands in it twice. `shaped` is the
    row's `shape`.
    """
    import numpy as np

    held = tokens.rows[row]
    if not held or not own:
        return None
    mine = scores[list(own)]
    inside = mine.max(axis=0)
    others = np.delete(scores, list(own), axis=0)
    rivals = others.max(axis=0) if len(others) else np.zeros(len(held), dtype=np.float32)
    gain = np.where(inside >= rivals, inside, np.maximum(inside - _RIVAL * (rivals - inside), 0))
    little, parts, again = shaped
    gains, counted = np.cumsum([0, *np.where(little, 0, gain)]), np.cumsum([0, *(~little)])
    best: Span | None = None
    cover = np.array(mine)
    for size in range(1, min(len(held), 2 * len(own) + (1 if tokens.unspaced else _FURTHER)) + 1):
        if size > 1:
            cover = np.maximum(cover[:, :-1], mine[:, size - 1 :])
        last = len(held) - size
        words = np.maximum(counted[size:] - counted[:-size], 1)
        filled = (gains[size:] - gains[:-size]) / words
        values = np.sqrt(np.maximum((cover.mean(axis=0) + cover.min(axis=0)) / 2 * filled, 0))
        allowed = again[: last + 1] > np.arange(size - 1, len(held))
        allowed &= ~little[: last + 1] & ~little[size - 1 :] & (parts[size - 1 :] == parts[: last + 1])
        values = np.where(allowed, values, -1)
        at = int(values.argmax())
        if values[at] > (best.score if best else 0):
            best = Span(float(values[at]), at, at + size - 1)
    return best


def shape(tokens: Tokens, row: int) -> Shape:
    """Return what all runs of the pivot ask of a row."""
    import numpy as np

    held, text = tokens.rows[row], tokens.texts[row]
    breaks = (bool(PARTED.search(text[a.end : b.start])) for a, b in pairwise(held))
    return Shape(np.array([token.little for token in held]), np.cumsum([0, *breaks]), _again(tokens, row))


def _again(tokens: Tokens, row: int) -> Numbers:
    """Return for each token of a row where, from there on, a word first stands that has stood since."""
    import numpy as np

    held = tokens.rows[row]
    result = np.full(len(held), len(held))
    next_of: dict[str, int] = {}
    nearest = len(held)
    for at in range(len(held) - 1, -1, -1):
        if not tokens.says_nothing(held[at]):
            nearest = min(nearest, next_of.get(held[at].stem, len(held)))
            next_of[held[at].stem] = at
        result[at] = nearest
    return result
