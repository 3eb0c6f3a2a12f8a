"""The fit of the engine's weights: `python -m tests.benchmarks.alignment.fit` prints them as `weights.py` has them.

A ladder is the best way through a table of bead scores, and a bead's score is a weighted sum of what its evidence says.
So the ways through the table are a conditional random field (Lafferty, McCallum, Pereira 2001), and the weights are
those that make the gold ladders of the development data likeliest: the gradient is what the gold ladder holds of each
evidence less what is to be expected of it over all ways, which the forward–backward algorithm gives. Probabilities of
beads are calibrated because they are fitted as such; there is no step behind that bends them.

Three stages, each fitted on what the engine has when it uses them: `first` without votes and without anything learned;
`alone` with what the first ladder taught; `together` with the votes of other versions on top, as they are in the last
round. The stages are fitted in this order, and twice, because the later see the earlier ones' ladders. Weights with
vectors are fitted on `e5` and `words` at once, so that they suit good and middling vectors: what differs between
encoders is learned from each document, by how alike segments are to those about their place (`Pair.company`). Families
of sets count as often as they have texts, however many seeds there are.

The development data are few texts, hardly any of which has labels, dates or paragraphs. So every weight has a prior, a
normal distribution around a round number (`PRIOR`), worth some dozens of beads: evidence that is the logarithm of a
likelihood ratio would weigh 1 if kinds were independent; they are not, and about .4 each is what a dozen of kinds can
have. Names and terms of the glossary, which no development set has, get the weight of numbers. Weights keep the sign of
their prior: evidence for a bead never counts against it. `--encoders e5,words` and `--without` choose what is fitted,
`--sets` on which families of sets; how far it is goes to standard error.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace

import numpy as np
from numpy.typing import NDArray

from tests.benchmarks.alignment.scores import Filled
from tests.benchmarks.alignment.sets import SHARED, ParallelSet, read_set
from workbench.alignment.band import Band, Floats, Ints, Vectors, band_around, whole_band
from workbench.alignment.coarse import points_of
from workbench.alignment.documents import wordings
from workbench.alignment.encoders.encoder import SentenceEncoder
from workbench.alignment.encoders.registry import encoder
from workbench.alignment.pair import Pair, Votes
from workbench.alignment.posterior import log_sum
from workbench.alignment.shapes import Counts
from workbench.alignment.together import Together
from workbench.alignment.weights import ORDER, WITH_VECTORS, WITHOUT_VECTORS, Stages, Weights

SETS = {
    "udhr/split": ("udhr/split-0", "udhr/split-1"),
    "udhr/gaps": ("udhr/gaps-0",),
    "udhr/plain": ("udhr/plain",),
    "xwmt": ("xwmt/mixed-0", "xwmt/mixed-1"),
    "textberg": ("textberg/dev",),
}
PLAIN = tuple(field.name for field in fields(Weights) if field.name != "evidence")
KINDS = tuple(kind for kind in ORDER if kind != "Terms")
NAMES = (*PLAIN, *KINDS)
NEVER: dict[str, tuple[str, ...]] = {  # what a stage has not, by its name
    "first": ("adapted", "company", "votes", "votes_alone", "Association"),
    "alone": ("votes", "votes_alone"),
    "together": (),
}
PRIOR = {"vectors": (2.0, 2.0), "usual": (0.7, 0.3), "alone": (-2.5, 1.0)} | {
    "adapted": (0.5, 0.3), "company": (1.0, 1.0), "votes": (2.5, 1.5), "votes_alone": (2.5, 1.5)
}  # fmt: skip
WITH_VOTES = {"usual": (0.2, 0.1)}  # other versions' ladders have the usual shapes already
OF_KIND = (0.4, 0.15)  # the prior of evidence: its middle and its standard deviation
_WIDE = 8  # cells around the gold ladder over which ways are summed up
_WHOLE = 6_000  # cells of a table that is summed up whole
_STEPS = 30  # of the optimiser
_PASSES = 2
_NARROWEST = 0.002  # a change of weights that is none

Scores = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Example:
    """A pair with gold: per weight what beads at the cells get (names × shapes × cells), and each addition (names ×
    version segments); which beads there are (shapes × cells) and where they end; what the gold ladder holds.
    """

    band: Band
    beads: Scores
    added: Floats
    possible: NDArray[np.bool_]
    ends: Ints
    gold: Floats
    share: float


def gold_steps(gold: Iterable[Filled]) -> tuple[Counts, ...]:
    """Return the gold ladder's steps, halves of what crosses (and of what has holes) as omissions and additions."""
    steps: list[Counts] = []
    i = j = 0
    gold = sorted(gold, key=lambda bead: (bead[0] or bead[1], bead[1]))
    for mine, theirs in (bead for bead in gold if all(bead)):
        whole = all(list(side) == list(range(side[0], side[-1] + 1)) for side in (mine, theirs))
        if whole and mine[0] >= i and theirs[0] >= j:
            steps += [(1, 0)] * (mine[0] - i) + [(0, 1)] * (theirs[0] - j) + [(len(mine), len(theirs))]
            i, j = mine[-1] + 1, theirs[-1] + 1
    ends = [max((side[-1] + 1 for bead in gold if (side := bead[at])), default=0) for at in (0, 1)]
    return (*steps, *[(1, 0)] * (ends[0] - i), *[(0, 1)] * (ends[1] - j))


