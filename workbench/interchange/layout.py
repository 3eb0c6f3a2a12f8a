"""A document laid out to be read: its rows with the clauses that begin in them, its segments by paragraph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.model.document import Document
from workbench.model.row import Row, Rows
from workbench.workspace.folder import pivot_places


@dataclass(frozen=True, slots=True)
class Heading:
    """A clause that begins in a row: its name, and an anchor that no other clause has (`clause-4`)."""

    clause: str
    anchor: str


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A row, and the clauses and paragraphs of the pivot that begin in it."""

    row: Row
    headings: tuple[Heading, ...]


class Layout:
    """The rows and paragraphs of a document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._starts = {tag: frozenset(version.text.starts()) for tag, version in document.versions.items()}
        # By the pivot segments that clauses and their paragraphs begin with.
        self._headings: dict[int, Heading] = {}
        self._labelled: list[Heading] = []
        seen: Counter[str] = Counter()
        before = ""
        for segment, place in enumerate(pivot_places(document)):
            if place.name != before:
                before = place.name
                seen[before] += 1
                again = f"-{seen[before]}" if seen[before] > 1 else ""
                self._headings[segment] = heading = Heading(before, f"clause-{before}{again}")
                if place.path and place.paragraph == 1:
                    self._labelled.append(heading)

    def clauses(self) -> Sequence[Heading]:
        """Return the clauses that have a label, in order."""
        return self._labelled

    def rows(self) -> Iterator[LaidOut]:
        """Yield the rows in order."""
        for row in Rows(self._document):
            headings = (self._headings.get(segment) for segment in row.pivot)
            yield LaidOut(row, tuple(heading for heading in headings if heading))

    def paragraphs(self, tag: str, segments: Sequence[int]) -> Sequence[Sequence[int]]:
        """Return some segments of a version (indices) by the paragraphs that they stand in."""
        result: list[list[int]] = []
        for segment in segments:
            if not result or segment in self._starts[tag] or segment != result[-1][-1] + 1:
                result.append([])
            result[-1].append(segment)
        return result
