"""The engine: all versions of a document aligned together, with vectors or without."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property
from itertools import combinations, count
from typing import TypeVar

import numpy as np

from workbench.alignment.band import Band, Floats, Ints, Vectors, band_around
from workbench.alignment.coarse import SMALL, coarse_path, middles, points_of
from workbench.alignment.compose import Draft
from workbench.alignment.crossing import Moved, moved
from workbench.alignment.edges import Evidences, evidences
from workbench.alignment.evidence.evidence import Evidence
from workbench.alignment.evidence.length import Length, information
from workbench.alignment.evidence.paragraphs import Paragraphs
from workbench.alignment.evidence.plain import plain_evidence
from workbench.alignment.evidence.ratio import Ratio
from workbench.alignment.evidence.shape import Ends
from workbench.alignment.gather import gathered
from workbench.alignment.landmarks import landmark_path
from workbench.alignment.pair import Pair, Votes
from workbench.alignment.part import parted, trimmed
from workbench.alignment.pieces import belief, believed
from workbench.alignment.recut import Rungs, recut
from workbench.alignment.search import Found
from workbench.alignment.shapes import Counts, shapes_up_to
from workbench.alignment.side import Side
from workbench.alignment.vectors import Runs, centred, likeness, runs_of
from workbench.alignment.votes import votes_for
from workbench.alignment.weights import WITH_VECTORS, WITHOUT_VECTORS, Stages
from workbench.alignment.witness import witnesses
from workbench.model.ladder import Bead, Ladder, Span
from workbench.model.pause import Pause, go_on

K = TypeVar("K")
V = TypeVar("V")

_SQUARE, _LINE = 4, 6
_WIDE = 16, 8  # cells around the path of the coarse pass, in texts and in long texts
_NARROW = 8, 5  # and around that of a round
_ROUGH: tuple[Counts, ...] = (1, 1), (1, 2), (2, 1), (1, 0)  # shapes of the pass that finds the path without vectors
_ROUNDS = 3  # after the first; two versions alone need only one, to learn
_LONG = 3000  # segments of a version from which on vectors, lengths and shape are enough, and words too slow


class Together:
    """All pairs of versions and their ladders, round by round."""

    def __init__(
        self,
        sides: Sequence[Side],
        vectors: Sequence[Vectors | None],
        fixed: Mapping[int, Sequence[Span]] | None = None,
        evidence: Mapping[int, Sequence[Evidence]] | None = None,
        weights: Stages | None = None,
        pause: Pause = go_on,
    ) -> None:
        """Take sides (the first is the pivot) and the vectors of their segments.

        `fixed` has for the number of a side beads against the pivot that stay; `evidence` what else than
        `plain_evidence()` is asked. `pause` is called again and again while one aligns, which ends by what it raises: what is
        asked for then must be begun anew, or go on by `again`.
        """
        self.sides = tuple(sides)
        self.lengths = [np.array([max(len(text), 1) for text in side.segments], dtype=np.float64) for side in sides]
        self._weights = weights
        self._long = max(map(len, sides), default=0) > _LONG
        line = _SQUARE if self._long else _LINE
        self.shapes = shapes_up_to(_SQUARE, line)
        self._runs: list[Runs | None] = [
            runs_of(centred(np.asarray(rows), lengths), lengths, max(_SQUARE, line))
            if _known(rows, len(lengths))
            else None
            for rows, lengths in zip(vectors, self.lengths, strict=True)
        ]
        self._fixed = {number: tuple(spans) for number, spans in (fixed or {}).items()}
        self._evidence = evidence or {}
        self._pause = pause
        self.pairs: dict[tuple[int, int], Pair] = {}
        self.bands: dict[tuple[int, int], Band] = {}
        self.found: dict[tuple[int, int], Found] = {}
        self.votes: dict[tuple[int, int], Votes | None] = {}
        self._drafts: dict[tuple[int, int], Draft] = {}

    def first_round(self) -> None:
        """Align every pair by itself; in long texts only those with the pivot, which tell enough."""
        numbers = range(len(self.sides))
        for key in [(0, number) for number in numbers[1:]] if self._long else combinations(numbers, 2):
            self._begin(key)
            self.found[key] = self.pairs[key].best(self.bands[key], None)

    def next_round(self, last: bool) -> None:
        """Align every pair again (in the last round only those with the pivot) with what all others say."""
        self._drafts = drafts = {key: Draft(found.steps, self._sure(key)) for key, found in self._paced(self.found)}
        sizes = [len(side) for side in self.sides]
        for key, pair in self.pairs.items():
            if last and key[0]:
                continue
            votes = votes_for(drafts, key, sizes)
            if votes is not None and pair.likeness is None:
                votes = believed(votes, self._belief[key[0]], self._belief[key[1]])
            weights = self.weights(key)
            pair.learn(drafts[key].steps, weights.alone if votes is None else weights.together)
            self.votes[key] = votes
            self.bands[key] = pair.band(points_of(drafts[key].steps), _NARROW[self._long], votes)
            self.found[key] = pair.best(self.bands[key], votes)

    def weights(self, key: tuple[int, int]) -> Stages:
        """Return the weights of a pair: they depend on whether both sides have vectors."""
        if self._weights is not None:
            return self._weights
        return WITHOUT_VECTORS if self._runs[key[0]] is None or self._runs[key[1]] is None else WITH_VECTORS

    def _sure(self, key: tuple[int, int]) -> Sequence[float]:
        """Return how likely the steps of a pair are; in long texts, where to ask would cost too much, all are believed."""
        pair, found = self.pairs[key], self.found[key]
        if len(self.sides) == 2 or self._long:
            return (1.0,) * len(found.steps)
        return pair.likely(self.bands[key], self.votes.get(key), found)

    @cached_property
    def _edges(self) -> Evidences:
        found = evidences(self.sides, any(runs is not None for runs in self._runs))
        return replace(found, pause=self._pause)

    @cached_property
    def _belief(self) -> list[Floats]:
        return [belief(side) for side in self.sides]

    def run(self) -> list[Ladder]:
        """Return the ladders of all sides but the pivot."""
        self.first_round()
        rounds = _ROUNDS if len(self.sides) > 2 and not self._long else 1
        for number in range(rounds):
            self.next_round(number == rounds - 1)
        return self._ladders()

    def again(self, fixed: Mapping[int, Sequence[Span]]) -> list[Ladder]:
        """Return the ladders around other fixed beads, after `run`: what was learned and voted for is not asked again."""
        for number in range(1, len(self.sides)):
            key = (0, number)
            pair = self.pairs[key]
            pair.fixed = tuple(fixed.get(number, ()))
            self.bands[key] = pair.band(points_of(self.found[key].steps), _NARROW[self._long], self.votes.get(key))
            self.found[key] = pair.best(self.bands[key], self.votes.get(key))
        return self._ladders()

    def _begin(self, key: tuple[int, int]) -> None:
        a, b = key
        pivot, version = self.sides[a], self.sides[b]
        evidence = tuple(self._evidence.get(b, plain_evidence())) if a == 0 else plain_evidence()
        evidence = (*evidence, Ratio())
        runs, others = self._runs[a], self._runs[b]
        if runs is not None and others is not None and self._long:
            evidence = tuple(one for one in evidence if isinstance(one, (Length, Ratio, Ends, Paragraphs)))
        fixed = self._fixed.get(b, ()) if a == 0 else ()
        pair = Pair(pivot, version, self.weights(key).first, self.shapes, None, evidence, fixed, pause=self._pause)
        path, wide = self._path(pair, (runs, others), (self.lengths[a], self.lengths[b]))
        if runs is not None and others is not None:
            pair.likeness = likeness(runs, others, middles(path, len(pivot), len(version)))
        if path is not None:
            pair.near = band_around(path, len(pivot), len(version), wide + _NARROW[self._long])
        self.pairs[key] = pair
        self.bands[key] = pair.band(path, wide)

    def _path(
        self, pair: Pair, runs: tuple[Runs | None, Runs | None], lengths: tuple[Floats, Floats]
    ) -> tuple[list[tuple[int, int]] | None, int | Ints]:
        """Return where counterparts stand in a table that is too large to be looked at whole, and how far around that."""
        pivot, version = pair.pivot, pair.version
        wide = _WIDE[self._long]
        if (len(pivot) + 1) * (len(version) + 1) <= SMALL:
            return None, wide
        if runs[0] is not None and runs[1] is not None:
            return coarse_path(runs[0].rows, runs[1].rows, lengths), wide
        path, around = landmark_path(pair.signs(), (information(pivot), information(version)))
        return points_of(pair.rough(_ROUGH, path, around).steps), _WIDE[0]

    def _ladders(self) -> list[Ladder]:
        ladders = {}
        for number in range(1, len(self.sides)):
            key = 0, number
            pair, found = self.pairs[key], self.found[key]
            likely = pair.likely(self.bands[key], self.votes.get(key), found)
            ladders[number] = Rungs(found.steps, likely, pair)
        ends = {number: trimmed(rungs, number, self._edges) for number, rungs in self._paced(ladders)}
        drafts = self._drafts | {
            (0, number): Draft(tuple(rungs.steps), rungs.likely) for number, rungs in ladders.items()
        }
        ladders = {
            number: parted(gathered(rungs, number, self._edges), number, self._edges)
            for number, rungs in self._paced(recut(ends, self._edges))
        }
        return [
            _with_fixed(rungs.steps, rungs.likely, rungs.pair.fixed, self._moved(number, rungs.steps, drafts))
            for number, rungs in self._paced(ladders)
        ]

    def _paced(self, parts: Mapping[K, V]) -> Iterator[tuple[K, V]]:
        """Yield the items of what is gone through, with a pause before each."""
        for item in parts.items():
            self._pause()
            yield item

    def _moved(self, number: int, steps: Sequence[Counts], drafts: Mapping[tuple[int, int], Draft]) -> list[Moved]:
        """Return the crossings of a version, by ladders of all pairs."""
        if all(m for m, _ in steps) or all(n for _, n in steps):
            return []
        return moved(self._apart(number), steps, witnesses(number, self.pairs, drafts))

    def _apart(self, number: int) -> Pair:
        """Return the pair of the pivot and a version with the weights of two alone: nobody votes for what crosses."""
        return replace(self.pairs[0, number], weights=self.weights((0, number)).alone, _kept=None)


def align_together(
    sides: Sequence[Side],
    vectors: Sequence[Vectors | None],
    fixed: Mapping[int, Sequence[Span]] | None = None,
    evidence: Mapping[int, Sequence[Evidence]] | None = None,
) -> list[Ladder]:
    """Return the ladders of all sides but the first, the pivot; every segment is in exactly one bead of each."""
    return Together(sides, vectors, fixed, evidence).run()


def _known(rows: Vectors | None, count: int) -> bool:
    """Return whether there is a vector for each segment, and most are not zero (as where an encoder knows no word)."""
    return rows is not None and len(rows) == count and 2 * int(np.count_nonzero(np.any(rows, axis=1))) > count


def _with_fixed(
    steps: Sequence[Counts], likely: Sequence[float], fixed: Sequence[Span], crossed: Sequence[Moved]
) -> Ladder:
    """Return the ladder of steps with the fixed beads in their places, halves whole at their first segments."""
    wholes = {(span.pivot.start, span.version.start): span for span in fixed if span.bead.pivot and span.bead.version}
    halves = {(0, i): (span.bead, span.pivot) for span in fixed if not span.bead.version for i in span.pivot}
    halves |= {(1, j): (span.bead, span.version) for span in fixed if not span.bead.pivot for j in span.version}
    names = _names({span.bead.mark for span in fixed})
    for one in crossed:
        if halves.keys() & ({(0, i) for i in one.pivot} | {(1, j) for j in one.version}):
            continue
        mark, score = next(names), round(one.score, 2)
        halves |= {(0, i): (Bead(len(one.pivot), 0, score=score, mark=mark), one.pivot) for i in one.pivot}
        halves |= {(1, j): (Bead(0, len(one.version), score=score, mark=mark), one.version) for j in one.version}
    beads: list[Bead] = []
    i = j = 0
    for (m, n), score in zip(steps, likely, strict=True):
        whole = wholes.get((i, j)) if m and n else None
        half = halves.get((0, i)) if not n else halves.get((1, j)) if not m else None
        if whole is not None:
            beads.append(whole.bead)
        elif half is None:
            beads.append(Bead(m, n, score=round(score, 2)))
        elif half[1].start == (i if half[0].pivot else j):
            beads.append(half[0])
        i, j = i + m, j + n
    return Ladder(tuple(beads))


def _names(taken: Collection[str]) -> Iterator[str]:
    return (name for number in count(1) if (name := f"@moved{number}") not in taken)
