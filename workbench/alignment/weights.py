"""How much each evidence weighs: fitted on development data."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from math import log

from workbench.alignment.shapes import Counts

# What beads cost by their shape where nothing is fitted: the order of size of how usual they are.
_USUAL: Mapping[Counts, float] = {
    (1, 1): 0.76, (1, 0): 0.06, (1, 2): 0.06, (2, 1): 0.06, (2, 2): 0.012, (1, 3): 0.012, (3, 1): 0.012,
    (2, 3): 0.004, (3, 2): 0.004, (3, 3): 0.002, (1, 4): 0.003, (4, 1): 0.003, (2, 4): 0.001, (4, 2): 0.001,
    (3, 4): 0.0005, (4, 3): 0.0005, (4, 4): 0.0003,
}  # fmt: skip
RARE = -7.8  # the logarithm for shapes that are not named
_TAUGHT = 30  # beads that what is usual is worth


@dataclass(frozen=True, slots=True)
class Weights:
    """What the terms of a bead's score are multiplied with.

    `vectors` with the likeness of vectors, `evidence` with each kind of evidence by its class's name, `usual` with the
    logarithm of how usual the shape is; `alone` is what an omission or addition of one segment gets. `votes` is what all
    other versions together give a bead that they agree on, `votes_alone` an omission. `separation` multiplies the
    likeness as a log likelihood ratio, which is learned from a first ladder.
    """

    vectors: float
    separation: float
    usual: float
    alone: float
    votes: float
    votes_alone: float
    evidence: Mapping[str, float] = field(default_factory=dict)


def usual(steps: Iterable[Counts]) -> dict[Counts, float]:
    """Return the logarithms of how usual shapes are, as a ladder teaches on top of what is usual anywhere.

    Those of beads are against 1–1, those of omissions and additions (together, under `(1, 0)`) against what is usual.
    """
    seen = Counter((1, 0) if not (m and n) else (m, n) for m, n in steps)
    total = seen.total() + _TAUGHT
    shares = {shape: (seen[shape] + _TAUGHT * share) / total for shape, share in _USUAL.items()}
    result = {shape: log(share / shares[1, 1]) for shape, share in shares.items()}
    result[1, 0] = log(shares[1, 0] / _USUAL[1, 0])
    return result


@dataclass(frozen=True, slots=True)
class Stages:
    """The weights of a first pass, and of those that learned from a ladder: of two versions alone, of many together."""

    first: Weights
    alone: Weights
    together: Weights


_ORDER = (
    "ClauseLabels", "LabelledStarts", "Paragraphs", "Numbers", "Calendar",
    "Cognates", "Ends", "Marks", "Length", "Association", "Terms", "Ratio",
)  # fmt: skip


def _weights(
    vectors: float, separation: float, usual: float, alone: float, votes: float, votes_alone: float, *evidence: float
) -> Weights:
    return Weights(vectors, separation, usual, alone, votes, votes_alone, dict(zip(_ORDER, evidence, strict=True)))


# Sums are natural logarithms of odds: maximum likelihood of the gold paths (a conditional random field), then `alone`
# and `usual` of two stages were set by F1 on seeds that the fit had seen. Labels, paragraphs and terms, which the
# development data hardly has, weigh about what numbers do.
WITH_VECTORS = Stages(
    _weights(8.58, 0.0, 0.94, -2.0, 0.0, 0.0, 0.39, 0.4, 0.3, 0.68, 0.33, 0.31, 0.41, 0.32, 0.11, 0.0, 0.68, 0.19),
    _weights(2.07, 0.16, 0.5, -1.64, 0.0, 0.0, 0.35, 0.3, 0.3, 0.28, 0.27, 0.22, 0.51, 0.0, 0.01, 0.12, 0.28, 0.23),
    _weights(1.68, 0.1, 0.15, -1.56, 2.54, 2.5, 0.28, 0.3, 0.15, 0.12, 0.14, 0.06, 0.0, 0.17, 0.0, 0.09, 0.12, 0.12),
)
WITHOUT_VECTORS = Stages(
    _weights(0.0, 0.0, 0.94, -2.74, 0.0, 0.0, 0.8, 0.8, 0.8, 0.54, 0.5, 0.42, 0.76, 0.44, 0.14, 0.0, 0.6, 0.45),
    _weights(0.0, 0.0, 1.06, -2.62, 0.0, 0.0, 0.8, 0.8, 0.8, 0.52, 0.4, 0.32, 0.64, 0.32, 0.12, 0.1, 0.5, 0.25),
    _weights(0.0, 0.0, 0.83, -2.17, 1.39, 2.09, 0.5, 0.5, 0.5, 0.52, 0.24, 0.12, 0.04, 0.02, 0.02, 0.11, 0.3, 0.22),
)