def example(pair: Pair, votes: Votes | None, gold: Sequence[Filled], share: float) -> Example:
    """Return the example of a pair: its tables with each weight 1 and all others 0, for scores are linear in them."""
    steps = gold_steps(gold)
    count = len(pair.pivot), len(pair.version)
    whole = (count[0] + 1) * (count[1] + 1) <= _WHOLE
    band = whole_band(*count) if whole else band_around(points_of(steps), *count, _WIDE)
    rows, columns = band.cells(0, count[0] + 1)
    ends = np.stack([band.index(rows + m, columns + n) for m, n in pair.shapes])
    possible = ends < band.size
    beads = np.zeros((len(NAMES), len(pair.shapes), band.size), dtype=np.float32)
    added = np.zeros((len(NAMES), count[1]))
    for at, name in enumerate(NAMES):
        likeness = pair.likeness if name == "vectors" else None
        alone = replace(pair, weights=weights_of(np.eye(len(NAMES))[at]), likeness=likeness, _kept=None)
        table = alone.table(band, votes)
        beads[at] = np.where(possible, table.scores(rows, columns), 0)
        added[at] = table.added
    held = np.zeros(len(NAMES))
    number = {shape: at for at, shape in enumerate(pair.shapes)}
    i = j = 0
    for m, n in steps:
        if not m:
            held += added[:, j]
        elif (m, n) in number:
            held += beads[:, number[m, n], int(band.index(np.array([i]), np.array([j]))[0])]
        i, j = i + m, j + n
    return Example(band, beads, added, possible, ends, held, share)


def weights_of(values: Floats) -> Weights:
    """Return the weights that a vector of the order of `NAMES` means, rounded to two decimals."""
    plain = {name: round(float(value), 2) for name, value in zip(PLAIN, values, strict=False)}
    kinds = {name: round(float(value), 2) for name, value in zip(KINDS, values[len(PLAIN) :], strict=True)}
    return Weights(**plain, evidence=kinds | {"Terms": kinds["Numbers"]})


def values_of(weights: Weights) -> Floats:
    """Return the vector that weights make."""
    return np.array([*(getattr(weights, name) for name in PLAIN), *(weights.evidence[kind] for kind in KINDS)])


def expected(one: Example, values: Floats) -> tuple[float, Floats]:
    """Return the logarithm of the sum over all ways, and what is to be expected of each weight's evidence."""
    scores = np.where(one.possible, np.tensordot(values.astype(np.float32), one.beads, 1), -np.inf).astype(np.float64)
    added = values @ one.added
    sums = np.concatenate(([0.0], np.cumsum(added)))
    band, last = one.band, len(one.band.low) - 1
    behind, ahead = np.full(band.size + 1, -np.inf), np.full(band.size + 1, -np.inf)
    parts = [slice(int(a), int(b)) for a, b in zip(band.offset[:-1], band.offset[1:], strict=True)]
    between = [sums[low:high] for low, high in zip(band.low, band.high, strict=True)]
    for i in range(last, -1, -1):
        with np.errstate(divide="ignore"):
            base = log_sum(scores[:, parts[i]] + behind[one.ends[:, parts[i]]])
        if i == last:
            base[-1] = 0.0
        behind[parts[i]] = np.logaddexp.accumulate((base + between[i])[::-1])[::-1] - between[i]
    ahead[0] = 0.0
    for i in range(last + 1):
        ahead[parts[i]] = np.logaddexp.accumulate(ahead[parts[i]] - between[i]) + between[i]
        flow = scores[:, parts[i]] + ahead[parts[i]]
        for ends, values_there in zip(one.ends[:, parts[i]], flow, strict=True):
            ahead[ends] = np.logaddexp(ahead[ends], values_there)
        ahead[-1] = -np.inf
    total = float(behind[0])
    likely = np.exp(np.minimum(ahead[:-1] + scores + behind[one.ends] - total, 0.0))
    result = np.tensordot(one.beads.reshape(len(NAMES), -1), likely.reshape(-1).astype(np.float32), 1)
    rows, columns = band.cells(0, last + 1)
    inside = np.flatnonzero(np.append(rows[1:] == rows[:-1], [False]))
    passed = np.exp(np.minimum(ahead[inside] + added[columns[inside]] + behind[inside + 1] - total, 0.0))
    return total, result + one.added @ np.bincount(columns[inside], passed, len(added))


