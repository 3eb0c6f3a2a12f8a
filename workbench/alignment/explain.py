"""Why a bead is as it is: which evidence spoke for it, which against."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from workbench.alignment.documents import Aligner
from workbench.alignment.pair import Votes
from workbench.alignment.together import Together
from workbench.languages.knowledge import knowledge
from workbench.languages.labels import labels
from workbench.model.clause import places
from workbench.model.ladder import Bead, crossings

_LEAST = 0.005  # logarithm of odds: what says less says nothing
# What people call the kinds of evidence whose class's name does not say it.
_CALLED = {
    "Vectors": "meaning",
    "Shape": "shape of the bead",
    "Company": "like segments nearby",
    "LabelledStarts": "labels at the beginning",
    "Paragraphs": "beginnings of paragraphs",
    "Calendar": "dates",
    "Cognates": "names and cognates",
    "Ends": "ends of sentences",
    "Marks": "quotation marks and brackets",
    "Ratio": "ratio of lengths",
    "Length": "cuts and lengths",
    "Association": "words learned from the document",
    "Terms": "glossary",
}


@dataclass(frozen=True, slots=True)
class Reason:
    """One kind of evidence, and what it says: a logarithm of odds, for the bead where positive, against it else.

    `detail` says more in words, or nothing.
    """

    evidence: str
    weight: float
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Explanation:
    """A bead of a version's ladder, a crossing as one, with what speaks for it and against.

    `unaligned` is what leaving its segments without counterpart would weigh: what a bead must beat.
    """

    tag: str
    clause: str
    bead: Bead
    pivot: range
    version: range
    reasons: tuple[Reason, ...]
    unaligned: float

    @property
    def total(self) -> float:
        """What all evidence says together."""
        return sum(reason.weight for reason in self.reasons)

    def data(self) -> dict[str, Any]:
        """Return it as data for JSON; indices are 0-based."""
        return {
            "version": self.tag,
            "clause": self.clause,
            "pivot_segments": list(self.pivot),
            "version_segments": list(self.version),
            "status": self.bead.status.value,
            "score": self.bead.score,
            "reasons": {one.evidence: round(one.weight, 2) for one in self.reasons},
            "unaligned": round(self.unaligned, 2),
        }


def explained(aligner: Aligner, tag: str) -> Iterator[Explanation]:
    """Give the explanation of each bead of a version's ladder, as it stands in the aligner's document.

    The ladder must hold all segments. Beads need not be those that the engine would choose. Raises what encoders do.
    """
    document = aligner.document
    ladder = document.ladders[tag]
    pivot = document.version(document.pivot)
    names = [place.name for place in places(labels(pivot.segments(), knowledge(pivot.tag)), pivot.text.starts())]
    moved = {crossing.pivot.index: crossing.version for crossing in crossings(ladder)}
    halves = {half.index for half in moved.values()}
    for span in ladder.spans():
        if span.index in halves:
            continue
        version = moved.get(span.index, span).version
        engine, number = aligner.engine, aligner.number(tag)
        found = reasons(engine, number, span.pivot, version)
        alone = sum(engine.pairs[0, number].omission(span.pivot, version).values())
        clause = names[min(span.pivot.start, len(names) - 1)]
        yield Explanation(tag, clause, span.bead, span.pivot, version, found, alone)


def reasons(engine: Together, number: int, pivot: range, version: range) -> tuple[Reason, ...]:
    """Return what spoke for a bead and against it, the weightiest first; the engine must have run.

    The bead holds pivot segments `pivot` and segments `version` of the side with that number; it need not be one that
    the engine chose. One side may be empty: an omission or addition.
    """
    pair = engine.pairs[0, number]
    said = [Reason(_called(kind), weight) for kind, weight in pair.reasons(pivot, version).items()]
    votes = engine.votes.get((0, number))
    if votes is not None:
        said.append(_votes(votes, (pivot, version), (pair.weights.votes, pair.weights.votes_alone), len(engine.sides)))
    return tuple(sorted((one for one in said if abs(one.weight) >= _LEAST), key=lambda one: -abs(one.weight)))


def weights_of(aligner: Aligner) -> Callable[[str, range, range], dict[str, float]]:
    """Return what takes a version's tag and a bead's pivot and version segments, and returns weights by evidence."""

    def weights(tag: str, pivot: range, version: range) -> dict[str, float]:
        found = reasons(aligner.engine, aligner.number(tag), pivot, version)
        return {one.evidence: round(one.weight, 2) for one in found}

    return weights


def _votes(votes: Votes, bead: tuple[range, range], weights: tuple[float, float], versions: int) -> Reason:
    pivot, version = bead
    if pivot and version:
        wanted = pivot.start, version.start, (len(pivot), len(version))
        share = sum(vote for i, j, shape, vote in votes.beads if (i, j, shape) == wanted)
        weight = weights[0] * share
    else:
        alone = [*votes.pivot_alone[pivot.start : pivot.stop], *votes.version_alone[version.start : version.stop]]
        share = sum(alone) / len(alone)
        weight = weights[1] * sum(alone)
    others = versions - 2
    return Reason("other versions", float(weight), f"{round(share * others)} of {others} bear it out")


def _called(kind: str) -> str:
    """Return what people call a kind of evidence, by the name of its class."""
    return _CALLED.get(kind) or re.sub(r"(?<=[a-z])(?=[A-Z])", " ", kind).lower()
