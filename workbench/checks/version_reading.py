"""What the checks read of one version, and of each of its segments: computed when it is asked for."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TypeVar
from weakref import ref

from workbench.checks.lazily import lazily
from workbench.checks.near_names import NearNames
from workbench.checks.texts import Texts, forget, normal_texts
from workbench.glossary.matching import Matcher, TermMatch, longest
from workbench.glossary.states import States, listed_states
from workbench.glossary.term import USABLE, Term, TermKind
from workbench.glossary.termbase import TermBase
from workbench.languages.cut import Cut, known_words
from workbench.languages.dates import FoundDate, dates
from workbench.languages.knowledge import Knowledge
from workbench.languages.labels import labels
from workbench.languages.numerals import Numeral, numerals
from workbench.languages.quantities import Quantity, quantities
from workbench.languages.references import may_refer
from workbench.languages.telling import telling_words
from workbench.model.clause import Place, places
from workbench.model.document import Document
from workbench.model.label import Label
from workbench.model.pause import Pause

_Value = TypeVar("_Value")
_NAMED = (TermKind.PERSON, TermKind.STATE)


@lru_cache(maxsize=64)
def _matcher(termbase: TermBase, tag: str, document: str, known: Knowledge) -> Matcher:
    return Matcher(termbase.in_language(tag, document), known)


@lru_cache(maxsize=64)
def _states(termbase: TermBase, known: Knowledge) -> States:
    return States(known, _listed_states(termbase))


@lru_cache(maxsize=64)
def _near_names(termbase: TermBase, tag: str, document: str, known: Knowledge) -> NearNames:
    return NearNames(termbase.in_language(tag, document), known)


_listed_states = lru_cache(maxsize=4)(listed_states)


class VersionReading:
    """A version as the checks read it; see `Reading` for what each part is."""

    def __init__(self, document: Document, termbase: TermBase, tag: str, known: Knowledge, pause: Pause) -> None:
        self.tag = tag
        self.knowledge = known
        self.pause = pause
        self._document = document
        self._termbase = termbase
        self._text = document.versions[tag].text
        self.segments = _Segments(self)
        self.known_words = known_words()

    def forget(self) -> None:
        """Forget what was read of single segments: a long document need not fit."""
        self.segments.clear()
        if "texts" in self.__dict__:
            forget(self.texts)

    @lazily
    def texts(self) -> Texts:
        """The texts of all segments in NFC."""
        return normal_texts(self._text.segments, self.pause)

    @lazily
    def labels(self) -> tuple[Label | None, ...]:
        """The label of every segment, or None."""
        return labels(self._slowly(self.texts), self.knowledge)

    @lazily
    def places(self) -> tuple[Place, ...]:
        """The place of every segment."""
        return places(self._slowly(self.labels), self._text.starts())

    @lazily
    def lines(self) -> Sequence[int]:
        """The line of every segment."""
        return array("I", self._text.lines())

    @lazily
    def _starts(self) -> Sequence[int]:
        return array("I", (*self._text.starts(), len(self._text.segments)))

    @lazily
    def matcher(self) -> Matcher:
        """What finds the terms of the version's language."""
        return _matcher(self._termbase, self.tag, self._document.name, self.knowledge)

    @lazily
    def states(self) -> States:
        """What finds the states that the glossary does not list."""
        return _states(self._termbase, self.knowledge)

    @lazily
    def near_names(self) -> NearNames:
        """What finds the near misses of listed names."""
        return _near_names(self._termbase, self.tag, self._document.name, self.knowledge)

    @lazily
    def usable(self) -> dict[str, tuple[Term, ...]]:
        """The terms that the version may use, by concept."""
        found: dict[str, list[Term]] = defaultdict(list)
        for term in self._termbase.in_language(self.tag, self._document.name):
            if term.status in USABLE:
                found[term.concept].append(term)
        return {concept: tuple(terms) for concept, terms in found.items()}

    def paragraph(self, segment: int) -> range:
        """Return the paragraph of a segment."""
        at = bisect_right(self._starts, segment)
        return range(self._starts[at - 1], self._starts[at])

    def _slowly(self, values: Iterable[_Value]) -> Iterator[_Value]:
        for value in values:
            self.pause()
            yield value


class _Segments(dict[int, "SegmentReading"]):
    """What is read of the segments of a version, by their number: each from when it is asked for first.

    The version holds this, and is not held by it: who has done with a long document has its memory back at once.
    """

    def __init__(self, version: VersionReading) -> None:
        self._version = ref(version)

    def __missing__(self, segment: int) -> SegmentReading:
        version = self._version()
        assert version is not None  # noqa: S101 - who asks holds it
        version.pause()
        found = self[segment] = SegmentReading(version, segment)
        return found


class SegmentReading:
    """A segment as the checks read it; what is found is that of the text in NFC, in code points."""

    def __init__(self, version: VersionReading, segment: int) -> None:
        self._version = version
        self._segment = segment
        self._others: dict[str, object] = {}

    def once(self, name: str, compute: Callable[[], _Value]) -> _Value:
        """Return what a check computes of the segment under a name of its own, computed when it is asked for first."""
        if name not in self._others:
            self._others[name] = compute()
        return self._others[name]  # type: ignore[return-value]

    @lazily
    def cut(self) -> Cut:
        """The text cut into words."""
        version = self._version
        return Cut(version.texts[self._segment], version.known_words, telling_words(version.knowledge))

    @lazily
    def different_words(self) -> frozenset[str]:
        """The words of the text, each once."""
        return frozenset(self.cut.words)

    @lazily
    def _begin(self) -> int:
        label = self._version.labels[self._segment]
        return label.end if label else 0

    @lazily
    def numerals(self) -> tuple[Numeral, ...]:
        """The whole numbers, less those of the label."""
        return tuple(one for one in numerals(self.cut, self._version.knowledge) if one.start >= self._begin)

    @lazily
    def _all_dates(self) -> tuple[FoundDate, ...]:
        self._version.pause()
        return dates(self.cut, self._version.knowledge)

    @lazily
    def dates(self) -> tuple[FoundDate, ...]:
        """The dates, less those of the label."""
        found = self._all_dates
        return tuple(one for one in found if one.start >= self._begin) if found else ()

    @lazily
    def quantities(self) -> tuple[Quantity, ...]:
        """The counts, ordinals, percentages and amounts, less those of the label."""
        self._version.pause()
        found = quantities(self.cut, self._version.knowledge, self._all_dates)
        return tuple(one for one in found if one.start >= self._begin) if found else ()

    @lazily
    def may_refer(self) -> bool:
        """Whether a number may refer to a part of a document: a cheap question."""
        return may_refer(self.cut, self._version.knowledge)

    @lazily
    def all_matches(self) -> tuple[TermMatch, ...]:
        """The terms, those within longer ones too."""
        self._version.pause()
        return self._version.matcher.all(self.cut)

    @lazily
    def matches(self) -> tuple[TermMatch, ...]:
        """The terms, the longest winning where they overlap."""
        return longest(self.all_matches)

    @lazily
    def concepts(self) -> frozenset[str]:
        """The concepts of all terms."""
        return frozenset([match.term.concept for match in self.all_matches])

    @lazily
    def named(self) -> frozenset[str]:
        """The concepts of the persons and states among the terms."""
        return frozenset([term.concept for term, _, _ in self.all_matches if term.kind in _NAMED])

    @lazily
    def state_matches(self) -> Sequence[TermMatch]:
        """The states that the glossary does not list."""
        self._version.pause()
        return self._version.states.found(self.cut)