def fitted(
    examples: Sequence[Example], start: Floats, never: Sequence[str], prior: Mapping[str, tuple[float, float]]
) -> Floats:
    """Return the likeliest weights under the prior (resilient propagation: Riedmiller and Braun 1993)."""
    middle, spread = np.array([prior.get(name, OF_KIND) for name in NAMES]).T
    free = np.array([name not in never for name in NAMES])
    values = np.where(free, np.where(start == 0, middle, start), 0.0)
    width, before = np.maximum(0.05 * np.abs(values), 0.02), np.zeros(len(NAMES))
    least, best = np.inf, values
    for step in range(1, _STEPS + 1):
        away = (values - middle) / spread
        loss, slope = 0.5 * float(np.square(away)[free].sum()), away / spread
        for one in examples:
            total, holds = expected(one, values)
            loss += one.share * (total - float(values @ one.gold))
            slope += one.share * (holds - one.gold)
        slope *= free
        heard(f"step {step} of {_STEPS}: loss {loss:.2f}")
        if loss < least:
            least, best = loss, values
        turned = slope * before
        width = np.where(turned > 0, width * 1.3, np.where(turned < 0, width * 0.5, width))
        slope = np.where(turned < 0, 0.0, slope)
        if width[free].max() < _NARROWEST:
            break
        values = values - np.sign(slope) * width
        values = np.where(np.sign(middle) * values < 0, 0.0, values)
        before = slope
    return best


@dataclass(frozen=True, slots=True)
class Task:
    """A set, its vectors, and how much it counts."""

    one: ParallelSet
    vectors: tuple[Vectors | None, ...]
    share: float

    def examples(self, stages: Stages, stage: str) -> list[Example]:
        """Return the examples of the pairs with the pivot at one stage (only those that have vectors, where any do)."""
        sides, gold = tuple(self.one.sides.values()), list(self.one.gold.values())
        if stage == "together":
            return self._of(Together(sides, self.vectors, weights=stages), gold, stage) if len(sides) > 2 else []
        result = []
        for number in range(1, len(sides)):
            engine = Together((sides[0], sides[number]), (self.vectors[0], self.vectors[number]), weights=stages)
            result += self._of(engine, gold[number - 1 : number], stage)
        return result

    def _of(self, engine: Together, gold: Sequence[Sequence[Filled]], stage: str) -> list[Example]:
        if stage == "first":
            engine.first_round()
        else:
            engine.run()
        vectors = any(rows is not None for rows in self.vectors)
        return [
            example(pair, engine.votes.get((0, number)), own, self.share)
            for number, own in enumerate(gold, start=1)
            if ((pair := engine.pairs[0, number]).likeness is not None) == vectors
        ]


def tasks(model: SentenceEncoder | None, families: Sequence[str]) -> list[Task]:
    """Return the development sets of some families with vectors of an encoder."""
    result = []
    for names in (SETS[family] for family in families):
        for name in names:
            heard(f"{name}: {'no vectors' if model is None else model.name}")
            one = read_set(SHARED / name)
            vectors = tuple(
                None if model is None else model.encode(wordings(side), tag) for tag, side in one.sides.items()
            )
            result.append(Task(one, vectors, 1 / len(names)))
    return result


def fitted_stages(held: Sequence[Task], stages: Stages, never: Sequence[str]) -> Stages:
    """Return the weights of all stages."""
    for _ in range(_PASSES):
        for stage, less in NEVER.items():
            examples = []
            for number, task in enumerate(held, start=1):
                examples += task.examples(stages, stage)
                heard(f"{stage}: {number} of {len(held)} sets, {len(examples)} examples")
            values = fitted(
                examples,
                values_of(getattr(stages, stage)),
                (*never, *less),
                PRIOR | WITH_VOTES if stage == "together" else PRIOR,
            )
            stages = replace(stages, **{stage: weights_of(values)})
    return stages


def heard(line: str) -> None:
    """Say on standard error how far it is: a fit takes hours."""
    print(line, file=sys.stderr, flush=True)


def shown(name: str, stages: Stages) -> str:
    """Return the weights as Python, as `weights.py` has them."""
    lines = []
    for stage in NEVER:
        weights: Weights = getattr(stages, stage)
        numbers = [*(getattr(weights, name) for name in PLAIN), *(weights.evidence[kind] for kind in ORDER)]
        lines.append(f"    _weights({', '.join(f'{value:g}' for value in numbers)}),")
    return "\n".join([f"{name} = Stages(", *lines, ")"])


def main() -> None:
    """Fit and print."""
    parser = argparse.ArgumentParser(description="Fit the engine's weights.")
    parser.add_argument("--encoders", default="e5,words", help="encoders that weights with vectors are fitted on")
    parser.add_argument("--without", action="store_true", help="fit the weights without vectors only")
    parser.add_argument(
        "--sets", nargs="*", default=list(SETS), choices=SETS, metavar="FAMILY", help=f"of {', '.join(SETS)} (all)"
    )
    options = parser.parse_args()
    if not options.without:
        held = [task for name in options.encoders.split(",") for task in tasks(encoder(name), options.sets)]
        print(shown("WITH_VECTORS", fitted_stages(held, WITH_VECTORS, ())), flush=True)
    none = fitted_stages(tasks(None, options.sets), WITHOUT_VECTORS, ("vectors", "company"))
    print(shown("WITHOUT_VECTORS", none), flush=True)


if __name__ == "__main__":
    main()
