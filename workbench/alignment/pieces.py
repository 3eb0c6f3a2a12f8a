"""Pieces: short segments that do not end as a sentence does, and how far votes for leaving them alone are believed.

What a version leaves out is mostly a whole sentence. Where half a line that is short ("The General Assembly") has no
counterpart of its own, the lengths of its bead tell nothing of it, and every pair of versions without vectors leaves it alone
for the same reason: their votes repeat one guess.
"""

from __future__ import annotations

import unicodedata

import numpy as np

from workbench.alignment.band import Floats
from workbench.alignment.evidence.length import information
from workbench.alignment.evidence.shape import ending
from workbench.alignment.pair import Votes
from workbench.alignment.side import Side

_SHORT = 0.5  # of what is usual in the text: pieces are believed the less the shorter they are than this


def belief(side: Side) -> Floats:
    """Return for each segment how far a vote for leaving it alone is believed, 0 to 1: less only for short pieces."""
    result = np.ones(len(side))
    pieces = [index for index, text in enumerate(side.segments) if _is_piece(text)]
    if pieces:
        lengths = np.array(information(side))
        result[pieces] = np.minimum(1.0, lengths[pieces] / (_SHORT * np.median(lengths)))
    return result


def believed(votes: Votes, pivot: Floats, version: Floats) -> Votes:
    """Return votes with those for segments alone as far as they are believed on either side."""
    return Votes(votes.beads, votes.pivot_alone * pivot, votes.version_alone * version)


def _is_piece(text: str) -> bool:
    """Return whether a text ends without a mark, or with a comma."""
    last = text.rstrip()[-1:]
    return ending(text) == "," or not unicodedata.category(last or " ").startswith("P")
