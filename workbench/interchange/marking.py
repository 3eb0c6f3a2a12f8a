"""What of a version's text findings are about: its segments cut where the words of findings begin and end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import PurePosixPath

from workbench.checks.finding import Finding
from workbench.model.document import Document


@dataclass(frozen=True, slots=True)
class Numbered:
    """A finding and its number in the file (1-based)."""

    number: int
    finding: Finding


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a segment: the findings that hold it, and those whose words end with it (which may be none: "")."""

    text: str
    findings: tuple[Numbered, ...] = ()
    ending: tuple[Numbered, ...] = ()


class Marking:
    """The findings of some versions of a document by the segments that they stand in; those about files stand in none."""

    def __init__(self, document: Document, tags: Collection[str], findings: Iterable[Finding]) -> None:
        """Take the findings that stand in the versions `tags`, or are about them, or about no version."""
        wanted = (one for one in findings if {_tag(one, document), one.version} & set(tags) or not one.version)
        self.numbered = tuple(Numbered(number, finding) for number, finding in enumerate(wanted, start=1))
        self._held: dict[tuple[str, int], list[Numbered]] = defaultdict(list)
        segments = {
            tag: {line: segment for segment, line in enumerate(version.text.lines())}
            for tag, version in document.versions.items()
        }
        for one in self.numbered:
            tag = _tag(one.finding, document)
            segment = segments[tag].get(one.finding.location.line) if tag in tags else None
            if segment is not None:
                self._held[tag, segment].append(one)
        # What a version lacks altogether stands in the pivot, which may not be shown.
        self.placed = frozenset(one.number for held in self._held.values() for one in held)

    def at(self, tag: str, segments: Iterable[int]) -> tuple[Numbered, ...]:
        """Return the findings that stand in some segments of a version, in order."""
        return tuple(one for segment in segments for one in self._held.get((tag, segment), ()))

    def pieces(self, tag: str, segment: int, text: str) -> Sequence[Piece]:
        """Return the pieces of a segment, whose text as it stands in its file is given; together they are that text."""
        held = self._held.get((tag, segment), ())
        spans = [
            (one, min(max(at.column - 1, 0), len(text)), min(max(at.end_column - 1, 0), len(text)))
            for one in held
            for at in (one.finding.location,)
        ]
        edges = sorted({0, len(text), *(start for _, start, _ in spans), *(end for _, _, end in spans)})
        result = []
        empty = tuple(one for one, start, end in spans if start == end == 0)
        if empty:
            result.append(Piece("", (), empty))
        for start, end in pairwise(edges):
            holding = tuple(one for one, begin, stop in spans if begin <= start and end <= stop)
            ending = tuple(one for one, _, stop in spans if stop == end)
            result.append(Piece(text[start:end], holding, ending))
        return result


def _tag(finding: Finding, document: Document) -> str:
    """Return the version in whose file a finding stands, which may not be that which it speaks of; "" for another file."""
    path = PurePosixPath(finding.location.path)
    return path.stem if path.suffix == ".txt" and path.stem in document.versions else ""
