"""What all checks look at: a document's rows, labels, places, numbers and terms, computed when they are asked for."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import TypeVar

from workbench.checks.check import Spot
from workbench.checks.lazily import lazily
from workbench.checks.near_names import NearNames
from workbench.checks.texts import Texts
from workbench.checks.version_reading import SegmentReading, VersionReading
from workbench.glossary.matching import TermMatch
from workbench.glossary.states import States
from workbench.glossary.term import Term
from workbench.glossary.termbase import TermBase
from workbench.languages.cut import Cut
from workbench.languages.dates import FoundDate
from workbench.languages.knowledge import Knowledge, knowledge
from workbench.languages.numerals import Numeral
from workbench.languages.quantities import Quantity
from workbench.model.clause import Place
from workbench.model.document import Document
from workbench.model.label import Label
from workbench.model.pause import Pause, go_on
from workbench.model.row import Row, Rows

_Value = TypeVar("_Value")
_MISSING = object()


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
        self.pause = pause
        self._versions = {
            tag: VersionReading(document, self.termbase, tag, known(tag), pause) for tag in document.versions
        }
        self._kept: dict[Hashable, object] = {}
        self._passing: dict[Hashable, object] = {}
        self._segments: dict[tuple[str, int], tuple[int, ...]] = {}
        self._looked_at: range | None = None

    def __reduce__(self) -> tuple[type[Reading], tuple[Document, TermBase]]:
        return Reading, (self.document, self.termbase)  # what is read of it does not travel

    def once(self, key: Hashable, compute: Callable[[], _Value]) -> _Value:
        """Return what a check computes of the document under a key of its own, computed when it is asked for first."""
        return _once(self._kept, key, compute)

    def once_near(self, key: Hashable, compute: Callable[[], _Value]) -> _Value:
        """Return the same of what is looked at only with the rows around it: it is forgotten with them."""
        return _once(self._passing, key, compute)

    @property
    def tags(self) -> tuple[str, ...]:
        """The tags of all versions in the document's order, the pivot's among them."""
        return tuple(self.document.versions)

    @property
    def pivot(self) -> str:
        """The tag of the pivot."""
        return self.document.pivot

    @lazily
    def _rows(self) -> Rows:
        return Rows(self.document)

    @property
    def rows(self) -> Sequence[Row]:
        """The rows that are looked at: all, each made when it is come to, or those of a part."""
        part = self._looked_at
        return (
            self._rows if part is None else self.once_near(("rows", part), lambda: self._rows[part.start : part.stop])
        )

    @property
    def total(self) -> int:
        """How many rows the document has."""
        return len(self._rows)

    def looked_at(self, tag: str) -> Sequence[int]:
        """Return the segments of a version that are looked at, in order: all, or those whose rows are."""
        if self._looked_at is None:
            return range(len(self.texts(tag)))
        return self.once_near(
            ("looked at", tag, self._looked_at), lambda: self._in_rows(tag, self._looked_at or range(0))
        )

    def holding(self, tag: str, sign: re.Pattern[str]) -> Sequence[int]:
        """Return the segments that are looked at and hold a character of a set, given as a pattern of one character.

        Which characters there are at all is seen once for all who ask: of most sets there is none.
        """
        texts, segments = self.texts(tag), self.looked_at(tag)
        key = ("signs", tag, self._looked_at)
        signs = self.once_near(key, lambda: _signs(map(texts.__getitem__, segments)))
        there = sign.findall(signs)
        if not there:
            return ()
        return [segment for segment in segments if any(map(texts[segment].__contains__, there))]

    def part(self, rows: range) -> Reading:
        """Return the same reading with some rows alone looked at; all parts share what they read."""
        part = Reading.__new__(Reading)
        part.__dict__ |= self.__dict__ | {"_looked_at": rows}
        return part

    def forget(self) -> None:
        """Forget what was read of single segments and rows: a long document need not fit into memory."""
        self._passing.clear()
        self._segments.clear()
        for version in self._versions.values():
            version.forget()

    def row(self, index: int) -> Row:
        """Return a row, looked at or not."""
        return self._rows[index]

    def row_of(self, tag: str, segment: int) -> int:
        """Return the index of the row that a segment of a version stands in."""
        return self._row_of(tag)[segment]

    def knowledge(self, tag: str) -> Knowledge:
        """Return what is known of a version's language."""
        return self._versions[tag].knowledge

    def texts(self, tag: str) -> Texts:
        """Return the texts of all segments of a version, in NFC."""
        return self._versions[tag].texts

    def of(self, tag: str, segment: int) -> SegmentReading:
        """Return all that is read of a segment."""
        return self._versions[tag].segments[segment]

    def cut(self, tag: str, segment: int) -> Cut:
        """Return a segment cut into words, its label's among them."""
        return self._versions[tag].segments[segment].cut

    def words(self, tag: str, segment: int) -> tuple[str, ...]:
        """Return the folded words of a segment in order: for cheap questions before dear ones."""
        return self._versions[tag].segments[segment].cut.words

    def labels(self, tag: str) -> tuple[Label | None, ...]:
        """Return the label of every segment of a version, or None."""
        return self._versions[tag].labels

    def places(self, tag: str) -> tuple[Place, ...]:
        """Return the place of every segment of a version: its clause and paragraph."""
        return self._versions[tag].places

    def line(self, tag: str, segment: int) -> int:
        """Return the number of the line, 1-based, that a segment of a version stands on in its file."""
        return self._versions[tag].lines[segment]

    def paragraph(self, tag: str, segment: int) -> range:
        """Return the segments of the paragraph that a segment stands in."""
        return self._versions[tag].paragraph(segment)

    def numerals(self, tag: str, segment: int) -> tuple[Numeral, ...]:
        """Return the whole numbers of a segment, less those of its label."""
        return self._versions[tag].segments[segment].numerals

    def quantities(self, tag: str, segment: int) -> tuple[Quantity, ...]:
        """Return the counts, ordinals, percentages and amounts of a segment, less those of its label."""
        return self._versions[tag].segments[segment].quantities

    def dates(self, tag: str, segment: int) -> tuple[FoundDate, ...]:
        """Return the dates of a segment, less those of its label."""
        return self._versions[tag].segments[segment].dates

    def matches(self, tag: str, segment: int) -> tuple[TermMatch, ...]:
        """Return the terms in a segment, the longest winning where they overlap."""
        return self._versions[tag].segments[segment].matches

    def all_matches(self, tag: str, segment: int) -> tuple[TermMatch, ...]:
        """Return the terms in a segment, those within longer ones too."""
        return self._versions[tag].segments[segment].all_matches

    def states(self, tag: str) -> States:
        """Return what finds the states of a version that the glossary does not list; empty for an unknown language."""
        return self._versions[tag].states

    def near_names(self, tag: str) -> NearNames:
        """Return what finds the near misses of the names that the glossary lists in a version's language."""
        return self._versions[tag].near_names

    def state_matches(self, tag: str, segment: int) -> Sequence[TermMatch]:
        """Return the states in a segment that the glossary does not list; their concepts are codes of ISO 3166-1."""
        return self._versions[tag].segments[segment].state_matches

    def concepts(self, tag: str, segment: int) -> frozenset[str]:
        """Return the concepts that a segment names, within longer terms too, in usable wordings or not."""
        return self._versions[tag].segments[segment].concepts

    def usable(self, tag: str, concept: str) -> tuple[Term, ...]:
        """Return the terms of a concept that a version may use, the best first."""
        return self._versions[tag].usable.get(concept, ())

    def name(self, tag: str, concept: str) -> str:
        """Return the best wording of a concept in a version's language, else the pivot's, else the concept itself."""
        terms = self.usable(tag, concept) or self.usable(self.pivot, concept)
        return terms[0].term if terms else concept

    def segments(self, tag: str, row: Row) -> tuple[int, ...]:
        """Return the segments of a version in a row that hold text."""
        found = self._segments.get((tag, row.index))
        if found is None:
            self.pause()
            texts = self.texts(tag)
            found = tuple([segment for segment in row.segments(tag, self.pivot) if texts[segment].strip()])
            if self._looked_at is not None:  # else all rows of a long document would be kept
                self._segments[tag, row.index] = found
        return found

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

    def _row_of(self, tag: str) -> Sequence[int]:
        """Return the row of every segment of a version; of one that no row holds, the nearest."""

        def compute() -> Sequence[int]:
            found = array("I", bytes(4 * len(self.texts(tag))))
            for row, segments in enumerate(self._rows.segments(tag)):
                self.pause()
                for segment in segments:
                    found[segment] = row
            return found

        return self.once(("row of", tag), compute)

    def _in_rows(self, tag: str, rows: range) -> list[int]:
        row_of = self._row_of(tag)
        by_row = self.once(("by row", tag), lambda: array("I", sorted(range(len(row_of)), key=row_of.__getitem__)))
        start, end = (bisect_left(by_row, row, key=row_of.__getitem__) for row in (rows.start, rows.stop))
        return sorted(by_row[start:end])


def _signs(texts: Iterable[str]) -> str:
    """Return the characters of texts, and a space; words that come again are looked at once."""
    return "".join({" "}.union(*set(" ".join(texts).split(" "))))


def _once(kept: dict[Hashable, object], key: Hashable, compute: Callable[[], _Value]) -> _Value:
    found = kept.get(key, _MISSING)
    if found is _MISSING:
        found = kept[key] = compute()
    return found  # type: ignore[return-value]
