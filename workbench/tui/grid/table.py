"""The table that the grid shows: the rows of a document, the names of its clauses, and where each segment stands."""

from __future__ import annotations

from collections.abc import Sequence

from workbench.languages.knowledge import knowledge
from workbench.languages.labels import labels
from workbench.model.clause import Place, places
from workbench.model.document import Document
from workbench.model.ladder import Bead, BeadStatus, Crossing, Ladder, Span
from workbench.model.row import Rows
from workbench.model.segment import Segment, Text

_SAMPLES, _LOOKED_AT = 20, 50  # stretches of a text that are looked at for its length, and the segments in each
_AT_ONCE = 1000  # pivot segments whose places are worked out before the first screen is shown


class Table:
    """Rows and places of one document. It follows every change of the document by `follow`.

    `places` names the places of the pivot segments, of a long document those of its beginning, until they are given.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.rows = Rows(document)
        self.places = _places(document, _AT_ONCE)
        self._counts: dict[str, tuple[Ladder, int]] = {}
        self._lengths: tuple[Rows | None, list[int]] = (None, [])
        self._stretches: dict[str, float] = {}
        self._totals: dict[str, tuple[Text, int]] = {}
        self._clauses: tuple[tuple[Place, ...], int] = ((), 0)

    @classmethod
    def of(cls, document: Document) -> Table:
        """Return the table of a document."""
        return cls(document)

    def follow(self, document: Document, *, reshaped: bool) -> None:
        """Take over a changed document; `reshaped` says that beads have other counts than before."""
        self.document = document
        if reshaped:
            self.rows = Rows(document)

    def row_of(self, tag: str, segment: int) -> int:
        """Return the index of the row that holds a segment (0-based) of a version."""
        return self.rows.row_of(tag, segment)

    def segments(self, row: int, tag: str) -> tuple[int, ...]:
        """Return the segments (0-based) of a version in a row."""
        return self.rows[row].segments(tag, self.document.pivot)

    def text(self, tag: str, segment: int) -> str:
        """Return the wording of a segment."""
        return self.document.versions[tag].text.segments[segment].text

    def bead(self, tag: str, span: Span) -> Bead:
        """Return the bead of a row's span as it is now: rows keep the beads that they were made from."""
        return self.document.ladders[tag].beads[span.index]

    def crossing(self, tag: str, span: Span) -> Crossing | None:
        """Return the crossing whose pivot half a row's span is, or None."""
        return self.rows.crossing(tag, span.index)

    def name(self, row: int) -> str:
        """Return what the margin says of a row: the name of the place that begins there, `+` for additions, or
        nothing.
        """
        pivot = self.rows.pivot(row)
        if not pivot:
            return "+"
        name = self.place_of(pivot.start)
        return "" if pivot.start and self.place_of(pivot.start - 1) == name else name

    def place_of(self, segment: int) -> str:
        """Return the name of the place of a pivot segment; nothing where it is not worked out yet."""
        return self.places[segment].name if 0 <= segment < len(self.places) else ""

    def clause(self, row: int) -> str:
        """Return the name of the place of a row's first pivot segment; of the one before it for additions."""
        if not self.places or not self.rows:
            return "0"
        pivot = self.rows.pivot(row)
        return self.places[min(max(pivot.start - (not pivot), 0), len(self.places) - 1)].name

    def clauses(self) -> int:
        """Return the greatest number of a clause of the highest level; 0 where nothing is numbered."""
        if self._clauses[0] is not self.places:
            self._clauses = (self.places, max((place.path[0] for place in self.places if place.path), default=0))
        return self._clauses[1]

    def accepted(self, tag: str) -> tuple[int, int]:
        """Return how many beads of a version a person accepted, and how many it has."""
        ladder = self.document.ladders[tag]
        if tag not in self._counts or self._counts[tag][0] is not ladder:
            self._counts[tag] = (ladder, sum([bead.status is not BeadStatus.AUTO for bead in ladder.beads]))
        return self._counts[tag][1], len(ladder.beads)

    def lengths(self) -> Sequence[int]:
        """Return for every row how long the pivot's text is there, in cells, by estimate."""
        if self._lengths[0] is not self.rows:
            pivot = self.document.pivot
            lengths = self.rows.sizes(list(map(len, self.document.version(pivot).segments())))
            self._lengths = (self.rows, lengths if _cells(pivot) == 1 else [2 * length for length in lengths])
        return self._lengths[1]

    def stretch(self, tag: str) -> float:
        """Return how long a version is for one cell of the pivot, in cells, by estimate: over the whole text."""
        if tag not in self._stretches:
            self._stretches[tag] = self._all_cells(tag) / max(1, self._all_cells(self.document.pivot))
        return self._stretches[tag]

    def _all_cells(self, tag: str) -> int:
        """Return how long a version's text is, in cells, by estimate."""
        text, cells = self._totals.get(tag, (None, 0))
        if text is not self.document.versions[tag].text:
            text = self.document.versions[tag].text
            cells = round(_cells(tag) * _characters(text.segments))
            self._totals[tag] = text, cells
        return cells


def _cells(tag: str) -> int:
    """Return how many cells a character takes: two where words are not spaced."""
    return 2 if knowledge(tag).joiner == "" else 1


def _characters(segments: Sequence[Segment]) -> float:
    """Return how many characters segments have, by estimate: of very many, some are looked at."""
    step = max(_LOOKED_AT, len(segments) // _SAMPLES)
    looked_at = [segment for start in range(0, len(segments), step) for segment in segments[start : start + _LOOKED_AT]]
    return sum(len(segment.text) for segment in looked_at) * len(segments) / max(1, len(looked_at))


def _places(document: Document, count: int) -> tuple[Place, ...]:
    """Return the places of the first pivot segments: they do not depend on what comes behind."""
    version = document.version(document.pivot)
    first = version.text.segments[:count]
    found = labels([segment.text for segment in first], knowledge(document.pivot))
    return places(found, Text(first).starts())
