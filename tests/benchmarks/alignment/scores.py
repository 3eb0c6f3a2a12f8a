"""Scores of ladders against gold, as `shared/data/score.py` defines them, and what can be added up over sets."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field

Filled = tuple[tuple[int, ...], tuple[int, ...]]  # the segments of both sides of a bead
_BLOCK = 10  # pivot segments that are drawn together by the bootstrap: neighbours are not independent
_BINS = 10


@dataclass(frozen=True, slots=True)
class Found:
    """A bead that an aligner gave: indices of both sides, and its score (0 to 1, None where it gives none)."""

    pivot: tuple[int, ...]
    version: tuple[int, ...]
    score: float | None = None

    @property
    def filled(self) -> Filled:
        """Both sides."""
        return self.pivot, self.version


@dataclass(slots=True)
class Counts:
    """Counts that add up: beads (gold, reported, exactly right, touching), segments without counterpart, crossings."""

    gold: int = 0
    test: int = 0
    right: int = 0
    gold_touched: int = 0
    test_touching: int = 0
    alone_gold: int = 0
    alone_test: int = 0
    alone_right: int = 0
    crossings_gold: int = 0
    crossings_test: int = 0
    crossings_right: int = 0
    scored: list[tuple[float, bool]] = field(default_factory=list)
    blocks: list[tuple[int, int, int]] = field(default_factory=list)

    def __iadd__(self, other: Counts) -> Counts:
        for name in self.__dataclass_fields__:
            setattr(self, name, getattr(self, name) + getattr(other, name))
        return self

    def strict(self) -> float:
        """Strict F1: both sides of a bead exactly right."""
        return 2 * self.right / (self.gold + self.test) if self.gold + self.test else 1.0

    def lax(self) -> float:
        """Lax F1: any overlap on both sides."""
        return harmonic(self.test_touching / max(self.test, 1), self.gold_touched / max(self.gold, 1))

    def calibration(self) -> float | None:
        """Return the expected calibration error over ten bins of equal width (Naeini et al. 2015); None without scores."""
        if not self.scored:
            return None
        bins: list[list[tuple[float, bool]]] = [[] for _ in range(_BINS)]
        for score, right in self.scored:
            bins[min(int(score * _BINS), _BINS - 1)].append((score, right))
        return sum(abs(sum(s for s, _ in some) - sum(r for _, r in some)) for some in bins) / len(self.scored)

    def shares(self, what: str) -> tuple[float, float]:
        """Return precision and recall of what is `alone` or of `crossings`; 1 where there is none to find or to report."""
        right, test, gold = (getattr(self, f"{what}_{kind}") for kind in ("right", "test", "gold"))
        return (right / test if test else 1.0), (right / gold if gold else 1.0)

    def data(self) -> dict[str, float | int | None]:
        """Return the numbers for JSON."""
        plain = {name: value for name, value in asdict(self).items() if isinstance(value, int)}
        return {
            "strict_f1": round(self.strict(), 4),
            "lax_f1": round(self.lax(), 4),
            "calibration_error": None if (error := self.calibration()) is None else round(error, 4),
            **plain,
        }


def counts(gold: Sequence[Filled], test: Sequence[Found]) -> Counts:
    """Return the counts of one ladder against its gold."""
    gold_filled = {bead for bead in gold if all(bead)}
    test_filled = {bead.filled for bead in test if all(bead.filled)}
    alone = _alone(gold), _alone([bead.filled for bead in test])
    crossed = crossed_beads(gold_filled), crossed_beads(test_filled)
    right = gold_filled & test_filled
    last = max((i for a, _ in gold for i in a), default=0)
    blocks = [[0, 0, 0] for _ in range(last // _BLOCK + 1)]
    for column, beads in enumerate((gold_filled, test_filled, right)):
        for a, _ in beads:
            blocks[min(a[0] // _BLOCK, len(blocks) - 1)][column] += 1
    return Counts(
        len(gold_filled),
        len(test_filled),
        len(right),
        _touching(gold_filled, test_filled),
        _touching(test_filled, gold_filled),
        len(alone[0]),
        len(alone[1]),
        len(alone[0] & alone[1]),
        len(crossed[0]),
        len(crossed[1]),
        len(crossed[0] & crossed[1]),
        [(bead.score, bead.filled in right) for bead in test if all(bead.filled) and bead.score is not None],
        [(block[0], block[1], block[2]) for block in blocks],
    )


def harmonic(precision: float, recall: float) -> float:
    """Return F1."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def crossed_beads(beads: set[Filled]) -> set[Filled]:
    """Return the beads outside the longest chain in the order of both sides (which chain, `shared/data/score.py` says)."""
    ordered = sorted(beads)
    ends: list[tuple[int, ...]] = []
    best = []
    for _, b in ordered:
        at = bisect_left(ends, b)
        ends[at : at + 1] = [b]
        best.append(at + 1)
    keep, need = set(), len(ends)
    bound: tuple[int, ...] | None = None
    for index in range(len(ordered) - 1, -1, -1):
        if best[index] == need and (bound is None or ordered[index][1] < bound):
            keep.add(index)
            need, bound = need - 1, ordered[index][1]
    return {bead for index, bead in enumerate(ordered) if index not in keep}


def _alone(beads: Sequence[Filled]) -> set[tuple[str, int]]:
    return {("pivot", i) for a, b in beads if not b for i in a} | {("version", j) for a, b in beads if not a for j in b}


def _touching(beads: set[Filled], others: set[Filled]) -> int:
    met = {(i, j) for a, b in others for i in a for j in b}
    return sum(any((i, j) in met for i in a for j in b) for a, b in beads)
