"""Witnesses: what the other versions tell of two segments that stand far apart in the order of two versions.

What a version has in place of a pivot segment can be more like a segment of a third than the pivot's own text is: two
related languages share words, whatever the pivot's language is. And what another version has in its place has not moved.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from workbench.alignment.band import Floats, Ints
from workbench.alignment.compose import Draft
from workbench.alignment.pair import Pair
from workbench.alignment.votes import draft_between
from workbench.alignment.weights import APART

_SURE = 0.5  # how likely a bead must be for its version segments to stand for a pivot segment
_MOST = 1_000_000  # cells that are looked at; where more are left alone, nothing is a crossing
_ONE = ((1, 1),)

# Logarithms of odds that two segments left alone are a crossing (logistic regression on Declarations of Human Rights with
# paragraphs moved, with paragraphs missing, and whole, in twenty-five languages): by how much more alike they are than either is
# to any other, how many pairs were compared, how surely others have the version's segment in its place.
_MARGIN, _COMPARED, _HELD, _BEFORE = 1.4, -1.8, -5.0, 5.0


@dataclass(frozen=True, slots=True)
class Witness:
    """Another version. `pair` is it and the version, `turned` where the version is the pair's first.

    `rows` are its segments that stand for pivot segments: those from `starts[k]` on for `known[k]`. `held` tells for each
    of the version's segments how surely it has a counterpart here, in order.
    """

    pair: Pair
    turned: bool
    known: Ints
    rows: Ints
    starts: Ints
    held: Floats

    def likeness(self, pivot: Ints, columns: Ints) -> tuple[Ints, Floats]:
        """Return which of the pivot segments this knows, by place, and how like to version segments what stands for them is."""
        places = np.flatnonzero(np.isin(pivot, self.known))
        if not len(places):
            return places, np.zeros((0, len(columns)))
        at = np.searchsorted(self.known, pivot[places])
        ends = np.append(self.starts[1:], len(self.rows))[at]
        lengths = ends - self.starts[at]
        begins = np.cumsum(lengths) - lengths
        rows = self.rows[np.repeat(self.starts[at] - begins, lengths) + np.arange(lengths.sum())]
        return places, np.maximum.reduceat(_alike(self.pair, rows, columns, self.turned), begins, axis=0)


def witnesses(
    number: int, pairs: Mapping[tuple[int, int], Pair], drafts: Mapping[tuple[int, int], Draft]
) -> list[Witness]:
    """Return the other versions that are aligned with the pivot and with a version, given by its number, by their ladders."""
    result = []
    for other in sorted({b for a, b in drafts if a == 0 and b != number}):
        key = min(other, number), max(other, number)
        if key not in drafts:
            continue
        known, rows, starts = _standing(drafts[0, other])
        pair = replace(pairs[key], weights=APART, shapes=_ONE, _kept=None, _said=None)
        result.append(Witness(pair, other > number, known, rows, starts, _held(draft_between(drafts, other, number))))
    return result


def odds(pair: Pair, others: Sequence[Witness], alone: tuple[Ints, Ints]) -> Floats | None:
    """Return the log odds that segments left alone are crossings: pivot segments × version segments, both ascending.

    None where there is no witness, or too much is alone.
    """
    mine, theirs = alone
    count = len(pair.pivot), len(pair.version)
    if not others or not len(mine) or not len(theirs) or len(mine) * count[1] + len(theirs) * count[0] > _MOST:
        return None
    own = replace(pair, weights=APART, shapes=_ONE, _kept=None, _said=None)
    across = _total(own, others, mine, np.arange(count[1]))
    down = _total(own, others, np.arange(count[0]), theirs)
    margin = across[:, theirs] - np.maximum(_highest_but_one(across)[:, theirs], _highest_but_one(down.T).T[mine])
    held = np.mean([other.held[theirs] for other in others], axis=0)
    return np.asarray(_MARGIN * margin + _COMPARED * np.log(len(mine) * len(theirs)) + _HELD * held + _BEFORE)


def _total(pair: Pair, others: Sequence[Witness], rows: Ints, columns: Ints) -> Floats:
    """Return how like pivot and version segments are, by their own evidence and by the mean of what the others say."""
    told, heard = np.zeros((len(rows), len(columns))), np.zeros(len(rows))
    for other in others:
        places, likeness = other.likeness(rows, columns)
        told[places] += likeness
        heard[places] += 1
    return _alike(pair, rows, columns, turned=False) + told / np.maximum(heard, 1)[:, None]


def _alike(pair: Pair, rows: Ints, columns: Ints, turned: bool) -> Floats:
    first, second = (columns, rows) if turned else (rows, columns)
    cells = pair.terms(np.repeat(first, len(second)), np.tile(second, len(first)))
    table = cells[0].reshape(len(first), len(second)).astype(np.float64)
    return np.asarray(table.T if turned else table)


def _highest_but_one(table: Floats) -> Floats:
    """Return for each cell the highest value of its row without it; −inf in rows of one cell."""
    result = np.full_like(table, -np.inf)
    if table.shape[1] > 1:
        best = table.argmax(axis=1)
        rows = np.arange(len(table))
        result[:] = table[rows, best][:, None]
        result[rows, best] = np.partition(table, -2, axis=1)[:, -2]
    return result


def _standing(draft: Draft) -> tuple[Ints, Ints, Ints]:
    """Return the pivot segments that are alone in their bead, the other side's segments there, and where these begin."""
    known: list[int] = []
    rows: list[int] = []
    starts: list[int] = []
    i = j = 0
    for (m, n), sure in zip(draft.steps, draft.sure, strict=True):
        if m == 1 and n and sure > _SURE:
            known.append(i)
            starts.append(len(rows))
            rows.extend(range(j, j + n))
        i, j = i + m, j + n
    return np.array(known, dtype=np.int64), np.array(rows, dtype=np.int64), np.array(starts, dtype=np.int64)


def _held(draft: Draft) -> Floats:
    sure = [sure if m else 0.0 for (m, _), sure in zip(draft.steps, draft.sure, strict=True)]
    return np.asarray(np.repeat(sure, [n for _, n in draft.steps]))
