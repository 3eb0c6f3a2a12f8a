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
    logarithm of how usual the shape is; `alone` is what an omission or addition of one segment gets, `adapted` with how
    much more usual they are in this ladder, `company` with how like the segment is to those about its place. `votes` is what all
    other versions together give a bead that they agree on, `votes_alone` an omission.
    """

    vectors: float
    usual: float
    alone: float
    adapted: float
    company: float
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


ORDER = (
    "ClauseLabels", "LabelledStarts", "Paragraphs", "Numbers", "Calendar",
    "Cognates", "Ends", "Marks", "Association", "Terms", "Ratio",
)  # fmt: skip


def _weights(
    vectors: float,
    usual: float,
    alone: float,
    adapted: float,
    company: float,
    votes: float,
    votes_alone: float,
    *evidence: float,
) -> Weights:
    return Weights(vectors, usual, alone, adapted, company, votes, votes_alone, dict(zip(ORDER, evidence, strict=True)))


# Sums are natural logarithms of odds: maximum likelihood of the gold ladders of development data, as a conditional random
# field (tests/benchmarks/alignment/fit.py prints them). With vectors, `alone` of both learned stages (fitted: -1.98 and
# -1.06) and `votes_alone` (4.47) are lower than fitted, set by the precision of omissions on seeds that the fit had not
# seen: the fit weighs what it misses and what it invents alike, a reader does not. `votes` (2.76) is lower too: versions
# err alike where they share what misleads them, and at 1.6 no version is worse together than alone by more than .005.
WITH_VECTORS = Stages(
    _weights(7.53, 0.8, -1.69, 0, 0, 0, 0, 0.41, 0.44, 0.4, 0.44, 0.41, 0.28, 0.49, 0.37, 0, 0.44, 0.97),
    _weights(4.78, 0.86, -2.3, 0.34, 1.41, 0, 0, 0.4, 0.42, 0.4, 0.3, 0.41, 0.15, 0.44, 0.34, 0.13, 0.3, 0.21),
    _weights(3.33, 0.51, -1.8, 0.11, 2.14, 1.6, 4.0, 0.4, 0.41, 0.4, 0.34, 0.4, 0.14, 0.3, 0.33, 0.06, 0.34, 0.09),
)
WITHOUT_VECTORS = Stages(
    _weights(0, 1.02, -2.18, 0, 0, 0, 0, 0.4, 0.41, 0.4, 0.46, 0.41, 0.36, 0.5, 0.45, 0, 0.46, 1.32),
    _weights(0, 1.05, -2.41, 0.34, 0, 0, 0, 0.38, 0.41, 0.4, 0.49, 0.41, 0.31, 0.52, 0.38, 0.12, 0.49, 0.35),
    _weights(0, 0.5, -1.54, 0.39, 0, 2.37, 3.64, 0.4, 0.41, 0.4, 0.38, 0.4, 0.16, 0.26, 0.33, 0.13, 0.38, 0.14),
)
# Of segments that are no neighbours in the ladder: there words must tell what order tells elsewhere.
APART = _weights(4.8, 0, 0, 0, 0, 0, 0, 0.4, 0, 0, 0.5, 0.4, 0.4, 0.3, 0.3, 0.3, 0.5, 0.6)
