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

    def rows(self) -> Iterator[LaidOut]:
        """Yield the rows in order."""
        places = pivot_places(self._document)
        seen: Counter[str] = Counter()
        before = ""
        for row in Rows(self._document):
            headings = []
            for segment in row.pivot:
                name = places[segment].name
                if name != before:
                    before = name
                    seen[name] += 1
                    again = f"-{seen[name]}" if seen[name] > 1 else ""
                    headings.append(Heading(name, f"clause-{name}{again}"))
            yield LaidOut(row, tuple(headings))

    def paragraphs(self, tag: str, segments: Sequence[int]) -> Sequence[Sequence[int]]:
        """Return some segments of a version (indices) by the paragraphs that they stand in."""
        result: list[list[int]] = []
        for segment in segments:
            if not result or segment in self._starts[tag] or segment != result[-1][-1] + 1:
                result.append([])
            result[-1].append(segment)
        return result
