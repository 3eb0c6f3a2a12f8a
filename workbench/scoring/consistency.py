"""How uniformly a version renders what the pivot says more than once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from workbench.languages.knowledge import knowledge
from workbench.languages.labels import labels
from workbench.languages.wordforms import fold, word_texts
from workbench.model.document import Document, Version
from workbench.model.errors import UsageError
from workbench.model.ladder import crossings
from workbench.model.text import normalised
from workbench.workspace.folder import pivot_places


@dataclass(frozen=True, slots=True)
class Rendering:
    """One wording of a version, "" where it omits what the pivot says, and the clauses where it stands."""

    text: str
    clauses: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recurring:
    """What the pivot says more than once, and how a version renders it: the most frequent rendering first."""

    text: str
    renderings: tuple[Rendering, ...]

    @property
    def count(self) -> int:
        """How often the pivot says it."""
        return sum(len(one.clauses) for one in self.renderings)

    def pairs(self) -> tuple[int, int]:
        """Return how many pairs of places are rendered alike, of how many."""
        alike = sum(_pairs(len(one.clauses)) for one in self.renderings)
        return alike, _pairs(self.count)


@dataclass(frozen=True, slots=True)
class Uniformity:
    """A version: what recurs, the least uniform first, and the score.

    The score is the share of pairs of places where the pivot says the same that are rendered alike, in per cent: how probable
    it is that a reader who meets the same words twice in the pivot meets the same words here. None where nothing recurs.
    """

    version: str
    recurring: tuple[Recurring, ...]

    @property
    def score(self) -> float | None:
        """The score."""
        counted = [one.pairs() for one in self.recurring]
        total = sum(pairs for _, pairs in counted)
        return 100.0 * sum(alike for alike, _ in counted) / total if total else None


def uniformity(document: Document, tag: str) -> Uniformity:
    """Return how uniformly a version renders what recurs in the pivot.

    What is compared are beads, without labels; those whose pivot segments say the same belong together. Letter case,
    punctuation and where sentences are cut do not matter. Raises NotFoundError for a version that is not there, UsageError for
    the pivot.
    """
    version = document.version(tag)
    if tag == document.pivot:
        raise UsageError(f"{tag} is the pivot, which renders nothing — name other versions, or none for all")
    pivot = document.version(document.pivot)
    said, rendered = _wordings(pivot), _wordings(version)
    places = pivot_places(document)
    joiners = [knowledge(one).joiner for one in (document.pivot, tag)]
    groups: dict[str, list[tuple[str, str, str]]] = {}
    for ours, theirs in _halves(document, tag):
        text = joiners[0].join(filter(None, (said[index] for index in ours)))
        rendering = joiners[1].join(filter(None, (rendered[index] for index in theirs)))
        if key := _folded(text):
            groups.setdefault(key, []).append((text, rendering, places[ours[0]].name))
    recurring = [_recurring(group) for group in groups.values() if len(group) > 1]
    return Uniformity(tag, tuple(sorted(recurring, key=_share)))


def _halves(document: Document, tag: str) -> Iterator[tuple[Sequence[int], Sequence[int]]]:
    """Yield the pivot segments and the version's segments of every bead with pivot segments, crossings put together."""
    ladder = document.ladders[tag]
    moved = {crossing.pivot.index: crossing.version.version for crossing in crossings(ladder)}
    for span in ladder.spans():
        if span.pivot:
            yield span.pivot, tuple(chain(span.version, moved.get(span.index, ())))


def _recurring(group: Sequence[tuple[str, str, str]]) -> Recurring:
    counted = Counter(_folded(rendering) for _, rendering, _ in group)
    first: Mapping[str, str] = {_folded(rendering): rendering for _, rendering, _ in reversed(group)}
    return Recurring(
        group[0][0],
        tuple(
            Rendering(first[key], tuple(clause for _, rendering, clause in group if _folded(rendering) == key))
            for key, _ in counted.most_common()
        ),
    )


def _share(one: Recurring) -> float:
    alike, pairs = one.pairs()
    return alike / pairs


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def _folded(text: str) -> str:
    return " ".join(word_texts(fold(text)))


def _wordings(version: Version) -> Sequence[str]:
    texts = version.segments()
    found = labels(texts, knowledge(version.tag))
    return [normalised(text[label.end :] if label else text) for text, label in zip(texts, found, strict=True)]
