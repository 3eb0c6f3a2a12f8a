"""The table that the grid shows: the rows of a document, the names of its clauses, and where each segment stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from workbench.languages.knowledge import knowledge
from workbench.model.clause import Place
from workbench.model.document import Document
from workbench.model.ladder import Bead, BeadStatus, Span
from workbench.model.row import Row, rows
from workbench.workspace.folder import pivot_places


@dataclass(slots=True)
class Table:
    """Rows and places of one document. It follows every change of the document by `follow`."""

    document: Document
    rows: tuple[Row, ...]
    places: tuple[Place, ...]
    _home: dict[str, list[int]] = field(default_factory=dict)
    _counts: dict[str, tuple[int, int]] = field(default_factory=dict)
    _lengths: dict[str, list[int]] = field(default_factory=dict)
    _counted: tuple[Place, ...] | None = None  # the places that `_clauses` was worked out from
    _clauses: int = 0

    @classmethod
    def of(cls, document: Document) -> Table:
        """Return the table of a document."""
        return cls(document, rows(document), pivot_places(document))

    def follow(self, document: Document, *, reshaped: bool) -> None:
        """Take over a changed document; `reshaped` says that beads have other counts than before."""
        self.document = document
        self._counts.clear()
        if reshaped:
            self.rows = rows(document)
            self._home.clear()
            self._lengths.clear()

    def row_of(self, tag: str, segment: int) -> int:
        """Return the index of the row that holds a segment (0-based) of a version."""
        if tag not in self._home:
            home = [0] * len(self.document.version(tag).text.segments)
            for row in self.rows:
                for held in row.segments(tag, self.document.pivot):
                    home[held] = row.index
            self._home[tag] = home
        home = self._home[tag]
        return home[min(max(segment, 0), len(home) - 1)] if home else 0

    def segments(self, row: int, tag: str) -> tuple[int, ...]:
        """Return the segments (0-based) of a version in a row."""
        return self.rows[row].segments(tag, self.document.pivot)

    def text(self, tag: str, segment: int) -> str:
        """Return the wording of a segment."""
        return self.document.versions[tag].text.segments[segment].text

    def bead(self, tag: str, span: Span) -> Bead:
        """Return the bead of a row's span as it is now: rows keep the beads that they were made from."""
        return self.document.ladders[tag].beads[span.index]

    def name(self, row: int) -> str:
        """Return what the margin says of a row: the name of the place that begins there, `+` for additions, or
        nothing.
        """
        pivot = self.rows[row].pivot
        if not pivot:
            return "+"
        first = pivot.start
        if first >= len(self.places):
            return ""
        name = self.places[first].name
        return "" if first and self.places[first - 1].name == name else name

    def clause(self, row: int) -> str:
        """Return the name of the place of a row's first pivot segment; of the one before it for additions."""
        if not self.places:
            return "0"
        pivot = self.rows[row].pivot
        return self.places[min(max(pivot.start - (not pivot), 0), len(self.places) - 1)].name

    def clauses(self) -> int:
        """Return the greatest number of a clause of the highest level; 0 where nothing is numbered."""
        if self._counted is not self.places:
            self._counted = self.places
            self._clauses = max((place.path[0] for place in self.places if place.path), default=0)
        return self._clauses

    def accepted(self, tag: str) -> tuple[int, int]:
        """Return how many beads of a version a person accepted, and how many it has."""
        if tag not in self._counts:
            beads = self.document.ladders[tag].beads
            self._counts[tag] = (sum(bead.status is not BeadStatus.AUTO for bead in beads), len(beads))
        return self._counts[tag]

    def lengths(self, tag: str) -> list[int]:
        """Return for every row how long the version's text is there, in cells, by estimate."""
        if tag not in self._lengths:
            texts = self.document.versions[tag].text.segments
            scale = 2 if knowledge(tag).joiner == "" else 1  # where words are not spaced, characters take two cells
            sizes = [len(segment.text) * scale for segment in texts]
            if tag == self.document.pivot:
                held: list[Sequence[int]] = [row.pivot for row in self.rows]
            else:
                held = [row.cells[tag].segments for row in self.rows]
            self._lengths[tag] = [
                sizes[own[0]] if len(own) == 1 else sum([sizes[each] for each in own]) for own in held
            ]
        return self._lengths[tag]
