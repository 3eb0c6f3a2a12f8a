"""What all checks look at: a document's rows, labels, places, numbers and terms, computed when they are asked for."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import Protocol, TypeVar

from workbench.checks.check import Spot
from workbench.checks.pause import Pause, go_on
from workbench.glossary.matching import Matcher, TermMatch, longest
from workbench.glossary.states import States, listed_states
from workbench.glossary.term import USABLE, Term
from workbench.glossary.termbase import TermBase
from workbench.languages.answers import Answers
from workbench.languages.cut import Cut, known_words
from workbench.languages.dates import FoundDate, dates
from workbench.languages.knowledge import Knowledge, knowledge
from workbench.languages.labels import labels
from workbench.languages.numerals import Numeral, numerals
from workbench.languages.quantities import Quantity, quantities
from workbench.model.clause import Place, places
from workbench.model.document import Document
from workbench.model.label import Label
from workbench.model.row import Row, Rows

_Value = TypeVar("_Value")
_MISSING = object()


class _Stretch(Protocol):
    @property
    def start(self) -> int: ...


_Placed = TypeVar("_Placed", bound=_Stretch)


_CUTS_KEPT = 20_000
_SEGMENTS_KEPT = 100_000  # what is known of single segments; beyond that it is read anew: a long document need not fit


@lru_cache(maxsize=64)
def _matcher(termbase: TermBase, tag: str, document: str, known: Knowledge) -> Matcher:
    return Matcher(termbase.in_language(tag, document), known)


@lru_cache(maxsize=64)
def _states(termbase: TermBase, known: Knowledge) -> States:
    return States(known, _listed_states(termbase))


_listed_states = lru_cache(maxsize=4)(listed_states)


class Reading:
    """A document as the checks read it. Texts are in NFC; all positions are code points of such a text.

    `known` gives what is known of the language of a tag: the data that Workbench comes with, unless told otherwise. What
    the glossary merely proposes, concept and all, is left out: no text is held to it. `pause` is called again and again, so
    that long work can give way, or be called off by what it raises.
    """

    def __init__(
        self,
        document: Document,
        termbase: TermBase,
        known: Callable[[str], Knowledge] = knowledge,
        pause: Pause = go_on,
    ) -> None:
        self.document = document
        self.termbase = termbase.settled()
        self._known = known
        self._pause = pause
        self._kept: dict[Hashable, object] = {}
        self._kept_of_segments: dict[Hashable, object] = {}
        self._texts: dict[str, tuple[str, ...]] = {}
        self._cuts: dict[tuple[str, int], Cut] = {}
        self._known_words: dict[str, Answers[str]] = defaultdict(known_words)
        self._segments: dict[str, list[tuple[int, ...]]] = {}

    def _once(self, key: Hashable, compute: Callable[[], _Value]) -> _Value:
        of_segment = isinstance(key, tuple) and len(key) > 2
        kept = self._kept_of_segments if of_segment else self._kept
        found = kept.get(key, _MISSING)
        if found is _MISSING:
            self._pause()
            found = compute()
            if of_segment and len(kept) >= _SEGMENTS_KEPT:
                kept.clear()
            kept[key] = found
        return found  # type: ignore[return-value]

    def _slowly(self, values: Iterable[_Value]) -> Iterator[_Value]:
        for value in values:
            self._pause()
            yield value

    def once(self, key: Hashable, compute: Callable[[], _Value]) -> _Value:
        """Return what a check computes of the document under a key of its own, computed when it is asked for first."""
        return self._once(("of a check", key), compute)

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags of all versions in the document's order, the pivot's among them."""
        return tuple(self.document.versions)

    @property
    def pivot(self) -> str:
        """The tag of the pivot."""
        return self.document.pivot

    @cached_property
    def _rows(self) -> Rows:
        return Rows(self.document)

    @cached_property
    def rows(self) -> Sequence[Row]:
        """The rows of the document."""
        return tuple(self._slowly(self._rows))  # nearly every check goes through all of them

    def row_of(self, tag: str, segment: int) -> int:
        """Return the index of the row that a segment of a version stands in."""
        return self._rows.row_of(tag, segment)

    def knowledge(self, tag: str) -> Knowledge:
        """Return what is known of a version's language."""
        return self._known(tag)

    def texts(self, tag: str) -> tuple[str, ...]:
        """Return the texts of all segments of a version, in NFC."""
        found = self._texts.get(tag)
        if found is None:
            own = self.document.versions[tag].segments()
            found = self._texts[tag] = tuple(unicodedata.normalize("NFC", text) for text in own)
        return found

    def cut(self, tag: str, segment: int) -> Cut:
        """Return a segment cut into words, its label's among them."""
        key = (tag, segment)
        found = self._cuts.get(key)
        if found is None:
            if len(self._cuts) >= _CUTS_KEPT:
                self._cuts.clear()
            found = self._cuts[key] = Cut(self.texts(tag)[segment], self._known_words[tag])
        return found

    def words(self, tag: str, segment: int) -> tuple[str, ...]:
        """Return the folded words of a segment in order: for cheap questions before dear ones."""
        return self.cut(tag, segment).words

    def labels(self, tag: str) -> tuple[Label | None, ...]:
        """Return the label of every segment of a version, or None."""
        return self._once(("labels", tag), lambda: labels(self._slowly(self.texts(tag)), self.knowledge(tag)))

    def places(self, tag: str) -> tuple[Place, ...]:
        """Return the place of every segment of a version: its clause and paragraph."""
        starts = self.document.versions[tag].text.starts
        return self._once(("places", tag), lambda: places(self._slowly(self.labels(tag)), starts()))

    def line(self, tag: str, segment: int) -> int:
        """Return the number of the line, 1-based, that a segment of a version stands on in its file."""
        return self._once(("lines", tag), self.document.versions[tag].text.lines)[segment]

    def paragraph(self, tag: str, segment: int) -> range:
        """Return the segments of the paragraph that a segment stands in."""

        def compute() -> dict[int, range]:
            paragraphs = self.document.versions[tag].text.paragraphs()
            return {index: paragraph for paragraph in paragraphs for index in paragraph}

        return self._once(("paragraphs", tag), compute)[segment]

    def numerals(self, tag: str, segment: int) -> tuple[Numeral, ...]:
        """Return the whole numbers of a segment, less those of its label."""

        def compute() -> tuple[Numeral, ...]:
            label = self.labels(tag)[segment]
            begin = label.end if label else 0
            found = numerals(self.cut(tag, segment), self.knowledge(tag))
            return tuple(numeral for numeral in found if numeral.start >= begin)

        return self._once(("numerals", tag, segment), compute)

    def quantities(self, tag: str, segment: int) -> tuple[Quantity, ...]:
        """Return the counts, ordinals, percentages and amounts of a segment, less those of its label."""
        return self._once(
            ("quantities", tag, segment),
            lambda: self._unlabelled(
                tag,
                segment,
                quantities(self.cut(tag, segment), self.knowledge(tag), self._all_dates(tag, segment)),
            ),
        )

    def dates(self, tag: str, segment: int) -> tuple[FoundDate, ...]:
        """Return the dates of a segment, less those of its label."""
        return self._unlabelled(tag, segment, self._all_dates(tag, segment))

    def _all_dates(self, tag: str, segment: int) -> tuple[FoundDate, ...]:
        return self._once(("dates", tag, segment), lambda: self._read_dates(tag, segment))

    def _read_dates(self, tag: str, segment: int) -> tuple[FoundDate, ...]:
        return dates(self.cut(tag, segment), self.knowledge(tag))

    def _unlabelled(self, tag: str, segment: int, found: tuple[_Placed, ...]) -> tuple[_Placed, ...]:
        label = self.labels(tag)[segment]
        return found if label is None else tuple(one for one in found if one.start >= label.end)

    def _matcher(self, tag: str) -> Matcher:
        return _matcher(self.termbase, tag, self.document.name, self.knowledge(tag))

    def matches(self, tag: str, segment: int) -> tuple[TermMatch, ...]:
        """Return the terms in a segment, the longest winning where they overlap."""
        return self._once(("matches", tag, segment), lambda: longest(self.all_matches(tag, segment)))

    def all_matches(self, tag: str, segment: int) -> tuple[TermMatch, ...]:
        """Return the terms in a segment, those within longer ones too."""
        return self._once(("all", tag, segment), lambda: self._matcher(tag).all(self.cut(tag, segment)))

    def states(self, tag: str) -> States:
        """Return what finds the states of a version that the glossary does not list; empty for an unknown language."""
        return _states(self.termbase, self.knowledge(tag))

    def state_matches(self, tag: str, segment: int) -> Sequence[TermMatch]:
        """Return the states in a segment that the glossary does not list; their concepts are codes of ISO 3166-1."""
        return self._once(
            ("state matches", tag, segment),
            lambda: self.states(tag).found(self.cut(tag, segment)),
        )

    def concepts(self, tag: str, segment: int) -> frozenset[str]:
        """Return the concepts that a segment names, within longer terms too, in usable wordings or not."""
        return self._once(
            ("concepts", tag, segment),
            lambda: frozenset(match.term.concept for match in self.all_matches(tag, segment)),
        )

    def usable(self, tag: str, concept: str) -> tuple[Term, ...]:
        """Return the terms of a concept that a version may use, the best first."""

        def compute() -> dict[str, list[Term]]:
            found: dict[str, list[Term]] = defaultdict(list)
            for term in self.termbase.in_language(tag, self.document.name):
                if term.status in USABLE:
                    found[term.concept].append(term)
            return found

        return tuple(self._once(("usable", tag), compute).get(concept, ()))

    def name(self, tag: str, concept: str) -> str:
        """Return the best wording of a concept in a version's language, else the pivot's, else the concept itself."""
        terms = self.usable(tag, concept) or self.usable(self.pivot, concept)
        return terms[0].term if terms else concept

    def segments(self, tag: str, row: Row) -> tuple[int, ...]:
        """Return the segments of a version in a row that hold text."""
        found = self._segments.get(tag)
        if found is None:
            texts, pivot = self.texts(tag), self.pivot
            found = self._segments[tag] = [
                tuple(segment for segment in one.segments(tag, pivot) if texts[segment].strip()) for one in self.rows
            ]
        return found[row.index]

    def cell_texts(self, tag: str, row: Row) -> tuple[str, ...]:
        """Return the texts of the beads of a row that concern a version: the pivot's and its own."""
        tags = dict.fromkeys((self.pivot, tag))
        return tuple(self.texts(one)[segment] for one in tags for segment in row.segments(one, self.pivot))

    def counterpart(self, tag: str, row: Row, pivot_segment: int | None) -> Spot:
        """Return where in a version's cell something missing is placed: at the first segment of its bead.

        `pivot_segment` is where the pivot has it; None, or a bead without text: the first segment of the cell. The cell
        must hold text.
        """
        own = self.segments(tag, row)
        if tag != self.pivot and pivot_segment is not None:
            for span in row.cells[tag].spans:
                there = [segment for segment in span.version if segment in own]
                if pivot_segment in span.pivot and there:
                    return Spot(tag, there[0])
        return Spot(tag, own[0])
