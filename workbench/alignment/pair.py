"""Two versions that are aligned: their evidence, their votes, their fixed beads, and the search over all of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from workbench.alignment.band import Band, Floats, Ints, band_around, band_of, whole_band
from workbench.alignment.coarse import middles, points_of
from workbench.alignment.evidence.evidence import BeadEvidence, BeadTable, Evidence, SignEvidence, Signs
from workbench.alignment.evidence.length import Length
from workbench.alignment.evidence.ratio import Ratio
from workbench.alignment.measures import Shared, shared_signs, weighted
from workbench.alignment.posterior import probabilities
from workbench.alignment.search import Found, Table, best_way
from workbench.alignment.shapes import Counts
from workbench.alignment.side import Side
from workbench.alignment.tiles import in_tiles
from workbench.alignment.vectors import Likeness
from workbench.alignment.weights import RARE, Weights, usual
from workbench.model.ladder import Span, ladder_of
from workbench.model.pause import Pause, go_on

_KEPT = 6_000_000  # scores of a pair that are kept from round to round
_SLIGHT = 0.005  # what says less says nothing
_ABOUT = 2  # segments before and behind a segment's place that are looked at for company


@dataclass(frozen=True, slots=True)
class Votes:
    """What the other versions say: of beads as (row, column, shape, vote), of segments alone on either side.

    A vote is a share of the other versions, 0 to 1.
    """

    beads: Sequence[tuple[int, int, Counts, float]]
    pivot_alone: Floats
    version_alone: Floats


@dataclass(slots=True)
class Pair:
    """Two sides, the evidence between them, and what is fixed. `likeness` is None where there are no vectors.

    `near` holds the cells around which alone signs are looked for, in long texts. `pause` is called again and again while
    the pair is at work, which ends by what it raises.
    """

    pivot: Side
    version: Side
    weights: Weights
    shapes: tuple[Counts, ...]
    likeness: Likeness | None
    evidence: tuple[Evidence, ...]
    fixed: tuple[Span, ...] = ()
    near: Band | None = None
    pause: Pause = go_on
    _held: dict[int, tuple[Evidence, Signs]] = field(default_factory=dict)
    _signs: dict[int, tuple[Evidence, Shared]] = field(default_factory=dict)
    _tables: dict[int, tuple[Evidence, BeadTable]] = field(default_factory=dict)
    _usual: dict[Counts, float] = field(default_factory=lambda: usual(()))
    _company: tuple[Floats, Floats] | None = None
    _kept: tuple[Band, NDArray[np.float32]] | None = None
    _said: tuple[Weights, Shared | None] | None = None

    def band(self, path: Sequence[tuple[int, int]] | None, wide: int | Ints, votes: Votes | None = None) -> Band:
        """Return the band around a path (all cells where there is none) and what is voted for, through fixed beads."""
        count = len(self.pivot), len(self.version)
        band = whole_band(*count) if path is None else band_around(path, *count, wide)
        if votes is not None and votes.beads:
            places = np.array([(i, j, *shape) for i, j, shape, _ in votes.beads], dtype=np.int64)
            low, high = band.low.copy(), band.high.copy()
            for rows, columns in (
                (places[:, 0], places[:, 1]),
                (places[:, 0] + places[:, 2], places[:, 1] + places[:, 3]),
            ):
                np.minimum.at(low, rows, columns)
                np.maximum.at(high, rows, columns + 1)
            band = band_of(np.minimum.accumulate(low[::-1])[::-1], np.maximum.accumulate(high))
        whole = [span for span in self.fixed if span.bead.pivot and span.bead.version]
        if not whole:
            return band
        low, high = band.low.copy(), band.high.copy()
        for span in whole:
            a, b, c, d = span.pivot.start, span.pivot.stop, span.version.start, span.version.stop
            high[: a + 1] = np.minimum(high[: a + 1], c + 1)
            low[b:] = np.maximum(low[b:], d)
            low[a], high[a] = min(low[a], c), c + 1
            low[b], high[b] = d, max(high[b], d + 1)
        low = np.minimum(low, high - 1)
        low = np.maximum.accumulate(low)  # neighbours must overlap
        high = np.maximum(high, low + 1)
        for span in whole:
            inside = slice(span.pivot.start + 1, span.pivot.stop)
            low[inside] = high[inside] = span.version.start
        return band_of(low, high)

    def best(self, band: Band, votes: Votes | None) -> Found:
        """Return the best way through the band."""
        return best_way(self.table(band, votes))

    def rough(self, shapes: tuple[Counts, ...], path: Sequence[tuple[int, int]], wide: int | Ints) -> Found:
        """Return the best way through the band around a path by beads of a few shapes only, as if nothing were fixed."""
        near = band_around(path, len(self.pivot), len(self.version), wide)
        few = replace(self, shapes=shapes, fixed=(), near=near, _signs={}, _kept=None, _said=None)
        return few.best(near, None)

    def likely(self, band: Band, votes: Votes | None, found: Found) -> Sequence[float]:
        """Return how likely each step of a way is."""
        return probabilities(self.table(band, votes), found)

    def reasons(self, pivot: range, version: range) -> dict[str, float]:
        """Return what each kind of evidence says of a bead, weighed, in logarithms of odds: for it if positive.

        Kinds that say nothing are left out. Votes are not among them: they are no evidence of the two texts.
        """
        rows, columns = np.array([pivot.start]), np.array([version.start])
        shape = (len(pivot), len(version))
        if not all(shape):
            return self.omission(pivot, version)
        result = {"Shape": self.shape(shape)}
        if self.likeness is not None:
            longest = len(self.likeness.crowd_pivot)
            if max(shape) <= longest:
                score = float(self.likeness.scores(rows, columns, (shape,))[0, 0])
                result["Vectors"] = self.weights.vectors * score
        for one in self.evidence:
            name = type(one).__name__
            weight = self.weights.evidence.get(name, 0.0)
            if weight and isinstance(one, SignEvidence):
                result[name] = weight * float(self._shared(one).scores(rows, columns, (shape,))[0, 0])
            elif weight and isinstance(one, BeadEvidence):
                result[name] = weight * float(self._measure(one)(rows, columns, *shape)[0])
        return {name: value for name, value in result.items() if abs(value) >= _SLIGHT}

    def omission(self, pivot: range, version: range) -> dict[str, float]:
        """Return what speaks for leaving segments of either side alone, weighed: shape, and company, which is against it."""
        result = {"Shape": self.shape((1, 0)) * (len(pivot) + len(version))}
        if self._company is not None:
            like = (
                self._company[0][pivot.start : pivot.stop].sum() + self._company[1][version.start : version.stop].sum()
            )
            result["Company"] = -self.weights.company * float(like)
        return result

    def learn(self, steps: Sequence[Counts], weights: Weights) -> None:
        """Let the evidence learn from a ladder between the two sides, and weigh it anew."""
        ladder = ladder_of(steps)
        learned = []
        for one in self.evidence:
            self.pause()
            learned.append(one.learned(self.pivot, self.version, ladder))
        self.evidence = tuple(learned)
        held = {id(one) for one in self.evidence}  # what was only for those that have learned since is let go
        self._held.clear()  # by now they are weighed and paired
        for kept in (self._signs, self._tables):
            for key in kept.keys() - held:
                del kept[key]
        self._company = self.company(steps)
        self._usual = usual(steps)
        self.weights = weights
        self._kept = self._said = None

    def length(self) -> Length:
        """Return what is learned of lengths (what is usual, before)."""
        learned = (one.length for one in self.evidence if isinstance(one, Ratio))
        return next(learned, Length())

    def company(self, steps: Sequence[Counts]) -> tuple[Floats, Floats] | None:
        """Return for each segment of both sides how like it is to the likest segment about where a ladder would have it.

        What has like company there is hardly left alone, even where a longer neighbour fills the bead without it. None
        where there are no vectors.
        """
        if self.likeness is None or not len(self.pivot) or not len(self.version):
            return None
        middle = middles(points_of(tuple(steps)), len(self.pivot), len(self.version))
        rows, columns = np.arange(len(self.pivot)), np.arange(len(self.version))
        near = range(-_ABOUT, _ABOUT + 1)
        mine = [self.likeness.singles(rows, np.clip(middle[0] + lag, 0, len(columns) - 1)) for lag in near]
        theirs = [self.likeness.singles(np.clip(middle[1] + lag, 0, len(rows) - 1), columns) for lag in near]
        return np.max(mine, axis=0).astype(np.float64), np.max(theirs, axis=0).astype(np.float64)

    def table(self, band: Band, votes: Votes | None) -> Table:
        """Return what is searched: scores of beads at the band's cells, linear in the weights."""
        alone = np.full(len(self.version), self.shape((0, 1)))
        if self._company is not None:
            alone = alone - self.weights.company * self._company[1]
        if votes is not None:
            alone = alone + self.weights.votes_alone * votes.version_alone
        jumps = {
            (span.pivot.start, span.version.start): (span.pivot.stop, span.version.stop)
            for span in self.fixed
            if span.bead.pivot and span.bead.version
        }

        def scores(rows: Ints, columns: Ints) -> NDArray[np.float32]:
            result = self._plain(band, rows, columns)
            if votes is not None:
                result = self._voted(result, band, rows, columns, votes)
            return self._barred(result, rows, columns) if self.fixed else result

        return Table(band, self.shapes, scores, alone, jumps, self.pause)

    def _plain(self, band: Band, rows: Ints, columns: Ints) -> NDArray[np.float32]:
        """Return the scores of beads at cells without votes; those of short pairs are computed once."""
        if band.size * len(self.shapes) > _KEPT:
            return self.terms(rows, columns)
        if self._kept is not None:
            at = self._kept[0].index(rows, columns)
            if not len(at) or int(at.max()) < self._kept[0].size:
                return self._kept[1][:, at]
        self._kept = band, self.terms(*band.cells(0, len(band.low)))
        return self._kept[1][:, band.index(rows, columns)]

    def shape(self, shape: Counts) -> float:
        """Return what a bead gets for its shape."""
        weights = self.weights
        if not (shape[0] and shape[1]):
            return weights.alone + weights.adapted * self._usual[1, 0]
        return weights.usual * self._usual.get(shape, RARE)

    def terms(self, rows: Ints, columns: Ints) -> NDArray[np.float32]:
        """Return the weighted sum of all evidence for beads at the given cells, a row a shape; −inf what may not be.

        Rows ascend, and in each row columns do.
        """
        return in_tiles(rows, columns, len(self.shapes), self._tile)

    def _tile(self, rows: Ints, columns: Ints) -> NDArray[np.float32]:
        """Return the same for all cells of some rows and columns: shapes × rows × columns."""
        self.pause()
        weights = self.weights
        result = np.zeros((len(self.shapes), len(rows), len(columns)), dtype=np.float32)
        if self.likeness is not None:
            result += np.float32(weights.vectors) * self.likeness.tile(rows, columns, self.shapes)
        tables = [
            (weight, self._measure(one))
            for one in self.evidence
            if isinstance(one, BeadEvidence) and (weight := weights.evidence.get(type(one).__name__, 0.0))
        ]
        signs = self._weighted_signs()
        if signs is not None:
            result += signs.tile(rows, columns, self.shapes)
        count = len(self.pivot), len(self.version)
        for index, (m, n) in enumerate(self.shapes):
            shape = self.shape((m, n))
            if not n:
                alone = np.append(np.full(count[0], shape), -np.inf)
                if self._company is not None:
                    alone[:-1] -= weights.company * self._company[0]
                result[index] = alone[np.minimum(rows, count[0])][:, None]
                continue
            a, b = np.searchsorted(rows, count[0] - m, "right"), np.searchsorted(columns, count[1] - n, "right")
            total = np.full((a, b), shape)
            for weight, table in tables:
                total += weight * table(rows[:a, None], columns[None, :b], m, n)
            result[index, :a, :b] += total
            result[index, a:] = result[index, :, b:] = -np.inf
        return result

    def _weighted_signs(self) -> Shared | None:
        if self._said is None or self._said[0] is not self.weights:
            shared = [
                (self.weights.evidence.get(type(one).__name__, 0.0), self._shared(one))
                for one in self.evidence
                if isinstance(one, SignEvidence)
            ]
            self._said = self.weights, weighted(shared)
        return self._said[1]

    def signs(self) -> list[Signs]:
        """Return the signs of each kind of evidence that has some."""
        return [self._found(one) for one in self.evidence if isinstance(one, SignEvidence)]

    def _found(self, one: SignEvidence) -> Signs:
        if id(one) not in self._held:
            self.pause()
            self._held[id(one)] = one, one.signs(self.pivot, self.version)
        return self._held[id(one)][1]

    def _shared(self, one: SignEvidence) -> Shared:
        if id(one) not in self._signs:
            self.pause()
            # Only what the path was found by is held already; what was learned since is asked for once.
            held = self._held.get(id(one))
            found = one.signs(self.pivot, self.version) if held is None else held[1]
            self._signs[id(one)] = one, shared_signs(found, self.near)
        return self._signs[id(one)][1]

    def _measure(self, one: BeadEvidence) -> BeadTable:
        if id(one) not in self._tables:
            self.pause()
            self._tables[id(one)] = one, one.table(self.pivot, self.version)
        return self._tables[id(one)][1]

    def _barred(self, scores: NDArray[np.float32], rows: Ints, columns: Ints) -> NDArray[np.float32]:
        """Return the scores with −inf for beads that hold segments of fixed beads, or omit such as are aligned."""
        held = np.zeros(len(self.pivot) + 1, dtype=np.int64), np.zeros(len(self.version) + 1, dtype=np.int64)
        kept = np.zeros(len(self.pivot) + 1, dtype=np.bool_)
        for span in self.fixed:
            held[0][span.pivot.start + 1 : span.pivot.stop + 1] = 1
            held[1][span.version.start + 1 : span.version.stop + 1] = 1
            if span.bead.version:
                kept[span.pivot.start : span.pivot.stop] = True
        mine, theirs = np.cumsum(held[0]), np.cumsum(held[1])
        result = scores.copy()
        for index, (m, n) in enumerate(self.shapes):
            if not n:
                result[index, kept[rows]] = -np.inf
                continue
            ends = np.minimum(rows + m, len(self.pivot)), np.minimum(columns + n, len(self.version))
            result[index, (mine[ends[0]] > mine[rows]) | (theirs[ends[1]] > theirs[columns])] = -np.inf
        return result

    def _voted(
        self, scores: NDArray[np.float32], band: Band, rows: Ints, columns: Ints, votes: Votes
    ) -> NDArray[np.float32]:
        result = scores.copy()
        number = {shape: index for index, shape in enumerate(self.shapes)}
        start = int(band.index(rows[:1], columns[:1])[0])
        first, last = int(rows[0]), int(rows[-1])
        known = [vote for vote in votes.beads if first <= vote[0] <= last and vote[2] in number]
        if known:
            places = np.array([(i, j, number[shape]) for i, j, shape, _ in known], dtype=np.int64)
            at = band.index(places[:, 0], places[:, 1])
            held = at < band.size
            shares = np.array([share for *_, share in known])
            np.add.at(
                result, (places[held, 2], at[held] - start), (self.weights.votes * shares[held]).astype(np.float32)
            )
        alone = np.append(votes.pivot_alone, 0.0)[rows]
        for index, (_, n) in enumerate(self.shapes):
            if not n:
                result[index] += (self.weights.votes_alone * alone).astype(np.float32)
        return result
