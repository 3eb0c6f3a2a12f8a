"""Our engine, in the ways that it is used: functions from a set and vectors to ladders."""

from __future__ import annotations

import numpy as np

from tests.benchmarks.alignment.scores import Found
from tests.benchmarks.alignment.sets import ParallelSet, found
from tests.benchmarks.alignment.vectors import Rows, Vectors
from workbench.alignment.documents import align_document
from workbench.alignment.side import Side
from workbench.alignment.together import align_together

Ladders = dict[str, list[Found]]


def together(one: ParallelSet, rows: Rows | None) -> Ladders:
    """Align all versions together, as the commands do it; `rows` None aligns without vectors."""
    aligned = align_document(one.document(), rows)
    return {tag: found(aligned.ladders[tag]) for tag in one.gold}


def alone(one: ParallelSet, rows: Rows | None) -> Ladders:
    """Align each version with the pivot alone."""
    return {tag: together(one.pair(tag), rows)[tag] for tag in one.gold}


def engine(one: ParallelSet, rows: Rows | None) -> Ladders:
    """Align all versions together without what is made of labels and texts before: for long texts, where time counts."""
    sides = list(one.sides.items())
    ladders = align_together([side for _, side in sides], [_stacked(tag, side, rows) for tag, side in sides], {})
    return {tag: found(ladder) for (tag, _), ladder in zip(sides[1:], ladders, strict=True)}


def _stacked(tag: str, side: Side, rows: Rows | None) -> Vectors | None:
    return None if rows is None else np.asarray(rows.encode(side.segments, tag))
