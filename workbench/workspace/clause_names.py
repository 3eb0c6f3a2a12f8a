"""The names of clauses that the comments of ladders tell, of a long text held in few bytes."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator

from workbench.languages.knowledge import knowledge
from workbench.languages.segment_labels import SegmentLabels
from workbench.model.clauses import Clauses
from workbench.model.document import Document


class ClauseNames:
    """The name of the clause that each segment of a pivot stands in, for the comments of its ladders.

    A name takes the memory of its letters where it changes, and one byte where it does not.
    """

    def __init__(self, names: Iterable[str]) -> None:
        lines = bytearray()
        last = ""
        for name in names:
            if name != last:
                lines += name.encode()
                last = name
            lines += b"\n"
        self._lines = bytes(lines)

    def __iter__(self) -> Iterator[str]:
        name = ""
        for line in io.BytesIO(self._lines):
            if line != b"\n":
                name = line[:-1].decode()
            yield name

    def __eq__(self, other: object) -> bool:
        return self._lines == other._lines if isinstance(other, ClauseNames) else NotImplemented

    def __hash__(self) -> int:
        return hash(self._lines)


def clause_names(document: Document) -> ClauseNames:
    """Return what the comments of a document's ladders name."""
    segments = document.version(document.pivot).text.segments
    clauses = Clauses(SegmentLabels(segments, knowledge(document.pivot)), segments)
    return ClauseNames(map(clauses.name, range(len(segments))))
